import { add, compare, divide, multiply, ratio, subtract, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import type { Market } from './market.ts'

/** One purchase as the definition gives it. */
export interface ExactPurchase {
  readonly project: number
  readonly tied: ReadonlyArray<number>
  /** Per unit of gain. */
  readonly price: Ratio
}

const lower = (left: Ratio, right: Ratio): Ratio => (compare(left, right) <= 0 ? left : right)

/**
 * Equal Shares by fractions alone, each round from nothing: for each project the price x with Σ voters · min(purse, gain · x) =
 * cost is sought from the poorest supporter on, and the project with the least x / worth is bought.
 */
export const buyByDefinition = (market: Market, endowment: Ratio): ReadonlyArray<ExactPurchase> => {
  const { support, costs, worths, placeOf } = market
  const limits = market.limits()
  const purses = Array.from(support.weights, () => endowment)
  const purchases: Array<ExactPurchase> = []
  let open = market.projects
  const supportersOf = (project: number) =>
    Array.from(support.supporters.subarray(support.starts[project], support.starts[project + 1]), (group, place) => ({
      group,
      gain: ratio(BigInt(support.gains[(support.starts[project] ?? 0) + place] ?? 1)),
      voters: ratio(BigInt(support.weights[group] ?? 0)),
      purse: purses[group] ?? zero,
    }))
  const priceOf = (project: number): Ratio | undefined => {
    const poorest = supportersOf(project).toSorted((left, right) => compare(divide(left.purse, left.gain), divide(right.purse, right.gain)))
    let due = ratio(costs[project] ?? 0n)
    let gain = poorest.reduce((sum, one) => add(sum, multiply(one.gain, one.voters)), zero)
    for (const one of poorest) {
      const price = divide(due, gain)
      if (compare(one.purse, multiply(price, one.gain)) >= 0) return price
      due = subtract(due, multiply(one.purse, one.voters))
      gain = subtract(gain, multiply(one.gain, one.voters))
    }
    return undefined
  }
  for (;;) {
    const offers = open
      .filter((project) => limits.admits(project))
      .flatMap((project) => {
        const price = priceOf(project)
        return price === undefined ? [] : [{ project, price, perWorth: divide(price, ratio(worths[project] ?? 1n)) }]
      })
    if (offers.length === 0) return purchases
    const least = offers.map(({ perWorth }) => perWorth).reduce(lower)
    const level = offers.filter(({ perWorth }) => compare(perWorth, least) === 0)
    const tied = level.toSorted((left, right) => (placeOf[left.project] ?? 0) - (placeOf[right.project] ?? 0))
    const [chosen] = tied
    if (chosen === undefined) return purchases
    purchases.push({ project: chosen.project, tied: tied.map(({ project }) => project), price: chosen.price })
    for (const { group, gain, purse } of supportersOf(chosen.project)) purses[group] = subtract(purse, lower(purse, multiply(chosen.price, gain)))
    limits.take(chosen.project)
    open = open.filter((project) => project !== chosen.project)
  }
}
