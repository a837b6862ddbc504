import type { Rule } from '@isegoria/election'
import { formatMoney } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { allocationRule } from '../../allocation/allocation-rule.ts'
import type { Pot, Step } from '../../allocation/pot.ts'
import { isCandidate, phragmenSteps } from './phragmen-steps.ts'

/** What is said of the projects to which the count never came. */
const unreached = (pot: Pot, steps: ReadonlyArray<Step>): ReadonlyArray<Step> => {
  const told = new Set(steps.map(({ project }) => project))
  return pot.projects.flatMap((project) => {
    if (told.has(project)) return []
    const voters = pot.supporters[project] ?? 0
    const decision = isCandidate(pot, project) ? 'not reached' : voters === 0 ? 'no supporters' : 'costs more than there is'
    const cost = formatMoney({ minor: pot.costs[project] ?? 0n, decimals: pot.decimals })
    return [{ project, isFunded: false, decision, figures: { supporters: `${voters}`, cost } }]
  })
}

/**
 * Phragmén's sequential rule: voters earn money at equal speed, and as soon as the supporters of a project own its cost they
 * buy it, and have nothing.
 *
 * It does not ask for the budget but to know when to end. `stop` says what happens where a project is next that would
 * overspend: `overspend` ends the count, even where another that is level would still fit; `skip` leaves the project out and
 * goes on. What nobody supports, or costs more than all the money, is never bought; what is free is bought first. Ballots of
 * every kind are read as the set of options that they mark.
 * Ties: by the parameter `ties`, each recorded.
 * Exactness: as if in exact fractions, by whole numbers with a proven bound, see `loadsOf`; `comparedExactly` of a round
 * says how many projects were so close that fractions had to tell them apart. The `time` in a round is how much each voter
 * had earned until then, rounded down to a millionth.
 * Cost: for each purchase, the marks of the ballots that support it, and one look at each open project.
 * Source: Los, Christoff & Grossi, "Proportional Budget Allocations: Towards a Systematization", IJCAI 2022,
 * https://doi.org/10.24963/ijcai.2022/57
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import type { Ballot } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const north: Ballot = { type: 'approval', approved: ['pool'] }
 * const south: Ballot = { type: 'approval', approved: ['trees'] }
 * const options = [{ id: 'pool', cost: 90n }, { id: 'trees', cost: 40n }]
 * const election = { options, profile: profileOf([north, north, north, south, south]), budget: 100n, decimals: 0 }
 * const outcome = applyRule(phragmen, election, {})
 * E.isRight(outcome) && outcome.right.type === 'allocation' && outcome.right.selected // => ['trees']
 */
export const phragmen: Rule = allocationRule({
  id: 'phragmen',
  version: '1',
  title: 'Phragmén’s sequential rule',
  source: 'https://doi.org/10.24963/ijcai.2022/57',
  ballots: ['approval', 'choose-one', 'cumulative', 'ordinal', 'score'],
  parameters: [
    { name: 'stop', values: ['overspend', 'skip'], meaning: 'where a project is next that would overspend: the count ends, or goes on without it' },
  ],
  claims: ['anonymity', 'determinism', 'merge', 'proportionality'],
  violates: [],
  reading: () => ({ by: 'marks' }),
  method: (pot, parameters) => {
    const steps = phragmenSteps(pot, new Set(), pot.budget, parameters['stop'] === 'skip' ? 'skip' : 'overspend')
    return E.right([...steps, ...unreached(pot, steps)])
  },
})
