import { defineRule, gradesOf, sumsOf } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { compare, formatRatio, ratio, zero } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { rankingBy } from '../../tally/ranking-by.ts'

/**
 * Score voting: the option with the highest sum of scores wins.
 *
 * A voter who does not score an option adds nothing to its sum. With `total=mean` only those who score it count, and what
 * nobody scores comes last.
 *
 * Ties: options of equal totals share a tier. Cost: one look-up for each score given.
 * Source: W. D. Smith, "Range voting", 2000; C. Hillinger, "The case for utilitarian voting", Homo Oeconomicus 22(3), 2005
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash'].map((id) => ({ id, cost: 0n }))
 * const profile = profileOf([{ type: 'score', scores: [['oak', 3], ['ash', 4]] }, { type: 'score', scores: [['oak', 3]] }])
 * const outcome = applyRule(score, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['oak'], ['ash']]
 */
export const score: Rule = defineRule({
  id: 'score',
  version: '1',
  title: 'Score voting',
  family: 'voting',
  source: 'C. Hillinger, "The case for utilitarian voting", Homo Oeconomicus 22(3), 2005',
  ballots: ['score'],
  parameters: [{ name: 'total', values: ['sum', 'mean'], meaning: 'the sum of the scores, or the mean over those who score the option' }],
  claims: ['anonymity', 'neutrality', 'determinism', 'merge', 'monotonicity', 'participation', 'consistency'],
  violates: ['majority', 'condorcet-consistency', 'condorcet-loser', 'smith'],
  count: (election, { total }) => {
    const grades = gradesOf(election)
    const sums = sumsOf(grades)
    const ranked = grades.options.map((option, place) => {
      const sum = sums[place] ?? zero
      const voters = (grades.tallies[place] ?? []).reduce((all, number) => all + number, 0n)
      const isScored = total === 'sum' || voters > 0n
      const points = total === 'mean' && voters > 0n ? ratio(sum.numerator, voters) : sum
      return { option, figure: { points, isScored }, figures: { [total ?? 'sum']: isScored ? formatRatio(points) : 'none', voters: `${voters}` } }
    })
    return E.right(
      rankingBy(ranked, (left, right) =>
        left.isScored === right.isScored ? compare(right.points, left.points) : Number(right.isScored) - Number(left.isScored),
      ),
    )
  },
})
