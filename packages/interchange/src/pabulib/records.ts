import { parse } from 'csv-parse/sync'
import { Fault } from './rejection.ts'

/** One record of a file: its fields and the line on which it starts. */
export interface FileRecord {
  readonly line: number
  readonly fields: ReadonlyArray<string>
}

const longestLine = 1024 * 1024

const quotedFields = (text: string, line: number): ReadonlyArray<string> => {
  try {
    const rows: unknown = parse(text, { delimiter: ';', relax_quotes: true })
    const [first] = Array.isArray(rows) ? rows : []
    return Array.isArray(first) ? first.map(String) : []
  } catch (thrown) {
    throw new Fault(line, 'line', `quotes cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
  }
}

/** True when a field is quoted and its closing quote is still to come. */
const isOpen = (text: string): boolean => /(^|;)"/.test(text) && (text.split('"').length - 1) % 2 === 1

/**
 * The records of a file with `;` between fields; a field in quotes may hold `;`, doubled quotes and line ends.
 *
 * Lines without a quote are split directly, the others go through csv-parse. Errors: throws `Fault` for a line beyond
 * 1 MiB, a NUL character, or a quote that is never closed.
 */
export function* recordsOf(text: string): Generator<FileRecord> {
  let start = 0
  let line = 0
  const nextLine = (): string => {
    const end = text.indexOf('\n', start)
    const stop = end === -1 ? text.length : end
    line++
    if (stop - start > longestLine) throw new Fault(line, 'line', `${stop - start} characters; a line has at most ${longestLine}`)
    const content = text.slice(start, stop > start && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop)
    start = stop + 1
    return content
  }
  while (start < text.length) {
    let content = nextLine()
    const first = line
    if (content.includes('\0')) throw new Fault(first, 'line', 'a NUL character: this is no text file')
    if (!content.includes('"')) {
      if (content.trim() !== '') yield { line: first, fields: content.split(';') }
      continue
    }
    while (isOpen(content)) {
      if (start >= text.length || content.length > longestLine) throw new Fault(first, 'line', 'a quote is opened and never closed')
      content += `\n${nextLine()}`
    }
    yield { line: first, fields: quotedFields(content, first) }
  }
}
