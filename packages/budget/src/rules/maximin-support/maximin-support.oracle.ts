import { compare, ratio, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { costIn, numberOf, supportersIn } from '../weighted-table.oracle.ts'
import type { WeightedTable } from '../weighted-table.oracle.ts'

/** The highest load on a voter at best: the most that some of the projects cost for each voter who supports any of them. */
const highestLoad = (table: WeightedTable, projects: ReadonlyArray<string>): Ratio => {
  let highest = zero
  for (let chosen = 1; chosen < 1 << projects.length; chosen++) {
    const some = projects.filter((_, place) => (chosen >> place) % 2 === 1)
    const bearers = new Set(some.flatMap((project) => supportersIn(table, project)))
    const cost = some.reduce((sum, project) => sum + costIn(table, project), 0n)
    const load = ratio(cost, numberOf(table, [...bearers]))
    if (compare(load, highest) > 0) highest = load
  }
  return highest
}

/** The maximin support rule with every set of projects tried each time. */
export const maximinSupportByDefinition = (table: WeightedTable): ReadonlyArray<ReadonlyArray<string>> => {
  const { order, budget } = table
  const purchases: Array<ReadonlyArray<string>> = []
  const funded: Array<string> = []
  let left = budget
  for (;;) {
    const money = left
    const open = order.filter((project) => !funded.includes(project) && supportersIn(table, project).length > 0 && costIn(table, project) <= money)
    const loads = open.map((project) => ({ project, load: highestLoad(table, [...funded, project]) }))
    const tied = loads.filter(({ load }) => loads.every((other) => compare(load, other.load) <= 0))
    const [best] = tied
    if (best === undefined) return purchases
    purchases.push(tied.map(({ project }) => project))
    funded.push(best.project)
    left -= costIn(table, best.project)
  }
}
