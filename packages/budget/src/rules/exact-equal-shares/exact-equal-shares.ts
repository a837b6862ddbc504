import type { Rule } from '@isegoria/election'
import { formatMoney, formatRatio, ratio } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { allocationRule } from '../../allocation/allocation-rule.ts'
import { freeProjects } from '../../allocation/free-projects.ts'
import { byTies } from '../../allocation/pot.ts'
import type { Pot, Step } from '../../allocation/pot.ts'
import { inMoney, pursesOf } from './purses.ts'
import type { Purses } from './purses.ts'

/** What a voter gains by a project: its cost, or one. */
type Utility = 'cost' | 'cardinality'

/** A project, and how many supporters can pay for it, or could when they were last counted. */
interface Offer {
  readonly project: number
  readonly payers: number
}

/** The utility of all payers per cost: below 0 where the left one has more. */
const byUtilityPerCost =
  ({ costs }: Pot, utility: Utility) =>
  (left: Offer, right: Offer): number => {
    if (utility === 'cost') return right.payers - left.payers
    const difference = BigInt(right.payers) * (costs[left.project] ?? 0n) - BigInt(left.payers) * (costs[right.project] ?? 0n)
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  }

/**
 * The best offers, and all that can still be paid for. Purses only empty: so the payers last counted are the most that there
 * can be, and nobody is counted anew whose offer was already worse than the best of today.
 */
const bestOf = (offers: ReadonlyArray<Offer>, purses: Purses, compare: (left: Offer, right: Offer) => number) => {
  let best: Array<Offer> = []
  const still: Array<Offer> = []
  for (const offer of offers.toSorted(compare)) {
    const [leader] = best
    if (leader !== undefined && compare(leader, offer) < 0) {
      still.push(offer)
      continue
    }
    const now = { project: offer.project, payers: purses.payersOf(offer.project) }
    if (now.payers === 0) continue
    still.push(now)
    const order = leader === undefined ? -1 : compare(now, leader)
    if (order < 0) best = [now]
    else if (order === 0) best.push(now)
  }
  return { best, still }
}

const stepsOf = (pot: Pot, utility: Utility, start: string): ReadonlyArray<Step> => {
  const { costs, supporters, decimals, projects } = pot
  const limits = pot.limits()
  const purses = pursesOf(pot, start)
  const endowment = formatRatio(inMoney(purses.endowment, decimals))
  const steps: Array<Step> = []
  const costOf = (project: number): bigint => costs[project] ?? 0n
  const numberOf = (project: number): number => supporters[project] ?? 0
  const tell = ({ project, payers }: Offer, decision: string, more: Partial<Step> = {}): void => {
    const cost = formatMoney({ minor: costOf(project), decimals })
    const share = payers === 0 ? {} : { payers: `${payers}`, share: formatRatio(inMoney(ratio(costOf(project), BigInt(payers)), decimals)) }
    steps.push({ project, isFunded: false, decision, figures: { supporters: `${numberOf(project)}`, cost, ...share, endowment }, ...more })
  }
  const fund = (offer: Offer, tied: ReadonlyArray<number>): void => {
    tell(offer, 'bought by its supporters', { isFunded: true, ...(tied.length > 1 ? { tied } : {}) })
    limits.take(offer.project)
  }
  const supported = projects.filter((project) => numberOf(project) > 0).toSorted(byTies(pot))
  for (const { project, tied = [] } of freeProjects(pot)) fund({ project, payers: numberOf(project) }, tied)
  const free = new Set(steps.map(({ project }) => project))
  for (const project of supported) if (costOf(project) === 0n && !free.has(project)) tell({ project, payers: numberOf(project) }, 'over a limit')
  let open: ReadonlyArray<Offer> = supported.flatMap((project) => (costOf(project) > 0n ? [{ project, payers: numberOf(project) }] : []))
  while (open.length > 0) {
    const { best, still } = bestOf(open, purses, byUtilityPerCost(pot, utility))
    const refused = best.filter(({ project }) => !limits.admits(project))
    for (const offer of refused) tell(offer, 'over a limit')
    const tied = best.filter((offer) => !refused.includes(offer)).toSorted((left, right) => byTies(pot)(left.project, right.project))
    const [chosen] = tied
    const out = new Set(refused.map(({ project }) => project))
    if (chosen !== undefined) {
      fund(
        chosen,
        tied.map(({ project }) => project),
      )
      purses.pay(chosen.project, chosen.payers)
      out.add(chosen.project)
    }
    open = still.filter(({ project }) => !out.has(project))
  }
  const told = new Set(steps.map(({ project }) => project))
  for (const project of projects)
    if (!told.has(project)) tell({ project, payers: 0 }, numberOf(project) === 0 ? 'no supporters' : 'its supporters cannot pay for it')
  return steps
}

/**
 * Exact Equal Shares: the budget is shared equally among the voters, and a project is bought by the most of its supporters who
 * can each pay the same share of its cost; again and again the one that gives these payers the most utility per cost.
 *
 * Unlike with the Method of Equal Shares nobody pays less than another because they have less left: who cannot pay the full
 * share does not pay. With `utility=cost` the project with the most payers is best, with `cardinality` the one with the most
 * payers per cost. Free projects with supporters come first. Ballots of every kind are read as the set of options that they
 * mark. What is left over stays unspent.
 * Ties: by the parameter `ties`, each recorded.
 * Exactness: as if in exact fractions, by whole numbers with a proven bound, see `pursesOf`.
 * Cost: for each purchase a few passes over the supporters of the projects that may be best.
 * Source: Kraiczy, Robinson & Elkind, "Streamlining Equal Shares", 2025, https://arxiv.org/abs/2502.11797
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import type { Ballot } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const north: Ballot = { type: 'approval', approved: ['pool'] }
 * const south: Ballot = { type: 'approval', approved: ['trees'] }
 * const options = [{ id: 'pool', cost: 90n }, { id: 'trees', cost: 40n }]
 * const election = { options, profile: profileOf([north, north, north, south, south]), budget: 100n, decimals: 0 }
 * const outcome = applyRule(exactEqualShares, election, {})
 * E.isRight(outcome) && outcome.right.type === 'allocation' && outcome.right.selected // => ['trees']
 */
export const exactEqualShares: Rule = allocationRule({
  id: 'exact-equal-shares',
  version: '1',
  title: 'Exact Equal Shares',
  source: 'https://arxiv.org/abs/2502.11797',
  ballots: ['approval', 'choose-one', 'cumulative', 'ordinal', 'score'],
  parameters: [
    { name: 'utility', values: ['cost', 'cardinality'], meaning: 'what a voter gains by a funded project' },
    { name: 'start', values: ['exact', 'floor'], meaning: "each voter's purse: budget / voters exactly, or its floor in whole units" },
  ],
  claims: ['anonymity', 'determinism', 'merge', 'proportionality'],
  violates: [],
  reading: () => ({ by: 'marks' }),
  method: (pot, parameters) =>
    E.right(stepsOf(pot, parameters['utility'] === 'cardinality' ? 'cardinality' : 'cost', parameters['start'] ?? 'exact')),
})
