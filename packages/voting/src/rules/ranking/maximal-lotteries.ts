import { defineRule } from '@isegoria/election'
import type { RankingOutcome, Rule } from '@isegoria/election'
import { formatRatio, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { countDown } from '../../tally/count-down.ts'
import { majoritiesIn } from '../../tally/majorities.ts'
import type { Majorities } from '../../tally/majorities.ts'
import { maximalLottery } from '../../tally/maximal-lottery.ts'
import { pairsWithin } from '../../tally/pairs-within.ts'
import { unrankedParameter } from '../../tally/pairwise.ts'
import { largestOf, smithComponents } from '../../tally/smith-components.ts'

/** Of a Smith set of more the lottery is not computed: numbers of hundreds of digits would take seconds. */
const mostInSmithSet = 40

const rank = ({ options, wins, size, margin }: Majorities): RankingOutcome => {
  const { smithSet } = pairsWithin(wins, size)
  return countDown(options, (left) => {
    const members = smithSet(left)
    const lottery = maximalLottery(members.map((one) => members.map((other) => BigInt(margin(one, other)))))
    const shares = new Map(members.map((one, place) => [one, lottery[place] ?? zero]))
    const shareOf = (one: number): Ratio => shares.get(one) ?? zero
    return {
      options: left.filter((one) => shareOf(one).numerator > 0n),
      goes: 'ahead',
      figuresOf: (one) => ({ probability: formatRatio(shareOf(one)) }),
      tallies: Object.fromEntries(left.map((one) => [options[one] ?? '', formatRatio(shareOf(one))])),
    }
  })
}

/**
 * Maximal lotteries: the shares of a lottery to which no option is preferred, on average over whom it draws. All with a share win.
 *
 * Figures give the shares as exact probabilities: whoever wants one winner draws by them. The next tier is the lottery of the
 * rest as if those with a share had not stood, and so on.
 *
 * Ties: all with a share are one tier; a Condorcet winner has the whole. Where several lotteries are maximal, as between level
 * options, it is the one whose smallest share is largest, then the next smallest, over all that have a share in any of them.
 * Cost: one matrix of pairs, and a linear programme in whole numbers over the Smith set. Errors: `ElectionTooLarge` for a
 * Smith set of more than 40 options.
 * Source: P. C. Fishburn, "Probabilistic social choice based on simple voting comparisons", Review of Economic Studies 51, 1984,
 * https://doi.org/10.2307/2297786; F. Brandl, F. Brandt & H. G. Seedig, "Consistent probabilistic social choice", Econometrica
 * 84, 2016, https://doi.org/10.3982/ECTA13337
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['ash', 'elm', 'oak'], ['ash', 'elm', 'oak'], ['elm', 'oak', 'ash']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(maximalLotteries, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.rounds[0]?.tallies // => { oak: '3/5', ash: '1/5', elm: '1/5' }
 */
export const maximalLotteries: Rule = defineRule({
  id: 'maximal-lotteries',
  version: '1',
  title: 'Maximal lotteries',
  family: 'voting',
  source: 'https://doi.org/10.3982/ECTA13337',
  ballots: ['ordinal', 'weak-order'],
  parameters: [unrankedParameter],
  claims: ['anonymity', 'neutrality', 'determinism', 'pareto', 'majority', 'condorcet-consistency', 'condorcet-loser', 'smith', 'clone-independence'],
  violates: ['consistency'],
  count: (election, parameters) => {
    const majorities = majoritiesIn(election, parameters)
    const size = largestOf(smithComponents(majorities))
    if (size > mostInSmithSet)
      return E.left({ type: 'ElectionTooLarge', rule: 'maximal-lotteries', what: 'options in one Smith set', size, most: mostInSmithSet })
    return E.right(rank(majorities))
  },
})
