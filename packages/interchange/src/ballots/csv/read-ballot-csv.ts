import type { Either } from '@isegoria/kernel'
import { Fault } from '../../fault.ts'
import { textOf } from '../../text-of.ts'
import type { BallotFile, BallotFileRejection, CountedBallot } from '../ballot-file.ts'
import { optionsOf } from '../options-of.ts'
import { orderOver } from '../order.ts'
import { rankedBallots } from '../ranked-ballots.ts'
import { refusable } from '../refusable.ts'
import { countOf, voterCount } from '../voter-count.ts'
import { approvalOf, gradedOf, pointsOf, readRanks } from './csv-ballot.ts'
import type { BallotRow, CsvOptions } from './csv-ballot.ts'
import { cellsOf, cellsOfName } from './csv-cells.ts'
import type { CsvCells } from './csv-cells.ts'
import { csvTableOf } from './csv-table.ts'
import type { CsvTable } from './csv-table.ts'

/** What a table of ballots does not say itself. */
export interface BallotCsvReading {
  /** Absent: as the file's name tells (`.ranks.csv`, `.points.csv`, `.approvals.csv`), else as the cells tell. */
  readonly cells?: CsvCells
  /** Every grade, from worst to best, where the cells are grades. */
  readonly grades?: ReadonlyArray<string>
}

interface Columns {
  readonly options: ReadonlyArray<number>
  /** -1 where there is none. */
  readonly count: number
  /** Whether the first column is the label of each row. */
  readonly hasLabels: boolean
}

const columnsOf = ({ head }: CsvTable): Columns => {
  const counts = [...head.fields.entries()].filter(([, name]) => name.toLowerCase() === 'count').map(([column]) => column)
  const [count = -1] = counts
  if (counts.length > 1) throw new Fault(head.line, 'count', 'the column stands twice')
  const hasLabels = head.fields[0] === '' && head.fields.length > 1
  const options = head.fields.flatMap((_, column) => (column === count || (hasLabels && column === 0) ? [] : [column]))
  const nameless = options.find((column) => head.fields[column] === '')
  if (nameless !== undefined) throw new Fault(head.line, `column ${nameless + 1}`, 'the option has no name')
  if (options.length === 0) throw new Fault(head.line, 'line', 'there is no column of an option')
  return { options, count, hasLabels }
}

const gradePlaces = (grades: ReadonlyArray<string> | undefined, { rows }: CsvTable): ReadonlyMap<string, number> => {
  if (grades === undefined) throw new Fault(rows[0]?.line ?? 0, 'grades', 'the cells are words: say every grade, from worst to best')
  const places = new Map(grades.map((grade, place) => [grade, place]))
  if (places.size !== grades.length) throw new Fault(0, 'grades', 'a grade stands twice in the list of grades')
  return places
}

const read = (input: string | Uint8Array, file: string, { cells, grades }: BallotCsvReading): BallotFile => {
  const table = csvTableOf(textOf(input))
  const columns = columnsOf(table)
  const names = columns.options.map((column) => table.head.fields[column] ?? '')
  const options = optionsOf(names.map((name, place) => ({ number: place + 1, name })))
  const known: CsvOptions = { ids: options.map(({ id }) => id), names }
  const meaning = cells ?? cellsOfName(file) ?? cellsOf(table.rows, columns.options, names)
  const voters = voterCount()
  const ballots: Array<CountedBallot> = []
  const rankings = rankedBallots()
  const order = orderOver(known.ids)
  const places = meaning === 'grades' ? gradePlaces(grades, table) : new Map<string, number>()
  const add = (row: BallotRow, count: number): void => {
    switch (meaning) {
      case 'approvals':
        return void ballots.push({ ballot: approvalOf(row, known), count })
      case 'points':
        return void ballots.push({ ballot: pointsOf(row, known), count })
      case 'grades':
        return void ballots.push({ ballot: gradedOf(row, known, places), count })
      case 'ranks':
        readRanks(row, known, order)
        return rankings.add(order, count)
    }
  }
  for (const { line, fields } of table.rows) {
    const count = columns.count === -1 ? 1 : countOf(fields[columns.count] ?? '', line, 'count')
    voters.add(count, line)
    add({ line, cells: columns.options.map((column) => fields[column] ?? '') }, count)
  }
  const notes = columns.hasLabels ? [{ line: table.head.line, note: 'the first column has no name; it is taken for labels and passed over' }] : []
  return { title: '', options, ballots: meaning === 'ranks' ? rankings.all() : ballots, withdrawn: [], notes }
}

/**
 * Reads a table of ballots: one column an option, one row a ballot, or as many equal ones as its column `count` says.
 *
 * Cells are approvals (`x` or 1; nothing or 0), ranks (1 is best; nothing is unranked), points or grades (nothing is not
 * judged). Grades, as words, become scores from 0 for the worst. Numbers are read as ranks or as points only where that is
 * said, by `reading` or by a name such as `town.ranks.csv`. Rankings are ordinal ballots where none has a tie, else weak
 * orders. A first column without a name holds labels. Options that share a name have the numbers of their columns for ids.
 * Errors: the first fault with line and column. Cost: linear in the file.
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const read = readBallotCsv('Ann,Bob,count\n2,1,40\n1,,3\n', 'board.ranks.csv')
 * E.isRight(read) && read.right.ballots[0] // => { ballot: { type: 'ordinal', ranking: ['Bob', 'Ann'] }, count: 40 }
 */
export const readBallotCsv = (input: string | Uint8Array, file: string, reading: BallotCsvReading = {}): Either<BallotFileRejection, BallotFile> =>
  refusable(file, () => read(input, file, reading))
