import { parse } from 'csv-parse/sync'
import { Fault } from './rejection.ts'

/** One record of a file: its fields and the line on which it starts. */
export interface FileRecord {
  readonly line: number
  readonly fields: ReadonlyArray<string>
}

const longestLine = 1024 * 1024

const parsedRows = (text: string, line: number): ReadonlyArray<unknown> => {
  try {
    const rows: unknown = parse(text, { delimiter: ';', relax_quotes: true })
    return Array.isArray(rows) ? rows : []
  } catch (thrown) {
    throw new Fault(line, 'line', `quotes cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
  }
}

/** Lines that were taken together for a quote and turn out to be several records would otherwise lose all but the first. */
const quotedFields = (text: string, line: number): ReadonlyArray<string> => {
  const [first, ...more] = parsedRows(text, line)
  if (more.length > 0) throw new Fault(line, 'line', 'quotes cannot be read: a quote within a field is not doubled')
  return Array.isArray(first) ? first.map(String) : []
}

const hasOddQuotes = (text: string): boolean => {
  let quotes = 0
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) quotes++
  return quotes % 2 === 1
}

/** True when a field of this first line is quoted and its closing quote is still to come. */
const isOpen = (text: string): boolean => /(^|;)"/.test(text) && hasOddQuotes(text)

/**
 * The records of a file with `;` between fields; a field in quotes may hold `;`, doubled quotes and line ends.
 *
 * Lines without a quote are split directly, the others go through csv-parse. Errors: throws `Fault` for a line beyond
 * 1 MiB, a NUL character, or a quote that is never closed. Cost: linear in the text.
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
    if (content.includes('\0')) throw new Fault(line, 'line', 'a NUL character: this is no text file')
    return content
  }
  while (start < text.length) {
    const content = nextLine()
    const first = line
    if (!content.includes('"')) {
      if (content.trim() !== '') yield { line: first, fields: content.split(';') }
      continue
    }
    const lines = [content]
    let length = content.length
    for (let open = isOpen(content); open;) {
      if (start >= text.length || length > longestLine) throw new Fault(first, 'line', 'a quote is opened and never closed')
      const next = nextLine()
      lines.push(next)
      length += next.length + 1
      if (hasOddQuotes(next)) open = false
    }
    yield { line: first, fields: quotedFields(lines.join('\n'), first) }
  }
}
