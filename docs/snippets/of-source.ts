import type { Snippet } from './snippet.ts'

const docblock = /^[ \t]*\/\*\*[\s\S]*?\*\//gm

/** The `@example`s of all docblocks of a source file; each ends at the next tag or with its docblock. */
export const snippetsOfSource = (file: string, source: string): ReadonlyArray<Snippet> =>
  [...source.matchAll(docblock)].flatMap(({ 0: block, index }) => {
    const first = source.slice(0, index).split('\n').length
    return examplesOf(block).map(({ at, text }) => ({ kind: 'typescript', file, line: first + at, text }))
  })

const examplesOf = (block: string): ReadonlyArray<{ readonly at: number; readonly text: string }> => {
  const examples: Array<{ readonly at: number; readonly lines: Array<string> }> = []
  let isInside = false
  for (const [at, line] of block.replace(/\*\/$/, '').split('\n').entries()) {
    const text = line.replace(/^\s*\/?\*{1,2} ?/, '').trimEnd()
    const tag = /^@(\w+) ?(.*)$/.exec(text)
    if (tag !== null) isInside = tag[1] === 'example'
    if (!isInside) continue
    if (tag !== null) examples.push({ at, lines: [tag[2] ?? ''] })
    else examples.at(-1)?.lines.push(text)
  }
  return examples.map(({ at, lines }) => ({ at, text: lines.join('\n').trimEnd() }))
}
