import { Fault } from '../../fault.ts'
import { recordsOf } from '../../records.ts'
import type { FileRecord } from '../../records.ts'

/** A table: its cells without spaces around them, every row as long as the first. */
export interface CsvTable {
  readonly head: FileRecord
  readonly rows: ReadonlyArray<FileRecord>
}

const delimiterOf = (text: string): string => {
  const end = text.indexOf('\n')
  const head = end === -1 ? text : text.slice(0, end)
  return !head.includes(',') && head.includes(';') ? ';' : ','
}

/**
 * A text as a table. Fields are separated by commas, or by semicolons where the first line has no comma.
 *
 * Errors: throws `Fault` for a file without lines, a row of another length, a quote that is not closed, a line that is too long.
 */
export const csvTableOf = (text: string): CsvTable => {
  const rows: Array<FileRecord> = []
  let head: FileRecord | undefined
  for (const { line, fields } of recordsOf(text, delimiterOf(text))) {
    const row = { line, fields: fields.map((field) => field.trim()) }
    if (head === undefined) head = row
    else if (fields.length !== head.fields.length)
      throw new Fault(line, head.fields[fields.length] ?? 'line', `${fields.length} fields where the first line has ${head.fields.length}`)
    else rows.push(row)
  }
  if (head === undefined) throw new Fault(0, 'line', 'the file is empty')
  return { head, rows }
}
