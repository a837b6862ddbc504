import type { Snippet } from './snippet.ts'

/** One command of a `console` block, and the lines that it is said to print. */
export interface Exchange {
  readonly file: string
  readonly line: number
  readonly command: string
  readonly expected: ReadonlyArray<string>
}

/** The commands of a block: each starts with `$ `, and may go on behind a `\` at the end of a line. */
export const exchangesOf = ({ file, line, text }: Snippet): ReadonlyArray<Exchange> => {
  const exchanges: Array<{ readonly file: string; readonly line: number; command: string; readonly expected: Array<string> }> = []
  for (const [place, content] of text.split('\n').entries()) {
    const last = exchanges.at(-1)
    if (content.startsWith('$ ')) exchanges.push({ file, line: line + place, command: content.slice(2), expected: [] })
    else if (last?.command.endsWith('\\') === true && last.expected.length === 0) last.command = `${last.command.slice(0, -1)}${content.trim()}`
    else last?.expected.push(content)
  }
  return exchanges
}

const words = (command: string): ReadonlyArray<string> => [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')

/** The arguments of a command line of ours, in any of the forms in which a page may write it; `undefined` for any other command. */
export const argumentsOf = (command: string): ReadonlyArray<string> | undefined => {
  const [, rest] = /^(?:npx (?:-y pnpm@\S+ (?:-s )?)?)?isegoria(?: (.*))?$/.exec(command) ?? [undefined, undefined]
  return /^(?:npx |isegoria\b)/.test(command) && /\bisegoria\b/.test(command) ? words(rest ?? '') : undefined
}

/** Narrow and unbreakable spaces are written as spaces, since no reader can tell them apart. */
const plain = (text: string): string =>
  text
    .replace(/[\u00A0\u202F]/g, ' ')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** `…` on a line of its own stands for any lines, within a line for any text. */
export const isPrinted = (expected: ReadonlyArray<string>, printed: string): boolean => {
  const pattern = plain(expected.join('\n'))
    .split('\n')
    .map((line) => (line === '…' ? '(?:.*\\n?)*?' : `${line.split('…').map(literally).join('.*')}\\n`))
    .join('')
  return new RegExp(`^${pattern}$`).test(`${plain(printed)}\n`)
}

export const notPrinted = (written: string, printed: string): string => `not what is printed\n--- written\n${written}\n--- printed\n${printed}`
