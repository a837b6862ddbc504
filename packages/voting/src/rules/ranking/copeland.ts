import { defineRule } from '@isegoria/election'
import type { RankingOutcome, Rule } from '@isegoria/election'
import { formatRatio, ratio } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { majoritiesIn } from '../../tally/majorities.ts'
import type { Majorities } from '../../tally/majorities.ts'
import { unrankedParameter } from '../../tally/pairwise.ts'
import { rankingBy } from '../../tally/ranking-by.ts'

const rank = ({ options, margin }: Majorities): RankingOutcome => {
  const ranked = options.map((option, one) => {
    let [victories, ties] = [0, 0]
    for (const other of options.keys()) {
      if (one === other) continue
      const difference = margin(one, other)
      if (difference > 0) victories++
      else if (difference === 0) ties++
    }
    const halves = 2 * victories + ties
    const figures = { points: formatRatio(ratio(BigInt(halves), 2n)), victories: `${victories}`, ties: `${ties}` }
    return { option, figure: halves, figures }
  })
  return rankingBy(ranked, (left, right) => right - left)
}

/**
 * Copeland's rule: one point for each other option that an option beats in a pair, half a point for each with which it is level.
 *
 * Ties: options with equally many points share a tier, which is frequent.
 * Cost: one matrix of pairs.
 * Source: A. H. Copeland, "A reasonable social welfare function", 1951; D. Saari & V. Merlin, "The Copeland method I",
 * Economic Theory 8, 1996, https://doi.org/10.1007/BF01212012
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak', 'ash', 'elm'], ['ash', 'elm', 'oak']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(copeland, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['ash'], ['oak'], ['elm']]
 * E.isRight(outcome) && outcome.right.rounds[0]?.figures // => { points: '3/2', victories: '1', ties: '1' }
 */
export const copeland: Rule = defineRule({
  id: 'copeland',
  version: '1',
  title: "Copeland's rule",
  family: 'voting',
  source: 'https://doi.org/10.1007/BF01212012',
  ballots: ['ordinal', 'weak-order'],
  parameters: [unrankedParameter],
  claims: ['anonymity', 'neutrality', 'determinism', 'pareto', 'majority', 'condorcet-consistency', 'condorcet-loser', 'smith', 'monotonicity'],
  violates: ['participation', 'consistency', 'clone-independence'],
  count: (election, parameters) => E.right(rank(majoritiesIn(election, parameters))),
})
