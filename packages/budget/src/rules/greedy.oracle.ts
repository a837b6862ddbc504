import { compare, ratio, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { inOrderOfTies, supportersOf } from './naive-election.oracle.ts'
import type { NaiveElection, NaiveProject, NaiveStep } from './naive-election.oracle.ts'

/** Satisfaction per cost; `undefined` is more than any number. With cost as satisfaction it is the number of supporters, also of a free project. */
const worth = (election: NaiveElection, project: NaiveProject, satisfaction: string): Ratio | undefined => {
  const supporters = BigInt(supportersOf(election, project).length)
  if (satisfaction === 'cost') return ratio(supporters)
  if (project.cost > 0n) return ratio(supporters, project.cost)
  return supporters > 0n ? undefined : zero
}

const isBetter = (left: Ratio | undefined, right: Ratio | undefined): boolean => {
  if (right === undefined) return false
  return left === undefined || compare(left, right) === 1
}

/** Greedy as one says it: of the projects not yet looked at take the best, fund it if it fits, go on. `bought` are funded already. */
export const greedyByDefinition = (
  election: NaiveElection,
  satisfaction: string,
  ties: string,
  bought: ReadonlySet<string> = new Set(),
): ReadonlyArray<NaiveStep> => {
  const steps: Array<NaiveStep> = []
  const done = new Set(bought)
  let left = election.projects.reduce((sum, { id, cost }) => (bought.has(id) ? sum - cost : sum), election.budget)
  for (;;) {
    const open = election.projects.filter(({ id }) => !done.has(id))
    const value = (project: NaiveProject): Ratio | undefined => worth(election, project, satisfaction)
    const best = open.filter((project) => !open.some((rival) => isBetter(value(rival), value(project))))
    const [first] = inOrderOfTies(election, best, ties)
    if (first === undefined) return steps
    done.add(first.id)
    if (first.cost > left) continue
    const money = left
    const fitting = best.filter(({ cost }) => cost <= money)
    steps.push({ chosen: first.id, tied: inOrderOfTies(election, fitting, ties).map(({ id }) => id) })
    left -= first.cost
  }
}
