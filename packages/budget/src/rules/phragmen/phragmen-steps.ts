import { formatMoney, tenTo } from '@isegoria/exact'
import { byTies } from '../../allocation/pot.ts'
import type { Pot, Step } from '../../allocation/pot.ts'
import { loadsOf } from './loads.ts'
import type { Next } from './loads.ts'

/** What happens where a project is next that would overspend: the count stops, or the project is left out. */
export type PhragmenStop = 'overspend' | 'skip'

/** Decimals of a time beyond those of money. */
const finer = 6

/** A time in units of money, rounded down. */
const textOf = ({ numerator, denominator }: Next, decimals: number): string =>
  formatMoney({ minor: (numerator * tenTo(finer)) / denominator, decimals: decimals + finer })

/** Whom Phragmén's rule can ever buy: supported, and no dearer than all the money of the pot. */
export const isCandidate = ({ supporters, costs, budget }: Pot, project: number): boolean =>
  (supporters[project] ?? 0) > 0 && (costs[project] ?? 0n) <= budget

/**
 * Phragmén's sequential rule on a part of a pot: with `budget` of its money, for what is not funded yet, everybody
 * beginning with nothing. Whole, it is `phragmenSteps(pot, new Set(), pot.budget, stop)`; after another rule it completes
 * what that left over.
 *
 * With `overspend` the count stops where one of those that are next would overspend, even if another would not.
 */
export const phragmenSteps = (pot: Pot, funded: ReadonlySet<number>, budget: bigint, stop: PhragmenStop): ReadonlyArray<Step> => {
  const { support, costs, decimals, supporters } = pot
  const limits = pot.limits()
  for (const project of funded) limits.take(project)
  const loads = loadsOf(support, costs, supporters, pot.budget)
  const steps: Array<Step> = []
  let open = pot.projects.filter((project) => !funded.has(project) && isCandidate(pot, project))
  let left = budget
  const costOf = (project: number): bigint => costs[project] ?? 0n
  const ended = (): ReadonlyArray<Step> => {
    if (!loads.isBorne(budget - left)) throw new RangeError('voters do not bear what was spent')
    return steps
  }
  while (open.length > 0) {
    const next = loads.next(open)
    const tell = (project: number, decision: string, more: Partial<Step> = {}): void => {
      const cost = formatMoney({ minor: costOf(project), decimals })
      const figures = { supporters: `${supporters[project] ?? 0}`, cost, time: textOf(next, decimals) }
      const exactly = next.compared > 1 ? { ...figures, comparedExactly: `${next.compared}` } : figures
      steps.push({ project, isFunded: false, decision, figures: exactly, ...more })
    }
    const admitted = next.tied.filter((project) => limits.admits(project))
    const fitting = admitted.filter((project) => costOf(project) <= left)
    for (const project of next.tied) {
      if (!admitted.includes(project)) tell(project, 'over a limit')
      else if (!fitting.includes(project)) tell(project, 'would overspend')
    }
    if (stop === 'overspend' && fitting.length < admitted.length) return ended()
    if (fitting.length < next.tied.length) {
      const out = new Set(next.tied.filter((project) => !fitting.includes(project)))
      open = open.filter((project) => !out.has(project))
      continue
    }
    const tied = fitting.toSorted(byTies(pot))
    const [chosen] = tied
    if (chosen === undefined) break
    tell(chosen, 'bought by its supporters', { isFunded: true, ...(tied.length > 1 ? { tied } : {}) })
    limits.take(chosen)
    loads.buy(chosen)
    left -= costOf(chosen)
    open = open.filter((project) => project !== chosen)
  }
  return ended()
}
