import { add, compare, divide, multiply, ratio, subtract, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { costIn, supportersIn } from '../weighted-table.oracle.ts'
import type { WeightedTable } from '../weighted-table.oracle.ts'

interface Way {
  readonly project: string
  readonly alpha: Ratio
  /** ρ · utility. */
  readonly price: Ratio
  /** ρ / α. */
  readonly value: Ratio
}

/** One purchase: all that were level, the one bought first, and how it was. */
interface Bought {
  readonly level: ReadonlyArray<string>
  readonly alpha: Ratio
  readonly price: Ratio
}

const smaller = (one: Ratio, other: Ratio): Ratio => (compare(one, other) <= 0 ? one : other)

/** BOS Equal Shares as its definition says, in fractions: every cap at which the least can be is tried for every project. */
export const overspendingByDefinition = (table: WeightedTable, utility: string) => {
  const { order, voters, budget } = table
  const everybody = voters.reduce((sum, { number }) => sum + number, 0n)
  const bought: Array<Bought> = []
  const funded = new Set<string>()
  for (const project of order) if (costIn(table, project) === 0n && supportersIn(table, project).length > 0) funded.add(project)
  let [purses, left] = [voters.map(() => (everybody === 0n ? zero : ratio(budget, everybody))), budget]

  const held = (voter: number): Ratio => purses[voter] ?? zero
  const total = (some: ReadonlyArray<number>, each: (voter: number) => Ratio): Ratio =>
    some.reduce((sum, voter) => add(sum, multiply(each(voter), ratio(voters[voter]?.number ?? 0n))), zero)
  const waysFor = (project: string): ReadonlyArray<Way> => {
    const cost = ratio(costIn(table, project))
    const supporters = supportersIn(table, project)
    const caps = supporters.flatMap((capper) => {
      const poor = supporters.filter((voter) => compare(held(voter), held(capper)) < 0)
      const rich = supporters.filter((voter) => !poor.includes(voter))
      const [given, number] = [total(poor, held), total(rich, () => ratio(1n))]
      return [held(capper), divide(given, number), divide(subtract(cost, given), number)]
    })
    return caps.flatMap((cap) => {
      const raised = total(supporters, (voter) => smaller(held(voter), cap))
      if (compare(cap, zero) <= 0 || compare(raised, zero) <= 0 || compare(raised, cost) > 0) return []
      const alpha = divide(raised, cost)
      const price = divide(cap, alpha)
      const rho = utility === 'cost' ? divide(price, cost) : price
      return [{ project, alpha, price, value: divide(rho, alpha) }]
    })
  }
  for (;;) {
    const candidates = order.filter((project) => costIn(table, project) > 0n && costIn(table, project) <= left && !funded.has(project))
    const ways = candidates.flatMap(waysFor)
    const least = ways.reduce<Way | undefined>((best, way) => (best === undefined || compare(way.value, best.value) < 0 ? way : best), undefined)
    if (least === undefined) return { bought, purses, funded }
    const level = ways.filter(({ value }) => compare(value, least.value) === 0)
    const names = [...new Set(level.map(({ project }) => project))]
    const [chosen] = level.filter(({ project }) => project === names[0]).toSorted((one, other) => compare(other.alpha, one.alpha))
    if (chosen === undefined) return { bought, purses, funded }
    const { project, alpha, price } = chosen
    bought.push({ level: names, alpha, price })
    funded.add(project)
    left -= costIn(table, project)
    purses = purses.map((purse, voter) => (voters[voter]?.supported.has(project) === true ? subtract(purse, smaller(purse, price)) : purse))
  }
}
