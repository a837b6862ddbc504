import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { majoritiesIn } from '../../tally/majorities.ts'
import { unrankedParameter } from '../../tally/pairwise.ts'
import { rankingBy } from '../../tally/ranking-by.ts'

/**
 * Dodgson Quick: an approximation of Dodgson's rule, whose winner needs the fewest swaps of neighbours on ballots to beat all.
 *
 * For each option that beats it an option needs half the margin of voters, rounded up; fewest in all wins. Dodgson's own
 * count, which asks for whole swaps, is hard to compute and agrees nearly always where many vote.
 *
 * Ties: options that need equally many share a tier; a Condorcet winner needs none, and so does whoever is beaten by nobody.
 * Cost: one matrix of pairs.
 * Source: J. C. McCabe-Dansted, G. Pritchard & A. Slinko, "Approximability of Dodgson's rule", Social Choice and Welfare 31,
 * 2008, https://doi.org/10.1007/s00355-007-0282-8
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['ash', 'elm', 'oak'], ['elm', 'oak', 'ash']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(dodgsonQuick, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.rounds.map(({ figures }) => figures['swaps']) // => ['0', '2', '3']
 */
export const dodgsonQuick: Rule = defineRule({
  id: 'dodgson-quick',
  version: '1',
  title: 'Dodgson Quick',
  family: 'voting',
  source: 'https://doi.org/10.1007/s00355-007-0282-8',
  ballots: ['ordinal', 'weak-order'],
  parameters: [unrankedParameter],
  claims: ['anonymity', 'neutrality', 'determinism', 'majority', 'condorcet-consistency'],
  violates: ['condorcet-loser', 'smith', 'consistency', 'clone-independence'],
  count: (election, parameters) => {
    const { options, margin } = majoritiesIn(election, parameters)
    const ranked = options.map((option, one) => {
      let swaps = 0
      for (const other of options.keys()) swaps += Math.ceil(Math.max(0, margin(other, one)) / 2)
      return { option, figure: swaps, figures: { swaps: `${swaps}` } }
    })
    return E.right(rankingBy(ranked, (left, right) => left - right))
  },
})
