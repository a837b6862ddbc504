import { parse } from 'csv-parse/sync'
import { Fault } from './fault.ts'
import { linesOf, longestLine } from './lines.ts'
import { plainRow } from './plain-row.ts'

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

/** The records of a file, one after another. */
export interface Records {
  readonly text: string
  /** The next record; `undefined` where there is none. Errors: throws `Fault` as `recordsOf` does. */
  readonly next: () => FileRecord | undefined
  /** Reads the next record in place if it is a `plainRow` of as many fields; else it stays where it is, for `next`. */
  readonly plain: (ends: Int32Array) => boolean
  /** The line of the record that `plain` read last. */
  readonly line: () => number
}

/** Reads a file record by record, see `recordsOf`. */
export const recordReader = (text: string, delimiter: string): Records => {
  const lines = linesOf(text)
  const code = delimiter.charCodeAt(0)
  const quotedRecord = (content: string): FileRecord => {
    const first = lines.line()
    const taken = [content]
    let length = content.length
    for (let open = isOpen(content, delimiter); open;) {
      const more = length > longestLine ? undefined : lines.next()
      if (more === undefined) throw new Fault(first, 'line', 'a quote is opened and never closed')
      taken.push(more)
      length += more.length + 1
      if (hasOddQuotes(more)) open = false
    }
    return { line: first, fields: quotedFields(taken.join('\n'), first, delimiter) }
  }
  return {
    text,
    line: lines.line,
    next: () => {
      for (let content = lines.next(); content !== undefined; content = lines.next()) {
        if (content.includes('"')) return quotedRecord(content)
        if (content.trim() !== '') return { line: lines.line(), fields: content.split(delimiter) }
      }
      return undefined
    },
    plain: (ends) => {
      const next = plainRow(text, lines.start(), code, ends)
      if (next === -1) return false
      lines.passTo(next)
      return true
    },
  }
}

/**
 * The records of a file with `delimiter` between fields; a field in quotes may hold it too, doubled quotes and line ends.
 * Empty lines are passed over.
 *
 * Lines without a quote are split directly, the others go through csv-parse. Errors: throws `Fault` for a line beyond
 * 1 MiB, a NUL character, or a quote that is never closed. Cost: linear in the text.
 */
export function* recordsOf(text: string, delimiter: string): Generator<FileRecord> {
  const { next } = recordReader(text, delimiter)
  for (let record = next(); record !== undefined; record = next()) yield record
}
