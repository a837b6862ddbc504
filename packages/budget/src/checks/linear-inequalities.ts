import { ratio } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'

/** `Σ coefficients[j] · x[j] ≤ bound`. */
export interface Inequality {
  readonly coefficients: ReadonlyArray<bigint>
  readonly bound: bigint
}

/** A point that keeps all inequalities, or what proves that there is none. */
export type Solution =
  | { readonly type: 'point'; readonly point: ReadonlyArray<Ratio> }
  /**
   * A weight for each inequality, none negative: so weighted their sum has no negative coefficient and a negative bound, so that
   * no `x` without negative parts keeps it.
   */
  | { readonly type: 'contradiction'; readonly weights: ReadonlyArray<bigint> }

/** Rows of whole numbers, all over one denominator; in each the bound stands last. The first is that of the aim. */
interface Tableau {
  readonly rows: Array<Array<bigint>>
  /** Which column each row, but the first, solves for; columns beyond the last are those of no variable. */
  readonly basis: Array<number>
  denominator: bigint
}

const tableauOf = (inequalities: ReadonlyArray<Inequality>, variables: number): Tableau => {
  const columns = variables + inequalities.length
  const aim = Array.from({ length: columns + 1 }, () => 0n)
  const basis: Array<number> = []
  const rows = inequalities.map(({ coefficients, bound }, place) => {
    const sign = bound < 0n ? -1n : 1n
    const row = Array.from({ length: columns + 1 }, () => 0n)
    for (const [column, coefficient] of coefficients.entries()) row[column] = sign * coefficient
    row[variables + place] = sign
    row[columns] = sign * bound
    basis.push(sign === 1n ? variables + place : columns + 1 + place)
    if (sign === -1n) for (const [column, value] of row.entries()) aim[column] = (aim[column] ?? 0n) - value
    return row
  })
  return { rows: [aim, ...rows], basis, denominator: 1n }
}

/** Solves a row for a column. Every division comes out even, for every entry is a minor of the first tableau. */
const pivot = (tableau: Tableau, at: number, column: number): void => {
  const pivotRow = tableau.rows[at] ?? []
  const by = pivotRow[column] ?? 1n
  for (const [place, row] of tableau.rows.entries()) {
    if (place === at) continue
    const factor = row[column] ?? 0n
    for (let j = 0; j < row.length; j++) row[j] = ((row[j] ?? 0n) * by - factor * (pivotRow[j] ?? 0n)) / tableau.denominator
  }
  tableau.basis[at - 1] = column
  tableau.denominator = by
}

/** The row that limits how far a column can grow; of those that are level, that of the lowest column, so that it ends. */
const limitOf = ({ rows, basis }: Tableau, column: number): number => {
  let limit = -1
  for (let at = 1; at < rows.length; at++) {
    const row = rows[at] ?? []
    const entry = row[column] ?? 0n
    if (entry <= 0n) continue
    const best = rows[limit] ?? []
    const order = limit < 0 ? -1n : (row.at(-1) ?? 0n) * (best[column] ?? 0n) - (best.at(-1) ?? 0n) * entry
    if (order < 0n || (order === 0n && (basis[at - 1] ?? 0) < (basis[limit - 1] ?? 0))) limit = at
  }
  return limit
}

/**
 * A point without negative parts that keeps all inequalities, exactly.
 *
 * Cost: the simplex method over whole numbers; exponential in the worst case, quick for tens of rows.
 * Source: the first phase of Dantzig's method with the rule of Bland, "New finite pivoting rules for the simplex method", 1977,
 * and whole-number pivots after Edmonds, "Systems of distinct representatives and linear algebra", 1967
 */
export const solutionOf = (inequalities: ReadonlyArray<Inequality>, variables: number): Solution => {
  const tableau = tableauOf(inequalities, variables)
  const columns = variables + inequalities.length
  const aim = tableau.rows[0] ?? []
  for (;;) {
    const column = aim.findIndex((cost, place) => place < columns && cost < 0n)
    if (column < 0) break
    pivot(tableau, limitOf(tableau, column), column)
  }
  if ((aim[columns] ?? 0n) < 0n) return { type: 'contradiction', weights: aim.slice(variables, columns) }
  const point = Array.from({ length: variables }, () => ratio(0n))
  for (const [place, column] of tableau.basis.entries())
    if (column < variables) point[column] = ratio(tableau.rows[place + 1]?.[columns] ?? 0n, tableau.denominator)
  return { type: 'point', point }
}
