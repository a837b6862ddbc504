import { compareByMedian, defineRule, gaugeOf, gradesOf, medianOrders, withoutMissing } from '@isegoria/election'
import type { MissingGrades, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { rankingBy } from '../../tally/ranking-by.ts'

const missingOf = (value: string | undefined, grade: number): MissingGrades =>
  value === 'median' || value === 'normalised' ? { type: value } : { type: 'grade', grade }

/**
 * Majority judgment: voters grade each option, and the option with the highest median grade wins.
 *
 * Grades are the whole numbers of score ballots, higher is better; of an even number of grades the lower one in the middle is
 * the median. Options of one median are ordered by taking a grade equal to it out of each, until their medians differ.
 * `same-median` has the other orders of the literature: `gauge` (the larger one of the groups above and below decides),
 * `typical` (difference of the two groups), `usual` (that difference by the voters of the median), `central` (by those of
 * both groups).
 *
 * Voters who do not grade an option count as the grade 0 (`missing=worst`; the lowest grade where there are lower ones), as
 * the grade given as `grade` (`missing=grade`), as its own median, or not at all: `normalised` scales all to one number.
 *
 * Ties: options of equal grades share a tier. Cost: one look-up for each grade given; comparisons do not depend on voters.
 * Source: M. Balinski and R. Laraki, "A theory of measuring, electing, and ranking", PNAS 104(21), 2007,
 * https://doi.org/10.1073/pnas.0702634104; A. Fabre, "Tie-breaking the highest median", Social Choice and Welfare 56, 2021,
 * https://doi.org/10.1007/s00355-020-01269-9
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash'].map((id) => ({ id, cost: 0n }))
 * const grades = [[5, 2], [3, 4], [0, 2]]
 * const profile = profileOf(grades.map(([oak = 0, ash = 0]) => ({ type: 'score', scores: [['oak', oak], ['ash', ash]] })))
 * const outcome = applyRule(majorityJudgment, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.rounds[0] // => { round: 1, option: 'oak', decision: 'ranked', figures: { median: '3', better: '1', worse: '1' } }
 */
export const majorityJudgment: Rule = defineRule({
  id: 'majority-judgment',
  version: '1',
  title: 'Majority judgment',
  family: 'voting',
  source: 'https://doi.org/10.1073/pnas.0702634104',
  ballots: ['score'],
  parameters: [
    { name: 'same-median', values: medianOrders, meaning: 'how options of one median grade are ordered' },
    {
      name: 'missing',
      values: ['worst', 'grade', 'median', 'normalised'],
      meaning: 'voters who do not grade an option count as the worst grade, as the one given, as its median, or not at all',
    },
    { name: 'grade', least: 0, most: 1_000_000, default: 0, meaning: 'for missing=grade: the grade of whom a voter does not grade' },
  ],
  claims: ['anonymity', 'neutrality', 'determinism', 'merge', 'monotonicity'],
  violates: ['majority', 'condorcet-consistency', 'smith', 'participation', 'consistency'],
  count: (election, { 'same-median': sameMedian, missing, grade = '0' }) => {
    const fallback = missing === 'grade' ? Number(grade) : 0
    const { options, scale, tallies } = gradesOf(election, fallback)
    const place = missing === 'grade' ? scale.indexOf(fallback) : 0
    const complete = withoutMissing(tallies, BigInt(election.profile.voters), missingOf(missing, place))
    const ranked = options.map((option, at) => {
      const figure = complete[at] ?? []
      const { median, better, worse } = gaugeOf(figure)
      return { option, figure, figures: { median: `${scale[median] ?? 0}`, better: `${better}`, worse: `${worse}` } }
    })
    return E.right(rankingBy(ranked, compareByMedian(medianOrders.find((order) => order === sameMedian) ?? 'removal')))
  },
})
