import type { Pot } from '../allocation/pot.ts'
import type { Satisfaction } from './satisfaction.ts'

/** The costs of the projects of the pot that a group supports. */
const costsOf = ({ support, costs, projects }: Pot): ((group: number) => Array<bigint>) => {
  const { ballotStarts, ballotProjects } = support
  const here = new Set(projects)
  return (group) => {
    const supported = ballotProjects.subarray(ballotStarts[group] ?? 0, ballotStarts[group + 1] ?? 0)
    return Array.from(supported).flatMap((project) => (here.has(project) ? [costs[project] ?? 0n] : []))
  }
}

/** How many projects of these costs the budget could pay for at most: the cheapest. */
const mostWithin = (budget: bigint, costs: Array<bigint>): bigint => {
  costs.sort((left, right) => (left < right ? -1 : left > right ? 1 : 0))
  let [left, count] = [budget, 0n]
  for (const cost of costs) {
    left -= cost
    if (left < 0n) return count
    count++
  }
  return count
}

const byGroup = (pot: Pot, divisor: (costs: Array<bigint>) => bigint): ReadonlyArray<bigint> => {
  const costs = costsOf(pot)
  return Array.from({ length: pot.support.groups }, (_, group) => divisor(costs(group)))
}

/** One over the most projects of the ballot that the budget could pay for. */
export const relativeCardinality: Satisfaction = {
  name: 'relative-cardinality',
  meaning: 'one over the most projects of the ballot that the budget could pay for',
  reads: 'marks',
  isInCost: false,
  divisors: (pot) => byGroup(pot, (costs) => mostWithin(pot.budget, costs)),
}

/** Its cost over what all projects of the ballot cost; where ballots differ too much for one denominator of 1,000 digits, to 30 digits. */
export const relativeCost: Satisfaction = {
  name: 'relative-cost',
  meaning: 'its cost over what all projects of the ballot cost',
  reads: 'marks',
  isInCost: true,
  divisors: (pot) => byGroup(pot, (costs) => costs.reduce((sum, cost) => sum + cost, 0n)),
}
