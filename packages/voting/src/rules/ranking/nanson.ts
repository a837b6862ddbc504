import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { bordaWithin, bordaCountDown } from '../../tally/borda-within.ts'
import { preferencesOf } from '../../tally/preferences.ts'

/**
 * Nanson's rule: the Borda count again and again, each time without the options that are not above its average.
 *
 * So Nanson has it: an option exactly at the average goes with those below it, unless nobody is above. The literature often has
 * a rule of Schwartz's in its place, `average=kept`, by which only those below go; the two can elect others, and only by that one
 * every option wins that no other beats in a pair. An option that a ballot leaves out shares the places below those that
 * it ranks. Those eliminated follow the winner, the last ones first.
 *
 * Ties: options that a ballot ranks level get the average of their places. Those eliminated together share a tier, as do all
 * that are left and level.
 * Cost: one matrix of pairs, and options² for each elimination.
 * Source: E. J. Nanson, "Methods of election", Transactions and Proceedings of the Royal Society of Victoria 19, 1882;
 * E. M. S. Niou, "A note on Nanson's rule", Public Choice 54, 1987
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['ash', 'elm', 'oak'], ['ash', 'elm', 'oak']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(nanson, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['oak'], ['ash'], ['elm']]
 * E.isRight(outcome) && outcome.right.rounds[0]?.tallies // => { oak: '6', ash: '7', elm: '2' }
 */
export const nanson: Rule = defineRule({
  id: 'nanson',
  version: '2',
  title: "Nanson's rule",
  family: 'voting',
  source: 'E. J. Nanson, "Methods of election", 1882',
  ballots: ['ordinal', 'weak-order'],
  parameters: [
    {
      name: 'average',
      values: ['eliminated', 'kept'],
      meaning: 'whether an option exactly at the average of the Borda counts goes with those below it',
    },
  ],
  claims: ['anonymity', 'neutrality', 'determinism', 'majority', 'condorcet-consistency', 'condorcet-loser', 'smith'],
  violates: ['monotonicity', 'participation', 'consistency', 'clone-independence'],
  count: (election, { average }) => {
    const counts = bordaWithin(preferencesOf(election), election.profile.voters)
    return E.right(
      bordaCountDown(counts, (left) => {
        const isAbove = left.some((option) => counts.balanceOf(option) > 0)
        const out = left.filter((option) => counts.balanceOf(option) < (average === 'kept' ? 0 : 1))
        return isAbove && out.length > 0 ? { goes: 'out', options: out } : { goes: 'ahead', options: left }
      }),
    )
  },
})
