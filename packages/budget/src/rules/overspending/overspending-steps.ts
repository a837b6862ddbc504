import { formatMoney, ratio } from '@isegoria/exact'
import { freeProjects } from '../../allocation/free-projects.ts'
import { byTies } from '../../allocation/pot.ts'
import type { Pot, Step } from '../../allocation/pot.ts'
import { figuresOf } from './figures.ts'
import { marketOf } from './market.ts'
import type { Market } from './market.ts'

/** What BOS Equal Shares does with a pot: what it funds, in order, and then why it does not fund the others. */
export const overspendingSteps = (pot: Pot, isPerCost: boolean, isFreeFunded: boolean): ReadonlyArray<Step> => {
  const { costs, supporters, decimals, projects, budget, voters } = pot
  const limits = pot.limits()
  const steps: Array<Step> = []
  let left = budget
  const costOf = (project: number): bigint => costs[project] ?? 0n
  const money = (minor: bigint): string => formatMoney({ minor, decimals })
  const tell = (project: number, decision: string, figures: Step['figures'] = {}, more: Partial<Step> = {}): void => {
    const common = { supporters: `${supporters[project] ?? 0}`, cost: money(costOf(project)) }
    steps.push({ project, isFunded: false, decision, figures: { ...common, ...figures }, ...more })
  }
  const supported = projects.filter((project) => (supporters[project] ?? 0) > 0).toSorted(byTies(pot))
  for (const { project, tied } of isFreeFunded ? freeProjects(pot) : []) {
    limits.take(project)
    tell(project, 'costs nothing', {}, { isFunded: true, ...(tied === undefined ? {} : { tied }) })
  }
  const endowment = ratio(budget, BigInt(Math.max(voters, 1)))
  const buyWith = (market: Market): void => {
    const figuresFor = figuresOf(endowment, market.prices, decimals)
    let open: ReadonlyArray<number> = supported.filter((project) => costOf(project) > 0n)
    for (;;) {
      open = open.filter((project) => costOf(project) <= left && limits.admits(project))
      const best = market.next(open)
      if (best === undefined) return
      const { offer, tied } = best
      const { project } = offer
      market.buy(offer)
      limits.take(project)
      left -= costOf(project)
      open = best.open.filter((one) => one !== project)
      tell(project, 'bought by its supporters', { ...figuresFor(offer), left: money(left) }, { isFunded: true, ...(tied.length > 1 ? { tied } : {}) })
    }
  }
  if (budget > 0n && supported.length > 0) buyWith(marketOf(pot, endowment, isPerCost))
  const told = new Set(steps.map(({ project }) => project))
  for (const project of projects) {
    if (told.has(project)) continue
    if ((supporters[project] ?? 0) === 0) tell(project, 'no supporters')
    else if (!limits.admits(project)) tell(project, 'over a limit')
    else if (costOf(project) > left) tell(project, 'more than is left of the budget')
    else tell(project, costOf(project) === 0n ? 'costs nothing and is skipped' : 'its supporters have nothing left')
  }
  return steps
}
