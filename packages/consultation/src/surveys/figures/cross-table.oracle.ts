import type { CrossTable } from './cross-table.ts'
import type { Published } from './published.ts'

/** How many persons there are in a column and how many of them gave each choice. */
type Column = ReadonlyArray<number>

/** Everything that up to `most` persons can have given, each of them one of `sets` (lists of choices): person by person. */
const columnsOf = (choices: number, sets: ReadonlyArray<ReadonlyArray<number>>, most: number): ReadonlyArray<Column> => {
  let layer = new Map<string, Column>([['', Array.from({ length: choices + 1 }, () => 0)]])
  const all: Column[] = [...layer.values()]
  for (let person = 0; person < most; person++) {
    const next = new Map<string, Column>()
    for (const column of layer.values())
      for (const set of sets) {
        const after = column.map((count, place) => count + (place === 0 || set.includes(place - 1) ? 1 : 0))
        next.set(after.join(), after)
      }
    layer = next
    all.push(...layer.values())
  }
  return all
}

const fits = (value: number, shown: Published | undefined): boolean => shown === 'suppressed' || shown === value

/**
 * The values that each suppressed figure of a table may have, for a reader who tries out whatever persons can have answered.
 * The total must be shown, and there are two columns.
 */
export const valuesOfSuppressed = (table: CrossTable, sets: ReadonlyArray<ReadonlyArray<number>>): ReadonlyMap<string, ReadonlySet<number>> => {
  const total = table.total === 'suppressed' ? 0 : table.total
  const everything = columnsOf(table.rows.length, sets, total)
  const [left = [], right = []] = table.columns.map((_, place) =>
    everything.filter(
      ([answered = 0, ...given]) => fits(answered, table.columnTotals[place]) && given.every((count, row) => fits(count, table.cells[row]?.[place])),
    ),
  )
  const byAnswered = new Map<number, Column[]>()
  for (const column of right) byAnswered.set(column[0] ?? 0, [...(byAnswered.get(column[0] ?? 0) ?? []), column])
  const values = new Map<string, Set<number>>()
  const note = (name: string, value: number, shown: Published | undefined): void => {
    if (shown === 'suppressed') values.set(name, (values.get(name) ?? new Set()).add(value))
  }
  for (const [answered = 0, ...given] of left)
    for (const [others = 0, ...rest] of byAnswered.get(total - answered) ?? []) {
      if (!given.every((count, row) => fits(count + (rest[row] ?? 0), table.rowTotals[row]))) continue
      note('total 0', answered, table.columnTotals[0])
      note('total 1', others, table.columnTotals[1])
      given.forEach((count, row) => {
        note(`${row} of all`, count + (rest[row] ?? 0), table.rowTotals[row])
        note(`${row} of 0`, count, table.cells[row]?.[0])
        note(`${row} of 1`, rest[row] ?? 0, table.cells[row]?.[1])
      })
    }
  return values
}
