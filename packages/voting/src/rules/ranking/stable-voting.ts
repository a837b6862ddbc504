import { defineRule } from '@isegoria/election'
import type { RankingOutcome, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { countDown } from '../../tally/count-down.ts'
import { majoritiesIn } from '../../tally/majorities.ts'
import type { Majorities } from '../../tally/majorities.ts'
import { unrankedParameter } from '../../tally/pairwise.ts'
import { stableWinners, TooManySets } from '../../tally/stable-winners.ts'

/** A count of sets, not of seconds, so that every machine refuses the same elections. */
const mostSets = 100_000

const rank = (majorities: Majorities): RankingOutcome => {
  const { options, margin } = majorities
  const winnersOf = stableWinners(majorities, mostSets)
  return countDown(options, (left) => {
    const matches = new Map(winnersOf(left).map(({ winner, against }) => [winner, against]))
    const victoriesOf = (one: number): number => left.filter((other) => margin(one, other) > 0).length
    return {
      options: left.filter((one) => matches.has(one)),
      goes: 'ahead',
      figuresOf: (one) => {
        const against = matches.get(one)
        if (against === undefined) return { victories: `${victoriesOf(one)}` }
        return { victories: `${victoriesOf(one)}`, against: options[against] ?? '', margin: `${margin(one, against)}` }
      },
      tallies: Object.fromEntries(left.map((one) => [options[one] ?? '', `${victoriesOf(one)}`])),
    }
  })
}

/**
 * Stable Voting (Holliday & Pacuit): an option wins that would win without another to which it has the greatest margin.
 *
 * Of the options that Split Cycle leaves undefeated and any others, the pairs are looked at by falling margin; the first
 * pair whose first option wins, by this same rule, where the second has not stood, decides. Figures name that second option.
 * The next tier is the winner of the rest as if the first had not stood, and so on.
 *
 * Ties: of pairs with one margin each may decide; all that win so share a tier.
 * Cost: one matrix of pairs, and options³ for each set of options that is looked at: mostly few hundred, where a cycle holds
 * 20 options up to some thousand, in the worst case all. Errors: `ElectionTooLarge` for more than 100,000 sets.
 * Source: W. H. Holliday & E. Pacuit, "Stable Voting", Constitutional Political Economy 34, 2023,
 * https://doi.org/10.1007/s10602-022-09383-9
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['ash', 'elm', 'oak'], ['ash', 'elm', 'oak'], ['elm', 'oak', 'ash'], ['elm', 'oak', 'ash']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(stableVoting, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['oak'], ['ash'], ['elm']]
 */
export const stableVoting: Rule = defineRule({
  id: 'stable-voting',
  version: '1',
  title: 'Stable Voting',
  family: 'voting',
  source: 'https://doi.org/10.1007/s10602-022-09383-9',
  ballots: ['ordinal', 'weak-order'],
  parameters: [unrankedParameter],
  claims: ['anonymity', 'neutrality', 'determinism', 'pareto', 'majority', 'condorcet-consistency', 'condorcet-loser', 'smith'],
  violates: ['participation', 'consistency'],
  count: (election, parameters) => {
    try {
      return E.right(rank(majoritiesIn(election, parameters)))
    } catch (thrown) {
      if (!(thrown instanceof TooManySets)) throw thrown
      return E.left({ type: 'ElectionTooLarge', rule: 'stable-voting', what: 'sets of options', size: mostSets + 1, most: mostSets })
    }
  },
})
