import { ratio } from '@isegoria/exact'

/** Sets by the places of their members: of those that are equally good the first and the last. */
export interface Ends {
  readonly first: ReadonlyArray<number>
  readonly last: ReadonlyArray<number>
}

/** More bits than this would take seconds, and much of the memory. */
const mostBits = 500_000_000n

const hasBit = (bits: bigint, place: bigint): boolean => ((bits >> place) & 1n) === 1n

/** The highest bit of a number that is not 0. */
const highestBit = (bits: bigint): bigint => {
  const digits = bits.toString(16)
  return BigInt(4 * (digits.length - 1) + Number.parseInt(digits.slice(0, 1), 16).toString(2).length - 1)
}

/**
 * The sets that spend the most of a budget. The first takes an early cost rather than a later one, the last the other way
 * round. Costs are positive.
 *
 * Bit `s` of a number stands for the sum `s`: all sums of the costs from each place on, in units that divide all costs.
 * Errors: `undefined` where the budget has too many units. Source: Bellman, "Dynamic Programming", 1957.
 */
export const fullestSets = (costs: ReadonlyArray<bigint>, budget: bigint): Ends | undefined => {
  const unit = costs.reduce((divisor, cost) => cost / ratio(divisor, cost).denominator, costs[0] ?? 1n)
  const units = costs.map((cost) => cost / unit)
  const size = budget / unit + 1n
  if (size * BigInt(costs.length) > mostBits) return undefined
  const mask = (1n << size) - 1n
  const sums = [1n]
  for (const cost of units.toReversed()) {
    const rest = sums.at(-1) ?? 1n
    sums.push((rest | (rest << cost)) & mask)
  }
  sums.reverse()
  const walk = (isTakenFirst: boolean): ReadonlyArray<number> => {
    let open = highestBit(sums[0] ?? 1n)
    return units.flatMap((cost, place) => {
      const rest = sums[place + 1] ?? 1n
      const canTake = cost <= open && hasBit(rest, open - cost)
      if (!canTake || (!isTakenFirst && hasBit(rest, open))) return []
      open -= cost
      return [place]
    })
  }
  return { first: walk(true), last: walk(false) }
}
