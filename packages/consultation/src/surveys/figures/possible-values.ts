/** A table of whole numbers with its totals as last row and last column, row by row, and which of its cells are not shown. */
export interface HiddenTable {
  readonly rows: number
  readonly columns: number
  readonly values: ReadonlyArray<number>
  readonly hidden: ReadonlyArray<boolean>
  /** What is known of a cell without looking at the table: it is from `lowest` to `highest`. */
  readonly lowest: ReadonlyArray<number>
  readonly highest: ReadonlyArray<number>
}

/**
 * What hidden cells may gain, as a residual network between rows and columns: an arc from a row to a column is what the cell
 * may rise by, the arc back what it may fall by; for a total, which stands on the other side of the sum, they are swapped.
 */
const networkOf = ({ rows, columns, values, hidden, lowest, highest }: HiddenTable, most: number): ReadonlyArray<Int32Array> => {
  const size = rows + columns
  const capacity = Array.from({ length: size }, () => new Int32Array(size))
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column
      if (hidden[cell] !== true) continue
      const isTotal = (row === rows - 1) !== (column === columns - 1)
      const [from, to] = isTotal ? [rows + column, row] : [row, rows + column]
      const [forth, back] = [capacity[from], capacity[to]]
      if (forth === undefined || back === undefined) continue
      forth[to] = Math.min((highest[cell] ?? 0) - (values[cell] ?? 0), most)
      back[from] = Math.min((values[cell] ?? 0) - (lowest[cell] ?? 0), most)
    }
  return capacity
}

/** Pushes along one shortest path, at most `limit`; 0 where there is none. Changes `capacity`. */
const push = (capacity: ReadonlyArray<Int32Array>, source: number, sink: number, limit: number): number => {
  const before = new Int32Array(capacity.length).fill(-1)
  const queue = [source]
  before[source] = source
  for (let place = 0; place < queue.length && before[sink] === -1; place++) {
    const node = queue[place] ?? 0
    capacity[node]?.forEach((free, next) => {
      if (free <= 0 || before[next] !== -1) return
      before[next] = node
      queue.push(next)
    })
  }
  if (before[sink] === -1) return 0
  let amount = limit
  for (let node = sink; node !== source; node = before[node] ?? source) amount = Math.min(amount, capacity[before[node] ?? 0]?.[node] ?? 0)
  for (let node = sink; node !== source; node = before[node] ?? source) {
    const [forth, back] = [capacity[before[node] ?? 0], capacity[node]]
    if (forth !== undefined) forth[node] = (forth[node] ?? 0) - amount
    if (back !== undefined) back[before[node] ?? 0] = (back[before[node] ?? 0] ?? 0) + amount
  }
  return amount
}

const flow = (table: HiddenTable, cell: number, isRise: boolean, limit: number): number => {
  const { rows, columns } = table
  const hidden = table.hidden.map((is, place) => is && place !== cell)
  const capacity = networkOf({ ...table, hidden }, limit)
  const [row, column] = [Math.floor(cell / columns), rows + (cell % columns)]
  const isTotal = (row === rows - 1) !== (column === rows + columns - 1)
  const [source, sink] = isTotal === isRise ? [row, column] : [column, row]
  let sum = 0
  while (sum < limit) {
    const amount = push(capacity, source, sink, limit - sum)
    if (amount === 0) break
    sum += amount
  }
  return sum
}

/**
 * How many values a hidden cell may have for a reader who knows all that is shown, that rows and columns add up to their
 * totals, and the bounds of each cell; counted up to `least`. Exact, since a flow in whole numbers is as large as any.
 *
 * Cost: two flows of at most `least` over the cells.
 * Source: D. Gusfield, A graph theoretic approach to statistical data security, SIAM J. Comput. 17 (1988), https://doi.org/10.1137/0217034.
 */
export const possibleValues = (table: HiddenTable, cell: number, least: number): number => {
  const { [cell]: value = 0 } = table.values
  const fall = Math.min(value - (table.lowest[cell] ?? 0), flow(table, cell, false, least - 1))
  if (fall >= least - 1) return least
  const rise = Math.min((table.highest[cell] ?? 0) - value, flow(table, cell, true, least - 1))
  return Math.min(least, 1 + fall + rise)
}
