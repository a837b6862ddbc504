import type { FileRecord } from './records.ts'
import { Fault } from './rejection.ts'

/** A section of the file: its column names, and its records, each as long as the header. */
export interface Section {
  readonly line: number
  readonly columns: ReadonlyArray<string>
  readonly rows: ReadonlyArray<FileRecord>
}

export interface Sections {
  readonly meta: Section
  readonly projects: Section
  readonly votes: Section
}

const names = ['META', 'PROJECTS', 'VOTES'] as const
type SectionName = (typeof names)[number]

const sectionName = ({ fields }: FileRecord): SectionName | undefined => {
  const [first = '', ...rest] = fields
  return rest.every((field) => field.trim() === '') ? names.find((name) => name === first.trim().toUpperCase()) : undefined
}

const sectionOf = (name: SectionName, line: number, records: ReadonlyArray<FileRecord>): Section => {
  const [header, ...rows] = records
  if (header === undefined) throw new Fault(line, name, 'the section has no header line')
  const columns = header.fields.map((column) => column.trim())
  const repeated = columns.find((column, place) => columns.indexOf(column) !== place)
  if (repeated !== undefined) throw new Fault(header.line, repeated, 'the column stands twice in the header')
  for (const row of rows)
    if (row.fields.length !== columns.length)
      throw new Fault(row.line, columns[row.fields.length] ?? name, `${row.fields.length} fields where the header names ${columns.length}`)
  return { line, columns, rows }
}

/** Cuts a file into its three sections, in their order. Errors: throws `Fault` for one that is missing, repeated or out of order. */
export const sectionsOf = (records: Iterable<FileRecord>): Sections => {
  const found: Array<{ name: SectionName; line: number; records: Array<FileRecord> }> = []
  for (const record of records) {
    const name = sectionName(record)
    if (name !== undefined) {
      const expected = names[found.length]
      if (name !== expected) throw new Fault(record.line, name, `the section does not belong here; ${expected ?? 'the end of the file'} was expected`)
      found.push({ name, line: record.line, records: [] })
    } else {
      const last = found.at(-1)
      if (last === undefined) throw new Fault(record.line, 'META', 'the file does not start with the section META')
      last.records.push(record)
    }
  }
  const section = (name: SectionName): Section => {
    const part = found.find((candidate) => candidate.name === name)
    if (part === undefined) throw new Fault(found.at(-1)?.line ?? 0, name, found.length === 0 ? 'the file is empty' : 'the section is missing')
    return sectionOf(name, part.line, part.records)
  }
  return { meta: section('META'), projects: section('PROJECTS'), votes: section('VOTES') }
}

/** Reads one column of a row; absent columns give `undefined`. */
export const column = (section: Section, name: string): ((row: FileRecord) => string | undefined) => {
  const place = section.columns.indexOf(name)
  return place === -1 ? () => undefined : (row) => row.fields[place]?.trim()
}

/** Reads a column that must exist. Errors: throws `Fault` on the section's line. */
export const requiredColumn = (section: Section, name: string): ((row: FileRecord) => string) => {
  if (!section.columns.includes(name)) throw new Fault(section.line + 1, name, 'the column is missing from the header')
  const read = column(section, name)
  return (row) => read(row) ?? ''
}

/** All columns but the named ones, where they are not empty. */
export const otherColumns = (section: Section, known: ReadonlySet<string>): ((row: FileRecord) => Readonly<Record<string, string>>) => {
  const places = [...section.columns.entries()].filter(([, name]) => !known.has(name))
  return ({ fields }) => {
    const others: Array<readonly [string, string]> = []
    for (const [place, name] of places) {
      const value = fields[place]?.trim()
      if (value !== undefined && value !== '') others.push([name, value])
    }
    return Object.fromEntries(others)
  }
}
