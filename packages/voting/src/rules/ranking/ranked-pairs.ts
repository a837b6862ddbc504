import { defineRule } from '@isegoria/election'
import type { OptionId, RankingOutcome, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { anyOrderWinners, TooManyOrders } from '../../tally/any-order-winners.ts'
import { lockedPairs } from '../../tally/locked-pairs.ts'
import { majoritiesIn } from '../../tally/majorities.ts'
import { unrankedParameter } from '../../tally/pairwise.ts'
import { rankingOfLayers } from '../../tally/ranking-of-layers.ts'
import { rankingOfVictories } from '../../tally/ranking-of-victories.ts'
import { margins, thenLeastOpposed, victoriesBy, winningVotes } from '../../tally/victories.ts'
import type { Victories } from '../../tally/victories.ts'

/** A count of sets of locked victories, not of seconds, so that every machine refuses the same elections. */
const mostSets = 20_000

/** Tiers of those who win by some order, then of those who do where the ones before have not stood. */
const rankByAnyOrder = (options: ReadonlyArray<OptionId>, victories: Victories): RankingOutcome => {
  const winnersOf = anyOrderWinners(victories, mostSets)
  const layers: Array<ReadonlyArray<number>> = []
  let left: ReadonlyArray<number> = [...options.keys()]
  while (left.length > 0) {
    const layer = winnersOf(left)
    layers.push(layer)
    left = left.filter((option) => !layer.includes(option))
  }
  const all = victories.groups.flat()
  return rankingOfLayers(options, layers, (option) => ({
    figures: {
      victories: `${all.filter(({ winner }) => winner === option).length}`,
      defeats: `${all.filter(({ loser }) => loser === option).length}`,
    },
  }))
}

/**
 * Ranked pairs (Tideman): victories in pairs are locked from the strongest to the weakest, unless one would close a cycle.
 *
 * A victory is as strong as `variant` says: `winning`, the voters who prefer the winner; `margins`, how many more they are. Of
 * victories that are level by it those with less opposition are stronger.
 *
 * Ties: no order of the options decides between victories that are still equally strong. With `equal=together` these are looked at
 * together, with all that is locked: those that lie on no cycle of these are locked; the others are dropped, all of them, as
 * CondorcetPHP does. A tier holds the options beaten by none but those of the tiers before it. With `equal=any-order` ("parallel
 * universes") they are locked one by one in every order, and whoever wins by some order wins; the next tier holds whoever would if
 * the tiers before it had not stood. Figures then are of all victories, locked or not.
 * Cost: one matrix of pairs, a sort of the pairs, and options² for each locked pair that says something new. By any order mostly
 * the same for each option; `ElectionTooLarge` above 20,000 sets of locked victories.
 * Source: T. N. Tideman, "Independence of clones as a criterion for voting rules", Social Choice and Welfare 4, 1987,
 * https://doi.org/10.1007/BF00433944; for all orders Brill & Fischer, "The price of neutrality for the ranked pairs method", AAAI
 * 2012
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
  parameters: [
    { name: 'variant', values: ['winning', 'margins'], meaning: 'what a victory in a pair is as strong as' },
    {
      name: 'equal',
      values: ['together', 'any-order'],
      meaning:
        'equally strong victories that contradict one another are all dropped, or are tried in every order, and whoever wins by some order wins',
    },
    unrankedParameter,
  ],
  claims: ['anonymity', 'neutrality', 'determinism', 'pareto', 'majority', 'condorcet-consistency', 'condorcet-loser', 'smith'],
  violates: ['participation', 'consistency'],
  count: (election, parameters) => {
    const majorities = majoritiesIn(election, parameters)
    const victories = victoriesBy(majorities, thenLeastOpposed(parameters['variant'] === 'margins' ? margins : winningVotes))
    if (parameters['equal'] === 'any-order') {
      try {
        return E.right(rankByAnyOrder(majorities.options, victories))
      } catch (thrown) {
        if (!(thrown instanceof TooManyOrders)) throw thrown
        return E.left({ type: 'ElectionTooLarge', rule: 'ranked-pairs', what: 'sets of locked victories', size: mostSets + 1, most: mostSets })
      }
    }
    return E.right(
      rankingOfVictories(
        majorities.options,
        victories,
        lockedPairs(victories, () => true),
      ),
    )
  },
})
