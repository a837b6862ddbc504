import { defineRule, gradesOf, sumsOf } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { rankingByPoints } from '../../tally/ranking-by-points.ts'

/**
 * Cumulative voting: each voter shares out points, and the option with the most points wins.
 *
 * How many points a voter has is a term of the ballot, checked when it is cast.
 *
 * Ties: options of equal points share a tier. Cost: one look-up for each option that gets points.
 * Source: A. T. Cole, "Legal and mathematical aspects of cumulative voting", South Carolina Law Quarterly 2, 1950
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash'].map((id) => ({ id, cost: 0n }))
 * const profile = profileOf([{ type: 'cumulative', points: [['oak', 2], ['ash', 1]] }, { type: 'cumulative', points: [['ash', 3]] }])
 * const outcome = applyRule(cumulative, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['ash'], ['oak']]
 */
export const cumulative: Rule = defineRule({
  id: 'cumulative',
  version: '1',
  title: 'Cumulative voting',
  family: 'voting',
  source: 'A. T. Cole, "Legal and mathematical aspects of cumulative voting", South Carolina Law Quarterly 2, 1950',
  ballots: ['cumulative'],
  parameters: [],
  claims: ['anonymity', 'neutrality', 'determinism', 'merge', 'participation', 'consistency'],
  violates: ['majority', 'condorcet-consistency'],
  count: (election) => {
    const grades = gradesOf(election)
    return E.right(rankingByPoints(grades.options, sumsOf(grades), 'points'))
  },
})
