import { compareByMedian, medianOrders } from '@isegoria/election'
import type { Parameters, Rule } from '@isegoria/election'
import { formatMoney } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { allocationRule } from '../../allocation/allocation-rule.ts'
import { byTies } from '../../allocation/pot.ts'
import type { Pot, Step } from '../../allocation/pot.ts'
import { gradedProjects } from './graded-projects.ts'
import type { GradedProject } from './graded-projects.ts'

const stepsOf = (pot: Pot, parameters: Parameters): ReadonlyArray<Step> => {
  const { costs, decimals } = pot
  const compareGrades = compareByMedian(medianOrders.find((order) => order === parameters['same-median']) ?? 'removal')
  const compareTies = byTies(pot)
  const isEndedByMisfit = parameters['dialect'] === 'no-skip'
  const least = Number(parameters['least-median'] ?? 0)
  const limits = pot.limits()
  const ranked = gradedProjects(pot, parameters['missing'] === 'normalised' ? { type: 'normalised' } : { type: 'grade', grade: 0 }).toSorted(
    (left, right) => compareGrades(left.tally, right.tally) || compareTies(left.project, right.project),
  )
  let left = pot.budget
  let isEnded = false
  const isPoor = ({ median }: GradedProject): boolean => least > 0 && median < least
  const couldBe = ({ project }: GradedProject): boolean => limits.admits(project) && (isEndedByMisfit || (costs[project] ?? 0n) <= left)
  const levelFrom = (place: number, first: GradedProject): ReadonlyArray<number> => {
    const above = ranked.slice(place).findIndex(({ tally }) => compareGrades(tally, first.tally) !== 0)
    const level = ranked.slice(place, above < 0 ? ranked.length : place + above)
    return level.filter(couldBe).map(({ project }) => project)
  }
  const decisionOn = (one: GradedProject): string => {
    if (isPoor(one)) return 'median below the least'
    if (isEnded) return 'not reached'
    if (!limits.admits(one.project)) return 'kept out by a limit'
    return (costs[one.project] ?? 0n) > left ? 'does not fit' : 'funded'
  }
  return ranked.map((one, place): Step => {
    const { project, median, better, worse } = one
    const cost = costs[project] ?? 0n
    const decision = decisionOn(one)
    const isFunded = decision === 'funded'
    const isLast = decision === 'does not fit' && isEndedByMisfit
    const level = isFunded || isLast ? levelFrom(place, one) : []
    if (isLast) isEnded = true
    if (isFunded) {
      limits.take(project)
      left -= cost
    }
    const [asked, rest] = [cost, left].map((minor) => formatMoney({ minor, decimals }))
    const figures = { median: `${median}`, better: `${better}`, worse: `${worse}`, cost: asked ?? '', left: rest ?? '' }
    return { project, isFunded, decision, figures, ...(level.length > 1 ? { tied: level } : {}) }
  })
}

/**
 * Majority judgment with a budget: voters grade projects, and those are funded in the order of their median grades that still
 * fit.
 *
 * Grades are the whole numbers of score ballots, higher is better, 0 the worst where there is no lower one: 0 to 3 for the four
 * of Paris. Medians, and the order of projects of one median (`same-median`), are as in `majority-judgment`. Who does not grade
 * a project gives it the worst grade (`missing=worst`), or does not count for it (`missing=normalised`); with envelopes, who
 * grades no project of one is nobody there. `dialect` is what happens at a project that does not fit. `least-median` leaves out
 * projects whose median is lower, whatever there is to spend: 1 asks for more than the worst grade of Paris.
 *
 * How many projects, or how much money, each district gets are constraints of the election: Paris funded a fixed number in
 * each arrondissement in 2021 (`at-most`) and gives an envelope to each since 2023.
 * Ties: projects of equal grades, by the parameter `ties`, each recorded.
 * Cost: one look-up for each grade given, and a sort of the projects.
 * Source: M. Balinski and R. Laraki, PNAS 104(21), 2007, https://doi.org/10.1073/pnas.0702634104; the ballots of Paris,
 * https://www.oidp.net/fr/content.php?id=1817, and its charter, https://decider.paris.fr/bp/jsp/site/Portal.jsp?page_id=16
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = [{ id: 'pool', cost: 90n }, { id: 'trees', cost: 40n }]
 * const grades = [[3, 2], [3, 2], [0, 2], [0, 1], [0, 1]]
 * const profile = profileOf(grades.map(([pool = 0, trees = 0]) => ({ type: 'score', scores: [['pool', pool], ['trees', trees]] })))
 * const outcome = applyRule(majorityJudgmentBudget, { options, profile, budget: 100n, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'allocation' && outcome.right.selected // => ['trees']
 */
export const majorityJudgmentBudget: Rule = allocationRule({
  id: 'majority-judgment-budget',
  version: '1',
  title: 'Majority judgment with a budget',
  source: 'https://doi.org/10.1073/pnas.0702634104',
  ballots: ['score'],
  parameters: [
    { name: 'dialect', values: ['skip', 'no-skip'], meaning: 'a project that does not fit is passed over, or ends it' },
    { name: 'same-median', values: medianOrders, meaning: 'how projects of one median grade are ordered' },
    {
      name: 'missing',
      values: ['worst', 'normalised'],
      meaning: 'voters who do not grade a project count as the worst grade, or not at all, its grades scaled to the number of all others',
    },
    { name: 'least-median', least: 0, most: 1_000_000, default: 0, meaning: 'the lowest median with which a project is funded; 0: any' },
  ],
  claims: ['anonymity', 'determinism', 'merge', 'monotonicity'],
  violates: ['proportionality'],
  sumsAnyPoints: true,
  reading: () => ({ by: 'points', longest: 0 }),
  method: (pot, parameters) => E.right(stepsOf(pot, parameters)),
})
