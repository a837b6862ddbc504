import { defineRule } from '@isegoria/election'
import type { RankingOutcome, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { kemenyOrders } from '../../tally/kemeny-orders.ts'
import { majoritiesIn } from '../../tally/majorities.ts'
import type { Majorities } from '../../tally/majorities.ts'
import { unrankedParameter } from '../../tally/pairwise.ts'
import { rankingOfLayers } from '../../tally/ranking-of-layers.ts'
import { largestOf, smithComponents } from '../../tally/smith-components.ts'

/** One more doubles time and memory. */
const mostInCycle = 20

const rank = ({ options, support }: Majorities, components: ReadonlyArray<ReadonlyArray<number>>): RankingOutcome => {
  const tiers: Array<ReadonlyArray<number>> = []
  const placed: Array<number> = []
  let disagreements = 0
  for (const members of components) {
    const best = kemenyOrders(members, support)
    disagreements += best.disagreements
    for (const upper of placed) for (const lower of members) disagreements += support(lower, upper)
    placed.push(...members)
    tiers.push(...best.tiers)
  }
  return rankingOfLayers(options, tiers, (one) => {
    const others = [...options.keys()].filter((other) => other !== one)
    return {
      figures: { disagreements: `${disagreements}` },
      tallies: Object.fromEntries(others.map((other) => [options[other] ?? '', `${support(one, other)}`])),
    }
  })
}

/**
 * Kemeny's rule: the order of all options that agrees best with the voters, counted over all pairs of options.
 *
 * An order disagrees with a voter in each pair of which the voter prefers the lower one. Figures give the sum for the best
 * order; the tallies of an option are the voters who prefer it to each other.
 *
 * Ties: several orders may be best. The first tier holds each option that stands first in any of them, and these win; a
 * further tier each one that stands first behind those of the tiers before it in any of them. So each tier has one option
 * exactly where the best order is the only one. As a choice of winners it is not consistent, as a choice of orders it is.
 * Cost: one matrix of pairs; then 2^n · n for each Smith set of n options, after which the rest is a problem of its own: about
 * a tenth of a second and 9 MB for 20. Errors: `ElectionTooLarge` where one is larger.
 * Source: J. G. Kemeny, "Mathematics without numbers", Daedalus 88, 1959; H. P. Young & A. Levenglick, "A consistent extension of
 * Condorcet's election principle", SIAM Journal on Applied Mathematics 35, 1978, https://doi.org/10.1137/0135023
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['ash', 'elm', 'oak'], ['ash', 'elm', 'oak'], ['elm', 'oak', 'ash']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(kemeny, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['oak', 'ash'], ['elm']]
 * E.isRight(outcome) && outcome.right.rounds[0]?.figures // => { disagreements: '6' }
 */
export const kemeny: Rule = defineRule({
  id: 'kemeny',
  version: '1',
  title: "Kemeny's rule",
  family: 'voting',
  source: 'https://doi.org/10.1137/0135023',
  ballots: ['ordinal', 'weak-order'],
  parameters: [unrankedParameter],
  claims: ['anonymity', 'neutrality', 'determinism', 'pareto', 'majority', 'condorcet-consistency', 'condorcet-loser', 'smith', 'monotonicity'],
  violates: ['participation', 'consistency', 'clone-independence'],
  count: (election, parameters) => {
    const majorities = majoritiesIn(election, parameters)
    const components = smithComponents(majorities)
    const size = largestOf(components)
    if (size > mostInCycle) return E.left({ type: 'ElectionTooLarge', rule: 'kemeny', what: 'options in one Smith set', size, most: mostInCycle })
    return E.right(rank(majorities, components))
  },
})
