import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { majoritiesIn } from '../../tally/majorities.ts'
import { unrankedParameter } from '../../tally/pairwise.ts'
import { rankingBy } from '../../tally/ranking-by.ts'

/**
 * Tideman's approximation of Dodgson's rule: the option whose defeats have the smallest margins in sum wins.
 *
 * Ties: options of equal sums share a tier; a Condorcet winner has none, and neither has whoever is beaten by nobody.
 * Cost: one matrix of pairs.
 * Source: T. N. Tideman, "Independence of clones as a criterion for voting rules", Social Choice and Welfare 4, 1987,
 * https://doi.org/10.1007/BF00433944
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['ash', 'elm', 'oak'], ['elm', 'oak', 'ash']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(dodgsonTideman, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.rounds.map(({ figures }) => figures['defeats']) // => ['0', '3', '4']
 */
export const dodgsonTideman: Rule = defineRule({
  id: 'dodgson-tideman',
  version: '1',
  title: "Tideman's approximation of Dodgson's rule",
  family: 'voting',
  source: 'https://doi.org/10.1007/BF00433944',
  ballots: ['ordinal', 'weak-order'],
  parameters: [unrankedParameter],
  claims: ['anonymity', 'neutrality', 'determinism', 'majority', 'condorcet-consistency', 'monotonicity'],
  violates: ['condorcet-loser', 'smith', 'consistency', 'clone-independence'],
  count: (election, parameters) => {
    const { options, margin } = majoritiesIn(election, parameters)
    const ranked = options.map((option, one) => {
      let defeats = 0
      for (const other of options.keys()) defeats += Math.max(0, margin(other, one))
      return { option, figure: defeats, figures: { defeats: `${defeats}` } }
    })
    return E.right(rankingBy(ranked, (left, right) => left - right))
  },
})
