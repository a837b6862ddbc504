import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { ratio, zero } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { placesOf, pointsBy } from '../../tally/places.ts'
import { preferencesOf } from '../../tally/preferences.ts'
import { rankingByPoints } from '../../tally/ranking-by-points.ts'

/**
 * Plurality, or first past the post: the option that the most voters put first wins.
 *
 * Ties: options that a ballot puts first together share its vote in equal parts, as exact fractions. Options with equal
 * votes share a tier.
 * Cost: linear in the ranked options.
 * Source: H. Moulin, Axioms of Cooperative Decision Making, 1988, chapter 9
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const profile = profileOf([{ type: 'weak-order', tiers: [['oak', 'elm'], ['ash']] }, { type: 'choose-one', choice: 'elm' }])
 * const outcome = applyRule(plurality, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['elm'], ['oak'], ['ash']]
 * E.isRight(outcome) && outcome.right.rounds[0]?.figures // => { votes: '3/2' }
 */
export const plurality: Rule = defineRule({
  id: 'plurality',
  version: '1',
  title: 'Plurality',
  family: 'voting',
  source: 'H. Moulin, Axioms of Cooperative Decision Making, 1988, chapter 9',
  ballots: ['choose-one', 'ordinal', 'weak-order'],
  parameters: [],
  claims: ['anonymity', 'neutrality', 'determinism', 'merge', 'pareto', 'majority', 'monotonicity', 'participation', 'consistency'],
  violates: ['condorcet-consistency', 'condorcet-loser', 'smith', 'clone-independence'],
  count: (election) => {
    const preferences = preferencesOf(election)
    const votes = pointsBy(placesOf(preferences, 'ignored'), (from, to) => (from === 1 ? ratio(1n, BigInt(to)) : zero))
    return E.right(rankingByPoints(preferences.options, votes, 'votes'))
  },
})
