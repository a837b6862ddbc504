import { add, compare, multiply, ratio, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'

const sumOf = (ratios: ReadonlyArray<Ratio>): Ratio => ratios.reduce(add, zero)

/** Whether shares are a lottery that no option beats on average: the inequality that defines a maximal lottery. */
export const isMaximal = (margins: ReadonlyArray<ReadonlyArray<bigint>>, shares: ReadonlyArray<Ratio>): boolean =>
  shares.length === margins.length &&
  compare(sumOf(shares), ratio(1n)) === 0 &&
  shares.every((share) => compare(share, zero) >= 0) &&
  margins.every((row) => compare(sumOf(row.map((margin, place) => multiply(ratio(margin), shares[place] ?? zero))), zero) <= 0)

/** All matrices of `size - 1` rows and one row of ones have at most one solution; every vertex of the maximal lotteries is one. */
const solve = (rows: ReadonlyArray<ReadonlyArray<Ratio>>, width: number): ReadonlyArray<Ratio> | undefined => {
  const left = rows.map((row) => [...row])
  for (let column = 0; column < width; column++) {
    const found = left.findIndex((row, place) => place >= column && (row[column] ?? zero).numerator !== 0n)
    const chosen = left[found]
    const top = left[column]
    if (chosen === undefined || top === undefined) return undefined
    left[found] = top
    const { numerator, denominator } = chosen[column] ?? zero
    const scaled = chosen.map((value) => multiply(value, ratio(denominator, numerator)))
    left[column] = scaled
    for (const [place, row] of left.entries()) {
      if (place === column) continue
      const factor = row[column] ?? zero
      left[place] = row.map((value, at) => add(value, multiply(multiply(factor, ratio(-1n)), scaled[at] ?? zero)))
    }
  }
  if (left.slice(width).some((row) => (row[width] ?? zero).numerator !== 0n)) return undefined
  return left.slice(0, width).map((row) => row[width] ?? zero)
}

/** The corners of the set of maximal lotteries: for each set of options with a share the only shares that balance all of it. */
export const corners = (margins: ReadonlyArray<ReadonlyArray<bigint>>): ReadonlyArray<ReadonlyArray<Ratio>> => {
  const size = margins.length
  const found: Array<ReadonlyArray<Ratio>> = []
  for (let bits = 1; bits < 1 << size; bits++) {
    const within = [...margins.keys()].filter((option) => (bits & (1 << option)) !== 0)
    const balanced = within.map((one) => [...within.map((other) => ratio(margins[one]?.[other] ?? 0n)), zero])
    const shares = solve([...balanced, [...within.map(() => ratio(1n)), ratio(1n)]], within.length)
    if (shares === undefined) continue
    const all = margins.map((_, option) => shares[within.indexOf(option)] ?? zero)
    if (isMaximal(margins, all)) found.push(all)
  }
  return found
}
