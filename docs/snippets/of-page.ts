import type { Snippet } from './snippet.ts'

const kinds = new Map<string, Snippet['kind']>([
  ['ts', 'typescript'],
  ['typescript', 'typescript'],
  ['console', 'console'],
])

const fence = /^(\s*)(`{3,})\s*([\w-]*)\s*$/

/** The fenced blocks of a Markdown page that are to be run: `ts` and `console`. Blocks of any other kind are prose. */
export const snippetsOfPage = (file: string, page: string): ReadonlyArray<Snippet> => {
  const snippets: Array<Snippet> = []
  let open: { readonly marks: string; readonly indent: number; readonly language: string; readonly line: number } | undefined
  let lines: Array<string> = []
  for (const [place, text] of page.split('\n').entries()) {
    const [, indent = '', marks, language = ''] = fence.exec(text) ?? []
    if (open === undefined) {
      if (marks !== undefined) open = { marks, indent: indent.length, language, line: place + 2 }
    } else if (marks === open.marks && language === '') {
      const kind = kinds.get(open.language)
      if (kind !== undefined) snippets.push({ kind, file, line: open.line, text: lines.join('\n') })
      open = undefined
      lines = []
    } else lines.push(text.slice(open.indent))
  }
  return snippets
}
