import { ratio, tenTo } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import type { Pot } from '../allocation/pot.ts'
import type { Satisfaction } from './satisfaction.ts'

/** Satisfaction per unit of money; a denominator of 0 makes it more than any number. */
export interface Worth {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** What all voters together gain by each project, as long as those who are content with one have none. */
export interface TotalSatisfaction {
  readonly of: (project: number) => Ratio
  /** The same per cost. Nothing for nothing is worth nothing; something for nothing is worth more than anything that costs. */
  readonly perCost: (project: number) => Worth
  /** The project is funded. */
  readonly fund: (project: number) => void
}

/** -1, 0 or 1 as `left` is worth less than, as much as or more than `right`. */
export const compareWorth = (left: Worth, right: Worth): -1 | 0 | 1 => {
  const [l, r] = [left.numerator * right.denominator, right.numerator * left.denominator]
  return l < r ? -1 : l > r ? 1 : 0
}

const commonMultiple = (left: bigint, right: bigint): bigint => left * ratio(right, left).numerator

const exactDigits = 1000

/** Divisors as shares of one unit: exact where their common multiple has up to 1,000 digits, else to 30 digits. */
const sharesOf = (divisors: ReadonlyArray<bigint>): { readonly unit: bigint; readonly shares: ReadonlyArray<bigint> } => {
  const distinct = [...new Set(divisors)].filter((divisor) => divisor > 0n)
  const limit = tenTo(exactDigits)
  let unit = 1n
  for (const divisor of distinct) {
    unit = commonMultiple(unit, divisor)
    if (unit > limit) break
  }
  if (unit > limit) unit = distinct.reduce((largest, divisor) => (divisor > largest ? divisor : largest), 1n) * tenTo(30)
  return { unit, shares: divisors.map((divisor) => (divisor > 0n ? unit / divisor : 0n)) }
}

/**
 * The total satisfaction of the voters of a pot, project by project.
 *
 * Cost: nothing where gains are even, one pass over its supporters for each look at a project otherwise.
 */
export const totalSatisfaction = (pot: Pot, satisfaction: Satisfaction): TotalSatisfaction => {
  const { support, costs, scores } = pot
  const { starts, supporters, gains, weights } = support
  const { divisors, factor, isInCost, isContent = false } = satisfaction
  const { unit, shares } = divisors === undefined ? { unit: 1n, shares: undefined } : sharesOf(divisors(pot))
  const isSated = new Uint8Array(support.groups)
  const votes = (project: number): bigint => {
    if (shares === undefined && !isContent) return scores[project] ?? 0n
    let sum = 0n
    for (let place = starts[project] ?? 0; place < (starts[project + 1] ?? 0); place++) {
      const group = supporters[place] ?? 0
      if (isSated[group] === 0) sum += BigInt(gains[place] ?? 1) * BigInt(weights[group] ?? 0) * (shares?.[group] ?? 1n)
    }
    return sum
  }
  const gained = (project: number): Worth => {
    const by = factor?.(pot, project)
    const numerator = votes(project) * (by?.numerator ?? 1n)
    return { numerator, denominator: unit * (by?.denominator ?? 1n) }
  }
  return {
    of: (project) => {
      const { numerator, denominator } = gained(project)
      return ratio(isInCost ? numerator * (costs[project] ?? 0n) : numerator, denominator)
    },
    perCost: (project) => {
      const { numerator, denominator } = gained(project)
      if (numerator === 0n) return { numerator: 0n, denominator: 1n }
      return { numerator, denominator: isInCost ? denominator : denominator * (costs[project] ?? 0n) }
    },
    fund: (project) => {
      if (!isContent) return
      for (let place = starts[project] ?? 0; place < (starts[project + 1] ?? 0); place++) isSated[supporters[place] ?? 0] = 1
    },
  }
}
