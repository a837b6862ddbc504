import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { lockedPairs } from '../../tally/locked-pairs.ts'
import { majoritiesIn } from '../../tally/majorities.ts'
import { unrankedParameter } from '../../tally/pairwise.ts'
import { rankingOfVictories } from '../../tally/ranking-of-victories.ts'
import { margins, thenLeastOpposed, victoriesBy, winningVotes } from '../../tally/victories.ts'

/**
 * Ranked pairs (Tideman): victories in pairs are locked from the strongest to the weakest, unless one would close a cycle.
 *
 * A victory is as strong as `variant` says: `winning`, the voters who prefer the winner; `margins`, how many more they are. Of
 * victories that are level by it those with less opposition are stronger.
 *
 * Ties: victories that are still equally strong are looked at together, with all that is locked. Those that lie on no cycle
 * of these are locked; the others are dropped, all of them, as CondorcetPHP does. No order of the options decides, and what an
 * order would have decided is left level: a tier holds the options beaten by none but those of the tiers before it. This is
 * not the union over all orders ("parallel universes"), which is hard to compute.
 * Cost: one matrix of pairs, a sort of the pairs, and options² for each locked pair that says something new.
 * Source: T. N. Tideman, "Independence of clones as a criterion for voting rules", Social Choice and Welfare 4, 1987,
 * https://doi.org/10.1007/BF00433944
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['ash', 'elm', 'oak'], ['ash', 'elm', 'oak'], ['elm', 'oak', 'ash'], ['elm', 'oak', 'ash']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(rankedPairs, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['oak'], ['ash'], ['elm']]
 * E.isRight(outcome) && outcome.right.rounds[0]?.tallies // => { ash: '5 (5:2)' }
 */
export const rankedPairs: Rule = defineRule({
  id: 'ranked-pairs',
  version: '1',
  title: 'Ranked pairs',
  family: 'voting',
  source: 'https://doi.org/10.1007/BF00433944',
  ballots: ['ordinal', 'weak-order'],
  parameters: [{ name: 'variant', values: ['winning', 'margins'], meaning: 'what a victory in a pair is as strong as' }, unrankedParameter],
  claims: ['anonymity', 'neutrality', 'determinism', 'pareto', 'majority', 'condorcet-consistency', 'condorcet-loser', 'smith'],
  violates: ['participation', 'consistency'],
  count: (election, parameters) => {
    const majorities = majoritiesIn(election, parameters)
    const victories = victoriesBy(majorities, thenLeastOpposed(parameters['variant'] === 'margins' ? margins : winningVotes))
    return E.right(
      rankingOfVictories(
        majorities.options,
        victories,
        lockedPairs(victories, () => true),
      ),
    )
  },
})
