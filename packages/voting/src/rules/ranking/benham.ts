import { defineRule, tieBreakOf, tieBreakParameter } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { pairsWithin } from '../../tally/pairs-within.ts'
import { pairwise } from '../../tally/pairwise.ts'
import { preferencesOf } from '../../tally/preferences.ts'
import { eliminateLast, runoff } from '../../tally/runoff.ts'

/**
 * Benham's rule: instant runoff that stops as soon as one of those that are left beats each other one in a pair.
 *
 * An option that a ballot leaves out stands below those that it ranks. The places below the winner go to whom the same count
 * finds among those that are left; those eliminated follow, the last one first.
 *
 * Ties: options that a ballot ranks level share its vote. Of several with the fewest votes the chain `ties` eliminates one.
 * Two that are left and level share a tier, as do all that no ballot ranks any more.
 * Cost: one matrix of pairs, and options² for each elimination.
 * Source: J. Green-Armytage, "Four Condorcet-Hare hybrid methods for single-winner elections", Voting matters 29, 2011
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['elm', 'ash', 'oak'], ['elm', 'ash', 'oak'], ['ash', 'elm', 'oak']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(benham, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['ash'], ['elm'], ['oak']]
 */
export const benham: Rule = defineRule({
  id: 'benham',
  version: '1',
  title: "Benham's rule",
  family: 'voting',
  source: 'J. Green-Armytage, "Four Condorcet-Hare hybrid methods for single-winner elections", Voting matters 29, 2011',
  ballots: ['ordinal', 'weak-order'],
  parameters: [tieBreakParameter('given-order')],
  claims: ['anonymity', 'determinism', 'majority', 'condorcet-consistency', 'condorcet-loser', 'smith'],
  violates: ['monotonicity', 'participation', 'consistency'],
  count: (election, { ties = 'given-order' }) => {
    const order = tieBreakOf('benham', election, ties)
    if (E.isLeft(order)) return order
    const preferences = preferencesOf(election)
    const pairs = pairsWithin(pairwise(preferences, 'last'), preferences.options.length)
    return E.right(
      runoff(preferences, (left, { votesOf }) => {
        const winner = pairs.condorcetWinner(left)
        return winner === undefined ? eliminateLast(preferences, left, votesOf, order.right) : { goes: 'ahead', options: [winner] }
      }),
    )
  },
})
