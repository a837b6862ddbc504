import { defineRule, tieBreakOf, tieBreakParameter } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { pilesOf } from '../../tally/first-preferences.ts'
import type { Piles } from '../../tally/first-preferences.ts'
import { preferencesOf } from '../../tally/preferences.ts'
import { reversed } from '../../tally/reversed.ts'
import { eliminateLast, isOpen, runoff } from '../../tally/runoff.ts'
import type { Decision } from '../../tally/runoff.ts'

/**
 * Coombs' rule: whoever is put first by more than half wins; until there is one, the option that the most voters put last is
 * eliminated and the ballots move on.
 *
 * Half is that of the ballots which still rank somebody. What a ballot leaves out shares its last place. The places below the
 * winner go to whom the same count finds among those that are left; those eliminated follow, the last one first.
 *
 * Ties: options that a ballot ranks level share its first or its last place in equal parts. Of several that are last equally
 * often the chain `ties` eliminates one. Two that are left and level share a tier, as do all that no ballot ranks any more.
 * Cost: options × distinct ballots, more where ballots leave out much.
 * Source: C. H. Coombs, A Theory of Data, 1964; B. Grofman and S. L. Feld, "If you like the alternative vote, then you ought
 * to know about the Coombs rule", Electoral Studies 23(4), 2004
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['elm', 'ash', 'oak'], ['elm', 'ash', 'oak'], ['ash', 'elm', 'oak']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(coombs, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['ash'], ['elm'], ['oak']]
 */
export const coombs: Rule = defineRule({
  id: 'coombs',
  version: '1',
  title: "Coombs' rule",
  family: 'voting',
  source: 'C. H. Coombs, A Theory of Data, 1964',
  ballots: ['ordinal', 'weak-order'],
  parameters: [tieBreakParameter('given-order')],
  claims: ['anonymity', 'determinism', 'majority', 'condorcet-loser'],
  violates: ['condorcet-consistency', 'smith', 'monotonicity', 'participation', 'consistency'],
  count: (election, { ties = 'given-order' }) => {
    const order = tieBreakOf('coombs', election, ties)
    if (E.isLeft(order)) return order
    const preferences = preferencesOf(election)
    const last = pilesOf(reversed(preferences))
    const decide = (left: ReadonlyArray<number>, { votesOf }: Piles): Decision => {
      const cast = left.reduce((sum, option) => sum + votesOf(option), 0n)
      const leader = left.find((option) => 2n * votesOf(option) > cast)
      if (leader !== undefined) return { goes: 'ahead', options: [leader] }
      if (isOpen(left, votesOf)) return { goes: 'ahead', options: left }
      return eliminateLast(preferences, left, (option) => -last.votesOf(option), order.right)
    }
    return E.right(
      runoff(preferences, (left, piles) => {
        const decision = decide(left, piles)
        for (const option of decision.options) last.remove(option)
        return decision
      }),
    )
  },
})
