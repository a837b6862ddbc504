import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { ratio } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { unrankedOf } from '../../tally/pairwise.ts'
import { placesOf, pointsBy } from '../../tally/places.ts'
import { preferencesOf } from '../../tally/preferences.ts'
import { rankingByPoints } from '../../tally/ranking-by-points.ts'

/**
 * The Borda count: an option gets from each voter a point for every option below it.
 *
 * The first of `n` options gets `n - 1` points, the last one none; with `least=1` each gets one more. What a ballot leaves
 * out shares the points of the places that are left (`unranked=last`), or gets nothing (`unranked=ignored`) while what it
 * ranks keeps its points.
 *
 * Ties: options that a ballot ranks level get the average of their places; options with equal points share a tier.
 * Cost: options × distinct ballots.
 * Source: J.-C. de Borda, "Mémoire sur les élections au scrutin", 1781; P. Emerson, "The original Borda count and partial
 * voting", Social Choice and Welfare 40, 2013, https://doi.org/10.1007/s00355-011-0603-9
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const profile = profileOf([{ type: 'ordinal', ranking: ['oak'] }, { type: 'ordinal', ranking: ['elm', 'oak', 'ash'] }])
 * const outcome = applyRule(borda, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.rounds.map(({ option, figures }) => [option, figures['points']]) // => [['oak', '3'], ['elm', '5/2'], ['ash', '1/2']]
 */
export const borda: Rule = defineRule({
  id: 'borda',
  version: '1',
  title: 'Borda count',
  family: 'voting',
  source: 'https://doi.org/10.1007/s00355-011-0603-9',
  ballots: ['ordinal', 'weak-order'],
  parameters: [
    {
      name: 'unranked',
      values: ['last', 'ignored'],
      meaning: 'options that a ballot leaves out share the points of the places below those that it ranks, or get none',
    },
    { name: 'least', least: 0, most: 1, default: 0, meaning: 'points of the last place' },
  ],
  claims: ['anonymity', 'neutrality', 'determinism', 'merge', 'pareto', 'condorcet-loser', 'monotonicity', 'participation', 'consistency'],
  violates: ['majority', 'condorcet-consistency', 'smith', 'clone-independence'],
  count: (election, { unranked, least = '0' }) => {
    const preferences = preferencesOf(election)
    const places = placesOf(preferences, unrankedOf(unranked))
    const first = places.size - 1 + Number(least)
    const points = pointsBy(places, (from, to) => ratio(BigInt(2 * first + 2 - from - to), 2n))
    return E.right(rankingByPoints(preferences.options, points, 'points'))
  },
})
