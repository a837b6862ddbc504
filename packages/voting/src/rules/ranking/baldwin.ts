import { defineRule, tieBreakOf, tieBreakParameter } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { bordaCountDown, bordaWithin } from '../../tally/borda-within.ts'
import { lastInOrder, leastOf } from '../../tally/count-down.ts'
import { preferencesOf } from '../../tally/preferences.ts'

/**
 * Baldwin's rule: the Borda count again and again, each time without the option that has the fewest points.
 *
 * An option that a ballot leaves out shares the places below those that it ranks. Those eliminated follow the winner, the last
 * one first.
 *
 * Ties: options that a ballot ranks level get the average of their places. Of several with the fewest points the chain `ties`
 * eliminates one. Two that are left and level share a tier, as do all that are left and level in each of their pairs.
 * Cost: one matrix of pairs, and options² in all, more where all are level.
 * Source: J. M. Baldwin, "The technique of the Nanson preferential majority system of election", Proceedings of the Royal
 * Society of Victoria 39, 1926
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['ash', 'elm', 'oak'], ['ash', 'elm', 'oak']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(baldwin, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['oak'], ['ash'], ['elm']]
 */
export const baldwin: Rule = defineRule({
  id: 'baldwin',
  version: '1',
  title: "Baldwin's rule",
  family: 'voting',
  source: 'J. M. Baldwin, "The technique of the Nanson preferential majority system of election", 1926',
  ballots: ['ordinal', 'weak-order'],
  parameters: [tieBreakParameter('given-order')],
  claims: ['anonymity', 'determinism', 'majority', 'condorcet-consistency', 'condorcet-loser', 'smith'],
  violates: ['monotonicity', 'participation', 'consistency', 'clone-independence'],
  count: (election, { ties = 'given-order' }) => {
    const order = tieBreakOf('baldwin', election, ties)
    if (E.isLeft(order)) return order
    const counts = bordaWithin(preferencesOf(election), election.profile.voters)
    return E.right(
      bordaCountDown(counts, (left) => {
        const last = leastOf(left, counts.balanceOf)
        const isOpen = last.length === left.length && left.every((one) => left.every((other) => counts.margin(one, other) === 0))
        return isOpen ? { goes: 'ahead', options: left } : { goes: 'out', ...lastInOrder(counts.options, last, order.right) }
      }),
    )
  },
})
