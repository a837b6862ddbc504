import type { Majorities } from './majorities.ts'

const ordersOf = (options: ReadonlyArray<number>): ReadonlyArray<ReadonlyArray<number>> =>
  options.length === 0 ? [[]] : options.flatMap((first) => ordersOf(options.filter((option) => option !== first)).map((rest) => [first, ...rest]))

/** The least number of disagreements of all orders, and the tiers of those that have it. */
export const kemenyByAllOrders = ({
  options,
  support,
}: Majorities): { readonly disagreements: number; readonly tiers: ReadonlyArray<ReadonlyArray<number>> } => {
  const costOf = (order: ReadonlyArray<number>): number =>
    order.reduce((sum, upper, place) => sum + order.slice(place + 1).reduce((paid, lower) => paid + support(lower, upper), 0), 0)
  const costed = ordersOf([...options.keys()]).map((order) => ({ order, cost: costOf(order) }))
  const disagreements = Math.min(...costed.map(({ cost }) => cost))
  const best = costed.filter(({ cost }) => cost === disagreements)
  const tiers: Array<ReadonlyArray<number>> = []
  const placed = new Set<number>()
  while (placed.size < options.length) {
    const firsts = new Set(best.map(({ order }) => order.find((option) => !placed.has(option)) ?? 0))
    const tier = [...options.keys()].filter((option) => firsts.has(option))
    for (const option of tier) placed.add(option)
    tiers.push(tier)
  }
  return { disagreements, tiers }
}
