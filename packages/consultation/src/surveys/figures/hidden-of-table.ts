import { possibleValues } from './possible-values.ts'
import type { HiddenTable } from './possible-values.ts'
import { leastValues } from './published.ts'

/** A table with its totals as last row and last column, of whose cells is known that they are not negative. */
export const withTotals = (cells: ReadonlyArray<ReadonlyArray<number>>, columns: number): Omit<HiddenTable, 'hidden'> => {
  const totals = Array.from({ length: columns }, (_, column) => cells.reduce((sum, row) => sum + (row[column] ?? 0), 0))
  const values = [...cells, totals].flatMap((row) => [...row, row.reduce((sum, value) => sum + value, 0)])
  const [lowest, highest] = [values.map(() => 0), values.map(() => Number.MAX_SAFE_INTEGER)]
  return { rows: cells.length + 1, columns: columns + 1, values, lowest, highest }
}

type Bare = Omit<HiddenTable, 'hidden'>

/** Inner cells first, then totals, then the grand total. */
const rankOf = ({ rows, columns }: Bare, cell: number): number =>
  (Math.floor(cell / columns) === rows - 1 ? 1 : 0) + (cell % columns === columns - 1 ? 1 : 0)

type InLine = (cell: number) => boolean

const rowOf = ({ columns }: Bare, cell: number): InLine => {
  const row = Math.floor(cell / columns)
  return (other) => Math.floor(other / columns) === row
}
const columnOf = ({ columns }: Bare, cell: number): InLine => {
  const column = cell % columns
  return (other) => other % columns === column
}
const hidesIn = ({ hidden }: HiddenTable, cell: number, isInLine: InLine): boolean =>
  hidden.some((is, other) => is && other !== cell && isInLine(other))

/** The shown cell of a line that costs least to hide: inner, then beside others that are hidden already, then small. */
const cheapestIn = (table: HiddenTable, isInLine: InLine): number | undefined => {
  const shown = table.hidden.flatMap((is, cell) => (is || !isInLine(cell) ? [] : [cell]))
  const priced = shown.map((cell) => {
    const lines = [rowOf(table, cell), columnOf(table, cell)]
    return { cell, rank: rankOf(table, cell), lone: lines.filter((line) => !hidesIn(table, cell, line)).length, value: table.values[cell] ?? 0 }
  })
  const [cheapest] = priced.toSorted((one, other) => one.rank - other.rank || one.lone - other.lone || one.value - other.value)
  return cheapest?.cell
}

/** The next cell to hide for the sake of `cell`: in its row or column, or in another, that hides one cell alone; else in its own. */
const complementOf = (table: HiddenTable, cell: number): number | undefined => {
  const linesOf = (one: number): ReadonlyArray<InLine> => [rowOf(table, one), columnOf(table, one)]
  const hidden = table.hidden.flatMap((is, one) => (is ? [one] : []))
  for (const one of [cell, ...hidden])
    for (const line of linesOf(one)) {
      const found = hidesIn(table, one, line) ? undefined : cheapestIn(table, line)
      if (found !== undefined) return found
    }
  return cheapestIn(table, (other) => linesOf(cell).some((line) => line(other))) ?? cheapestIn(table, () => true)
}

const exposedIn = (table: HiddenTable, least: number, isPrinted: (cell: number) => boolean): number | undefined => {
  const found = table.hidden.findIndex((is, cell) => is && isPrinted(cell) && possibleValues(table, cell, least) < least)
  return found === -1 ? undefined : found
}

/**
 * Which cells of a table with totals are not shown, in the order of `values`: those of `hidden`, and so many more that a reader
 * must think at least `k` values of each possible, and never fewer than two. What is not even printed needs no protection.
 *
 * Inner cells go before totals, small ones before large ones; at last those are shown again that nobody needs hidden. It is a
 * heuristic: what it hides protects, and is not always the least that would. A reader who reasons from this very order, and not
 * from the figures alone, may narrow a cell further.
 * Cost: a flow for each hidden cell, for each cell hidden for another's sake.
 */
export const hiddenOfTable = (given: HiddenTable, k: number, isPrinted: (cell: number) => boolean = () => true): ReadonlyArray<boolean> => {
  const least = leastValues(k)
  let table = given
  const others: number[] = []
  const hide = (cell: number, is: boolean): HiddenTable => ({ ...table, hidden: table.hidden.with(cell, is) })
  for (;;) {
    const exposed = exposedIn(table, least, isPrinted)
    const next = exposed === undefined ? undefined : complementOf(table, exposed)
    if (next === undefined) break
    table = hide(next, true)
    others.push(next)
  }
  const dearest = others.toSorted((one, other) => rankOf(table, other) - rankOf(table, one) || (table.values[other] ?? 0) - (table.values[one] ?? 0))
  for (const cell of dearest) {
    const without = hide(cell, false)
    if (exposedIn(without, least, isPrinted) === undefined) table = without
  }
  return table.hidden
}
