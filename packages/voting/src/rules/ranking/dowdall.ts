import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { add, divide, ratio, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { unrankedOf } from '../../tally/pairwise.ts'
import { placesOf, pointsBy } from '../../tally/places.ts'
import { preferencesOf } from '../../tally/preferences.ts'
import { rankingByPoints } from '../../tally/ranking-by-points.ts'

/** The average of `1/from` to `1/to`. */
const share = (from: number, to: number): Ratio => {
  let sum = zero
  for (let place = from; place <= to; place++) sum = add(sum, ratio(1n, BigInt(place)))
  return divide(sum, ratio(BigInt(to - from + 1)))
}

/**
 * The Dowdall system of Nauru: the option that a voter puts first gets one point, the next one half, then a third, and so on.
 *
 * What a ballot leaves out shares the points of the places that are left (`unranked=last`), or gets none (`unranked=ignored`).
 *
 * Ties: options that a ballot ranks level get the average of their places; options with equal points share a tier.
 * Cost: options × distinct ballots, on exact fractions whose denominators grow with the number of options.
 * Source: J. Fraenkel and B. Grofman, "The Borda Count and its real-world alternatives: Comparing scoring rules in Nauru and
 * Slovenia", Australian Journal of Political Science 49(2), 2014, https://doi.org/10.1080/10361146.2014.900530
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const profile = profileOf([{ type: 'ordinal', ranking: ['oak'] }, { type: 'ordinal', ranking: ['elm', 'oak', 'ash'] }])
 * const outcome = applyRule(dowdall, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.rounds.map(({ option, figures }) => [option, figures['points']]) // => [['oak', '3/2'], ['elm', '17/12'], ['ash', '3/4']]
 */
export const dowdall: Rule = defineRule({
  id: 'dowdall',
  version: '1',
  title: 'Dowdall system',
  family: 'voting',
  source: 'https://doi.org/10.1080/10361146.2014.900530',
  ballots: ['ordinal', 'weak-order'],
  parameters: [
    {
      name: 'unranked',
      values: ['last', 'ignored'],
      meaning: 'options that a ballot leaves out share the points of the places below those that it ranks, or get none',
    },
  ],
  claims: ['anonymity', 'neutrality', 'determinism', 'merge', 'pareto', 'monotonicity', 'participation', 'consistency'],
  violates: ['majority', 'condorcet-consistency', 'smith', 'clone-independence'],
  count: (election, { unranked }) => {
    const preferences = preferencesOf(election)
    return E.right(rankingByPoints(preferences.options, pointsBy(placesOf(preferences, unrankedOf(unranked)), share), 'points'))
  },
})
