import { hiddenOfTable, withTotals } from './hidden-of-table.ts'
import type { HiddenTable } from './possible-values.ts'
import { suppressedCounts } from './published.ts'
import type { Published } from './published.ts'

/** Rows of figures as they may be published, with the row totals last in each, and the column totals as last row. */
type Shown = ReadonlyArray<ReadonlyArray<Published>>

const rowsOf = ({ rows, columns, values, hidden }: HiddenTable): Shown => {
  const shown = values.map((value, cell) => (hidden[cell] === true ? 'suppressed' : value))
  return Array.from({ length: rows }, (_, row) => shown.slice(row * columns, (row + 1) * columns))
}

/** Where each person has given one choice: cells add up to the totals, and whatever is below `k` is hidden. */
export const shownOfSingle = (cells: ReadonlyArray<ReadonlyArray<number>>, columns: number, k: number): Shown => {
  const table = withTotals(cells, columns)
  const hidden = table.values.map((value) => value < k)
  return rowsOf({ ...table, hidden: hiddenOfTable({ ...table, hidden }, k) })
}

/**
 * Where each person has given from one to `atMost` choices: the last row says how many persons there are, not how many choices.
 * A cell is hidden too where fewer than `k` have not given the choice, and with the number of the persons of a column all that
 * is in it. What they gave adds up to no known total, but to one from as many as there are persons to `atMost` times as many,
 * and no choice was given by more persons than there are: so much a reader knows. As many persons can have given whatever keeps
 * to that, in turn, so a cell that is protected in such a table is protected among persons.
 */
export const shownOfMultiple = (cells: ReadonlyArray<ReadonlyArray<number>>, answered: ReadonlyArray<number>, atMost: number, k: number): Shown => {
  const table = withTotals(cells, answered.length)
  const { rows, columns, values } = table
  const withheld = suppressedCounts(answered, k, 0)
  const persons = [...answered, answered.reduce((sum, count) => sum + count, 0)]
  if (withheld === undefined) return Array.from({ length: rows }, () => persons.map(() => 'suppressed'))
  const isSum = (cell: number): boolean => Math.floor(cell / columns) === rows - 1
  const most = values.map((_, cell) => persons[cell % columns] ?? 0)
  const bounded = {
    ...table,
    lowest: most.map((count, cell) => (isSum(cell) ? count : 0)),
    highest: most.map((count, cell) => (isSum(cell) ? atMost * count : count)),
  }
  const hidden = values.map((value, cell) => {
    const count = most[cell] ?? 0
    return isSum(cell) || value < k || count - value < k || withheld.has(cell % columns)
  })
  const shown = rowsOf({ ...bounded, hidden: hiddenOfTable({ ...bounded, hidden }, k, (cell) => !isSum(cell)) })
  return [...shown.slice(0, -1), persons.map((count, column) => (withheld.has(column) ? 'suppressed' : count))]
}
