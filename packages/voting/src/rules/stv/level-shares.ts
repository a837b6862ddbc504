import { largeFixedPoint } from './fixed-point.ts'
import type { FixedPoint } from './fixed-point.ts'

/** Options of one tier up to which `smallFixedPoint` is exact: a binomial coefficient of 9 is at most 126. */
const mostSmallLevel = 10

/** What a vote that reaches a tier gives to each of its members, and what it passes on. */
export interface LevelShares<N> {
  readonly kept: ReadonlyArray<N>
  readonly passed: N
}

/** The binomial coefficients of each size, a row when it is first asked for. */
const binomials = <N>(fixed: FixedPoint<N>): ((size: number) => ReadonlyArray<N>) => {
  const rows: Array<ReadonlyArray<N>> = [[fixed.from(1n)]]
  const row = (size: number): ReadonlyArray<N> => {
    for (let above = rows.at(-1) ?? []; rows.length <= size; above = rows.at(-1) ?? [])
      rows.push(Array.from({ length: rows.length + 1 }, (_, place) => fixed.plus(above[place - 1] ?? fixed.zero, above[place] ?? fixed.zero)))
    return rows[size] ?? []
  }
  return row
}

/** The coefficients of a polynomial in x, the highest power first, times `x + value`; in place. */
const timesFactor = <N>(sums: Array<N>, value: N, { zero, plus, product }: FixedPoint<N>): void => {
  if (value === zero) return
  for (let size = sums.length - 1; size > 0; size--) {
    const lower = sums[size - 1] ?? zero
    if (lower !== zero) sums[size] = plus(sums[size] ?? zero, product(lower, value))
  }
}

type Row<N> = (size: number) => ReadonlyArray<N>

/** Cost: cubic in the options of the tier. */
const sharesIn = <N>(keep: ReadonlyArray<N>, fixed: FixedPoint<N>, row: Row<N>): LevelShares<N> => {
  const { zero, one, plus, minus, product, part, from } = fixed
  const passing = keep.map((factor) => minus(one, factor))
  const [sets, size] = [row(keep.length - 1), from(BigInt(keep.length))]
  /** Elementary symmetric sums of what those before an option pass on: the sums of all others begin with them. */
  const before = keep.map((_, place) => (place === 0 ? one : zero))
  const kept = keep.map((factor, place) => {
    const sums = factor === zero ? [] : [...before]
    for (let other = place + 1; other < keep.length && sums.length > 0; other++) timesFactor(sums, passing[other] ?? zero, fixed)
    timesFactor(before, passing[place] ?? zero, fixed)
    const means = sums.reduce((sum, value, taken) => plus(sum, part(value, sets[taken] ?? size)), zero)
    return part(product(means, factor), size)
  })
  return { kept, passed: passing.reduce((left, factor) => product(left, factor), one) }
}

/**
 * The shares of level options by their keep factors, as if the voter had given an equal part of the vote to each strict
 * order of them; what a tier of more options than safe integers hold is counted in large ones.
 *
 * An option is behind each set of `s` of the others in the same part of all orders, so that it keeps its keep factor times
 * the mean, over all sizes `s`, of the mean of what sets of that size pass on; the vote passes on what they all do.
 */
export const levelShares = <N>(fixed: FixedPoint<N>): ((keep: ReadonlyArray<N>) => LevelShares<N>) => {
  const large = largeFixedPoint(fixed.units(fixed.one))
  const [row, largeRow] = [binomials(fixed), binomials(large)]
  return (keep) => {
    if (keep.length <= mostSmallLevel) return sharesIn(keep, fixed, row)
    const { kept, passed } = sharesIn(keep.map(fixed.units), large, largeRow)
    return { kept: kept.map(fixed.from), passed: fixed.from(passed) }
  }
}
