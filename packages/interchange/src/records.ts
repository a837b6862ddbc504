import { parse } from 'csv-parse/sync'
import { Fault } from './fault.ts'
import { linesOf, longestLine } from './lines.ts'

/** One record of a file: its fields and the line on which it starts. */
export interface FileRecord {
  readonly line: number
  readonly fields: ReadonlyArray<string>
}

const parsedRows = (text: string, line: number, delimiter: string): ReadonlyArray<unknown> => {
  try {
    const rows: unknown = parse(text, { delimiter, relax_quotes: true })
    return Array.isArray(rows) ? rows : []
  } catch (thrown) {
    throw new Fault(line, 'line', `quotes cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
  }
}

/** Lines that were taken together for a quote and turn out to be several records would otherwise lose all but the first. */
const quotedFields = (text: string, line: number, delimiter: string): ReadonlyArray<string> => {
  const [first, ...more] = parsedRows(text, line, delimiter)
  if (more.length > 0) throw new Fault(line, 'line', 'quotes cannot be read: a quote within a field is not doubled')
  return Array.isArray(first) ? first.map(String) : []
}

const hasOddQuotes = (text: string): boolean => {
  let quotes = 0
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) quotes++
  return quotes % 2 === 1
}

/** True when a field of this first line is quoted and its closing quote is still to come. */
const isOpen = (text: string, delimiter: string): boolean => (text.startsWith('"') || text.includes(`${delimiter}"`)) && hasOddQuotes(text)

/**
 * The records of a file with `delimiter` between fields; a field in quotes may hold it too, doubled quotes and line ends.
 * Empty lines are passed over.
 *
 * Lines without a quote are split directly, the others go through csv-parse. Errors: throws `Fault` for a line beyond
 * 1 MiB, a NUL character, or a quote that is never closed. Cost: linear in the text.
 */
export function* recordsOf(text: string, delimiter: string): Generator<FileRecord> {
  const { next, line } = linesOf(text)
  for (let content = next(); content !== undefined; content = next()) {
    const first = line()
    if (!content.includes('"')) {
      if (content.trim() !== '') yield { line: first, fields: content.split(delimiter) }
      continue
    }
    const lines = [content]
    let length = content.length
    for (let open = isOpen(content, delimiter); open;) {
      const more = length > longestLine ? undefined : next()
      if (more === undefined) throw new Fault(first, 'line', 'a quote is opened and never closed')
      lines.push(more)
      length += more.length + 1
      if (hasOddQuotes(more)) open = false
    }
    yield { line: first, fields: quotedFields(lines.join('\n'), first, delimiter) }
  }
}
