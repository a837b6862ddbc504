import { defineRule, tieBreakOf, tieBreakParameter } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { pairsWithin } from '../../tally/pairs-within.ts'
import { pairwise } from '../../tally/pairwise.ts'
import { preferencesOf } from '../../tally/preferences.ts'
import { eliminateLast, runoff } from '../../tally/runoff.ts'

/**
 * Tideman's alternative rule: whoever is outside the Smith set is eliminated, then the option with the fewest first
 * preferences, and so on in turn until one is left.
 *
 * An option that a ballot leaves out stands below those that it ranks. Those eliminated follow the winner, the last one first.
 *
 * Ties: those outside the Smith set go together and share a tier. Options that a ballot ranks level share its vote. Of several
 * with the fewest votes the chain `ties` eliminates one. Two that are left and level share a tier, as do all that no ballot
 * ranks any more.
 * Cost: one matrix of pairs, and options² for each elimination.
 * Source: N. Tideman, Collective Decisions and Voting, 2006; J. Green-Armytage, "Four Condorcet-Hare hybrid methods for
 * single-winner elections", Voting matters 29, 2011
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['elm', 'ash', 'oak'], ['elm', 'ash', 'oak'], ['ash', 'elm', 'oak']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(tidemanAlternative, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['ash'], ['oak', 'elm']]
 */
export const tidemanAlternative: Rule = defineRule({
  id: 'tideman-alternative',
  version: '1',
  title: "Tideman's alternative rule",
  family: 'voting',
  source: 'N. Tideman, Collective Decisions and Voting, 2006',
  ballots: ['ordinal', 'weak-order'],
  parameters: [tieBreakParameter('given-order')],
  claims: ['anonymity', 'determinism', 'majority', 'condorcet-consistency', 'condorcet-loser', 'smith'],
  violates: ['monotonicity', 'participation', 'consistency'],
  count: (election, { ties = 'given-order' }) => {
    const order = tieBreakOf('tideman-alternative', election, ties)
    if (E.isLeft(order)) return order
    const preferences = preferencesOf(election)
    const pairs = pairsWithin(pairwise(preferences, 'last'), preferences.options.length)
    return E.right(
      runoff(preferences, (left, { votesOf }) => {
        const smithSet = new Set(pairs.smithSet(left))
        const outside = left.filter((option) => !smithSet.has(option))
        return outside.length === 0 ? eliminateLast(preferences, left, votesOf, order.right) : { goes: 'out', options: outside }
      }),
    )
  },
})
