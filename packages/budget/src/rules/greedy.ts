import type { Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { allocationRule } from '../allocation/allocation-rule.ts'
import { readingOf } from '../satisfaction/reading-of.ts'
import { satisfactionOf, satisfactions } from '../satisfaction/satisfactions.ts'
import { greedyOrder } from './greedy-order.ts'

const [first, ...others] = satisfactions

/** Dialects in which the first project that does not fit ends it; in all others it is passed over. */
const endedByMisfit = new Set(['greedy-no-skip', 'greedy-custom'])

/**
 * Greedy: projects in the order of total satisfaction per cost, each funded if it still fits.
 *
 * `satisfaction` is what a voter gains by a funded project that they support: its cost, which makes the order the number
 * of supporters; one for each project, which makes it supporters per cost; its points times its cost, which makes it the
 * sum of points; and others. `dialect` is what happens at a project that does not fit, by the names that published
 * elections go by; their thresholds and exclusions are constraints of the election.
 * Ties: by the parameter `ties`, each recorded.
 * Cost: a sort of the projects.
 * Source: the rule of most cities; Talmon & Faliszewski, AAAI 2019, https://doi.org/10.1609/aaai.v33i01.33012181
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import type { Ballot } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const north: Ballot = { type: 'approval', approved: ['pool'] }
 * const south: Ballot = { type: 'approval', approved: ['trees'] }
 * const options = [{ id: 'pool', cost: 90n }, { id: 'trees', cost: 40n }]
 * const election = { options, profile: profileOf([north, north, north, south, south]), budget: 100n, decimals: 0 }
 * const outcome = applyRule(greedy, election, {})
 * E.isRight(outcome) && outcome.right.type === 'allocation' && outcome.right.selected // => ['pool']
 */
export const greedy: Rule = allocationRule({
  id: 'greedy',
  version: '2',
  title: 'Greedy',
  source: 'https://doi.org/10.1609/aaai.v33i01.33012181',
  ballots: ['approval', 'choose-one', 'cumulative', 'ordinal', 'score'],
  parameters: [
    {
      name: 'satisfaction',
      values: [first.name, ...others.map(({ name }) => name)],
      meaning: `what a voter gains by a funded project: ${satisfactions.map(({ name, meaning }) => `${name}, ${meaning}`).join('; ')}`,
    },
    {
      name: 'dialect',
      values: ['greedy', 'greedy-no-skip', 'greedy-threshold', 'greedy-exclusive', 'greedy-custom'],
      meaning:
        'what happens at a project that does not fit: greedy-no-skip and greedy-custom end there, greedy, greedy-threshold and greedy-exclusive pass it over; thresholds and exclusions are constraints of the election',
    },
    {
      name: 'longest',
      least: 0,
      most: 1_000_000,
      default: 0,
      meaning: 'places of a full ranking, the first of which counts as many points and each other one less; 0: as many as the longest that was cast',
    },
  ],
  claims: ['anonymity', 'determinism', 'merge'],
  violates: ['proportionality'],
  sumsAnyPoints: true,
  reading: (election, parameters) => readingOf(satisfactionOf(parameters['satisfaction']), election, Number(parameters['longest'] ?? 0)),
  method: (pot, { satisfaction, dialect = '' }) =>
    E.right(greedyOrder(pot, satisfactionOf(satisfaction), { isEndedByMisfit: endedByMisfit.has(dialect) })),
})
