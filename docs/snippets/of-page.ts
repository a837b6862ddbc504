import type { Snippet } from './snippet.ts'

interface Block {
  readonly language: string
  /** Of its first line, from 1. */
  readonly line: number
  readonly text: string
  /** What stands between the block before and this one. */
  readonly lead: string
}

const fence = /^(\s*)(`{3,})\s*([\w-]*)\s*$/

const blocksOf = (page: string): ReadonlyArray<Block> => {
  const blocks: Array<Block> = []
  let open: { readonly marks: string; readonly indent: number; readonly language: string; readonly line: number } | undefined
  let lines: Array<string> = []
  let lead = ''
  for (const [place, text] of page.split('\n').entries()) {
    const [, indent = '', marks, language = ''] = fence.exec(text) ?? []
    if (open === undefined) {
      if (marks === undefined) lead += `${text}\n`
      else open = { marks, indent: indent.length, language, line: place + 2 }
    } else if (marks === open.marks && language === '') {
      blocks.push({ language: open.language, line: open.line, text: lines.join('\n'), lead: lead.trim() })
      open = undefined
      lines = []
      lead = ''
    } else lines.push(text.slice(open.indent))
  }
  return blocks
}

const kinds = new Map<string, Snippet['kind']>([
  ['ts', 'typescript'],
  ['typescript', 'typescript'],
  ['console', 'console'],
])

/**
 * The fenced blocks of a Markdown page that are to be run: `ts` and `console`. Blocks of any other kind are prose, but for
 * a `text` that follows a `ts` with nothing but the word "prints" between them.
 */
export const snippetsOfPage = (file: string, page: string): ReadonlyArray<Snippet> => {
  const blocks = blocksOf(page)
  return blocks.flatMap(({ language, line, text }, place) => {
    const kind = kinds.get(language)
    const next = blocks[place + 1]
    const isPrinted = next?.language === 'text' && /^prints:?$/.test(next.lead)
    return kind === undefined ? [] : [{ kind, file, line, text, ...(isPrinted ? { prints: next.text } : {}) }]
  })
}
