import { Fault } from '../fault.ts'
import type { FileRecord, Records } from '../records.ts'

/** A section of the file: its column names, and its records, each as long as the header, read as they are asked for. */
export interface Section {
  readonly line: number
  readonly columns: ReadonlyArray<string>
  readonly rows: Iterable<FileRecord>
}

/** The sections of a file in their order; the rows of one are read to their end before the next is asked for. */
export interface Sections {
  readonly meta: () => Section
  readonly projects: () => Section
  readonly votes: () => Section
}

const names = ['META', 'PROJECTS', 'VOTES'] as const
type SectionName = (typeof names)[number]

const sectionName = ({ fields }: FileRecord): SectionName | undefined => {
  const [first = '', ...rest] = fields
  return rest.every((field) => field.trim() === '') ? names.find((name) => name === first.trim().toUpperCase()) : undefined
}

const columnsOf = (header: FileRecord): ReadonlyArray<string> => {
  const columns = header.fields.map((column) => column.trim())
  const known = new Set<string>()
  const repeated = columns.find((column) => known.size === known.add(column).size)
  if (repeated !== undefined) throw new Fault(header.line, repeated, 'the column stands twice in the header')
  return columns
}

/** Cuts a file into its three sections, in their order. Errors: throws `Fault` for one that is missing, repeated or out of order. */
export const sectionsOf = (records: Pick<Records, 'next'>): Sections => {
  let heading: { readonly name: SectionName; readonly line: number } | undefined
  let lastLine = 0

  /** The next record of the section; `undefined` at its end, when `heading` is that of the next section. What `isRow` is no heading. */
  const nextRow = (isRow: (record: FileRecord) => boolean = () => false): FileRecord | undefined => {
    const next = records.next()
    heading = undefined
    if (next === undefined) return undefined
    const name = isRow(next) ? undefined : sectionName(next)
    if (name === undefined) return next
    heading = { name, line: next.line }
    return undefined
  }

  function* rowsOf(name: SectionName, columns: ReadonlyArray<string>): Generator<FileRecord> {
    // A voter may be called `meta` and choose nothing; no section follows the votes, so that a whole record there is a row.
    const isRow = ({ fields }: FileRecord): boolean => name === 'VOTES' && columns.length > 1 && fields.length === columns.length
    for (let row = nextRow(isRow); row !== undefined; row = nextRow(isRow)) {
      if (row.fields.length !== columns.length)
        throw new Fault(row.line, columns[row.fields.length] ?? name, `${row.fields.length} fields where the header names ${columns.length}`)
      yield row
    }
    if (name === 'VOTES' && heading !== undefined)
      throw new Fault(heading.line, heading.name, 'the section does not belong here; the end of the file was expected')
  }

  const section = (name: SectionName) => (): Section => {
    if (name === 'META') {
      const first = nextRow()
      if (first !== undefined) throw new Fault(first.line, 'META', 'the file does not start with the section META')
    }
    if (heading === undefined) throw new Fault(lastLine, name, lastLine === 0 ? 'the file is empty' : 'the section is missing')
    const { line } = heading
    if (heading.name !== name) throw new Fault(line, heading.name, `the section does not belong here; ${name} was expected`)
    lastLine = line
    const header = nextRow()
    if (header === undefined) throw new Fault(line, name, 'the section has no header line')
    const columns = columnsOf(header)
    return { line, columns, rows: rowsOf(name, columns) }
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
