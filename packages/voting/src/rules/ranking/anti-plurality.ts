import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { ratio, zero } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { placesOf, pointsBy } from '../../tally/places.ts'
import { preferencesOf } from '../../tally/preferences.ts'
import { rankingByPoints } from '../../tally/ranking-by-points.ts'

/**
 * Anti-plurality, or veto: the option that the fewest voters put last wins.
 *
 * What a ballot leaves out shares its last place. The rounds give the votes of those who do not put the option last, so
 * that more is better.
 *
 * Ties: options that a ballot puts last together share that place in equal parts; options with equal figures share a tier.
 * Cost: options × distinct ballots.
 * Source: H. Moulin, Axioms of Cooperative Decision Making, 1988, chapter 9
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const profile = profileOf([{ type: 'ordinal', ranking: ['oak', 'elm', 'ash'] }, { type: 'ordinal', ranking: ['ash', 'elm'] }])
 * const outcome = applyRule(antiPlurality, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['elm'], ['oak', 'ash']]
 */
export const antiPlurality: Rule = defineRule({
  id: 'anti-plurality',
  version: '1',
  title: 'Anti-plurality',
  family: 'voting',
  source: 'H. Moulin, Axioms of Cooperative Decision Making, 1988, chapter 9',
  ballots: ['ordinal', 'weak-order'],
  parameters: [],
  claims: ['anonymity', 'neutrality', 'determinism', 'merge', 'pareto', 'monotonicity', 'participation', 'consistency'],
  violates: ['majority', 'condorcet-consistency', 'smith'],
  count: (election) => {
    const preferences = preferencesOf(election)
    const places = placesOf(preferences, 'last')
    const votes = pointsBy(places, (from, to) => {
      const length = BigInt(to - from + 1)
      return to < places.size ? ratio(1n) : from === to ? zero : ratio(length - 1n, length)
    })
    return E.right(rankingByPoints(preferences.options, votes, 'votes'))
  },
})
