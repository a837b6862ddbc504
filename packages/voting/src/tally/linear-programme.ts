/** Most of `objective · x` for `x ≥ 0` and `rows · x ≤ limits`, where no limit is negative, so that `x = 0` is a start. */
export interface LinearProgramme {
  readonly objective: ReadonlyArray<bigint>
  readonly rows: ReadonlyArray<ReadonlyArray<bigint>>
  readonly limits: ReadonlyArray<bigint>
}

/** An optimum; all of it over one denominator, which is positive. */
export interface Optimum {
  readonly denominator: bigint
  readonly values: ReadonlyArray<bigint>
  /** What one unit more of each limit would be worth. A row with a positive price is tight in every optimum. */
  readonly prices: ReadonlyArray<bigint>
}

/** The column to enter: the steepest, or by Bland's rule the one whose variable was numbered first. */
const entering = (costs: ReadonlyArray<bigint>, columns: ReadonlyArray<number>, isCareful: boolean): number => {
  let best = -1
  for (let column = 0; column < columns.length; column++) {
    const cost = costs[column] ?? 0n
    if (cost >= 0n) continue
    const isBetter = best === -1 || (isCareful ? (columns[column] ?? 0) < (columns[best] ?? 0) : cost < (costs[best] ?? 0n))
    if (isBetter) best = column
  }
  return best
}

/** The row that binds first in a column: the smallest limit in proportion, of equals the one whose variable was numbered first. */
const leaving = (table: ReadonlyArray<ReadonlyArray<bigint>>, basis: ReadonlyArray<number>, column: number): number => {
  let best = -1
  let [bestLimit, bestStep] = [0n, 1n]
  for (let row = 0; row < basis.length; row++) {
    const step = table[row]?.[column] ?? 0n
    if (step <= 0n) continue
    const limit = table[row]?.at(-1) ?? 0n
    const order = best === -1 ? -1n : limit * bestStep - bestLimit * step
    if (order > 0n || (order === 0n && (basis[row] ?? 0) > (basis[best] ?? 0))) continue
    best = row
    ;[bestLimit, bestStep] = [limit, step]
  }
  return best
}

/** One exchange in a table of whole numbers over one denominator (Edmonds, Bareiss): every division is exact. */
const pivot = (table: ReadonlyArray<Array<bigint>>, row: number, column: number, denominator: bigint): bigint => {
  const chosen = table[row] ?? []
  const by = chosen[column] ?? 1n
  for (let other = 0; other < table.length; other++) {
    const line = table[other]
    if (line === undefined || other === row) continue
    const factor = line[column] ?? 0n
    for (let place = 0; place < line.length; place++)
      if (place !== column) line[place] = ((line[place] ?? 0n) * by - factor * (chosen[place] ?? 0n)) / denominator
    line[column] = -factor
  }
  chosen[column] = denominator
  return by
}

/**
 * The simplex method on whole numbers, so that nothing is rounded. The programme must have an optimum.
 *
 * It takes the steepest column, and after a step that gains nothing the careful one until something is gained, so that it ends.
 * Cost: rows × columns for each step, on numbers that grow to the size of a determinant.
 * Source: R. G. Bland, "New finite pivoting rules for the simplex method", 1977, https://doi.org/10.1287/moor.2.2.103;
 * E. H. Bareiss, "Sylvester's identity and multistep integer-preserving Gaussian elimination", 1968,
 * https://doi.org/10.1090/S0025-5718-1968-0226829-0
 */
export const optimumOf = ({ objective, rows, limits }: LinearProgramme): Optimum => {
  const [width, height] = [objective.length, rows.length]
  const table = [...rows.map((row, place) => [...row, limits[place] ?? 0n]), [...objective.map((gain) => -gain), 0n]]
  const columns = Array.from({ length: width }, (_, place) => place)
  const basis = Array.from({ length: height }, (_, place) => width + place)
  let denominator = 1n
  let isCareful = false
  for (;;) {
    const column = entering(table[height] ?? [], columns, isCareful)
    if (column === -1) break
    const row = leaving(table, basis, column)
    if (row === -1) throw new RangeError('a linear programme without an optimum')
    isCareful = table[row]?.[width] === 0n
    denominator = pivot(table, row, column, denominator)
    const [entered = 0, left = 0] = [columns[column], basis[row]]
    columns[column] = left
    basis[row] = entered
  }
  const values = Array.from({ length: width }, () => 0n)
  const prices = Array.from({ length: height }, () => 0n)
  for (const [row, variable] of basis.entries()) if (variable < width) values[variable] = table[row]?.[width] ?? 0n
  for (const [column, variable] of columns.entries()) if (variable >= width) prices[variable - width] = table[height]?.[column] ?? 0n
  return { denominator, values, prices }
}
