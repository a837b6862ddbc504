import { add, compare, divide, multiply, ratio, subtract, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { costIn, numberOf, supportersIn } from '../weighted-table.oracle.ts'
import type { WeightedTable } from '../weighted-table.oracle.ts'

/**
 * Phragmén's rule as one tells it: everybody earns at the same speed; whoever buys has nothing left. Each purchase is a list
 * of those that could be bought at that time, first the one that was. What is funded already takes its cost from the budget.
 */
export const phragmenByDefinition = (
  table: WeightedTable,
  stop: string,
  funded: ReadonlyArray<string> = [],
): ReadonlyArray<ReadonlyArray<string>> => {
  const { order, voters, budget } = table
  const purchases: Array<ReadonlyArray<string>> = []
  const candidates = order.filter((project) => supportersIn(table, project).length > 0 && costIn(table, project) <= budget)
  const out = new Set(funded)
  let money = voters.map(() => zero)
  let left = funded.reduce((rest, project) => rest - costIn(table, project), budget)
  for (;;) {
    const waits = candidates
      .filter((project) => !out.has(project))
      .map((project): readonly [string, Ratio] => {
        const payers = supportersIn(table, project)
        const held = payers.reduce((sum, voter) => add(sum, multiply(money[voter] ?? zero, ratio(voters[voter]?.number ?? 0n))), zero)
        return [project, divide(subtract(ratio(costIn(table, project)), held), ratio(numberOf(table, payers)))]
      })
    const [first] = waits.toSorted(([, one], [, other]) => compare(one, other))
    if (first === undefined) return purchases
    const wait = first[1]
    const ready = waits.filter(([, other]) => compare(wait, other) === 0).map(([project]) => project)
    const dear = ready.filter((project) => costIn(table, project) > left)
    if (dear.length > 0 && stop === 'overspend') return purchases
    for (const project of dear) out.add(project)
    if (dear.length > 0) continue
    const [bought = ''] = ready
    purchases.push(ready)
    out.add(bought)
    left -= costIn(table, bought)
    money = money.map((held, voter) => (voters[voter]?.supported.has(bought) === true ? zero : add(held, wait)))
  }
}
