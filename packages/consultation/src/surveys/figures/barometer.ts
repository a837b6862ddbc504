import { comparable } from '../questionnaire/comparable.ts'
import type { IncomparableQuestion } from '../questionnaire/comparable.ts'
import type { Question } from '../questionnaire/question.ts'
import type { Wave } from '../questionnaire/state.ts'
import type { SurveyResponseState } from '../survey-response.ts'
import { answersOf } from './answers-of.ts'
import type { QuestionCount } from './answers-of.ts'
import { leastValues, publishedChoices, publishedCounts } from './published.ts'
import type { Published } from './published.ts'

/** A wave with where its respondents stand. */
export interface AnsweredWave {
  readonly wave: Wave
  readonly responses: Iterable<SurveyResponseState>
}
/** A question in one wave. Each of `counts` is a share of `answered`; the mean is `sum / answered`, both whole, so nothing is rounded. */
export interface BarometerPoint {
  readonly wave: string
  readonly answered: Published
  readonly counts: ReadonlyMap<string, Published>
  /** Of numbers; of a scale only where none of its counts is suppressed, since it would help to find them. */
  readonly sum?: bigint
}
export interface BarometerSeries {
  readonly questionId: string
  /** In other words at least once, that ask the same. */
  readonly isReworded: boolean
  readonly points: ReadonlyArray<BarometerPoint>
}
/** Why a question has no series: between the first wave and the one named. */
export interface LeftOut extends IncomparableQuestion {
  readonly wave: string
}
export interface Barometer {
  readonly series: ReadonlyArray<BarometerSeries>
  readonly leftOut: ReadonlyArray<LeftOut>
}

const pointOf = (wave: string, { form }: Question, count: QuestionCount, k: number): BarometerPoint => {
  const { answered, choices, sum } = count
  const few = new Map([...choices.keys()].map((choice) => [choice, 'suppressed'] as const))
  if (answered < k) return { wave, answered: 'suppressed', counts: few }
  if (form.kind === 'multiple') return { wave, answered, counts: publishedChoices(choices, answered, form.atMost, k) }
  if (form.kind === 'number') return { wave, answered, counts: choices, sum }
  const { counts, total } = publishedCounts(choices, k)
  const isWhole = total !== 'suppressed' && [...counts.values()].every((one) => one !== 'suppressed')
  return { wave, answered: form.kind === 'text' ? answered : total, counts, ...(form.kind === 'scale' && isWhole ? { sum } : {}) }
}

/**
 * How the answers to a question change from wave to wave, for each question that all waves have asked alike, in exact numbers
 * and under the threshold `k`; and why the others of any wave cannot be followed.
 *
 * Errors: throws `RangeError` for a threshold that is none. Cost: questions × responses.
 */
export const barometer = (waves: ReadonlyArray<AnsweredWave>, k: number): Barometer => {
  leastValues(k)
  const [first, ...later] = waves
  if (first === undefined) return { series: [], leftOut: [] }
  const compared = later.map(({ wave }) => ({ wave: wave.wave, ...comparable(first.wave, wave) }))
  const leftOut = compared.flatMap(({ wave, others }) => others.map((other) => ({ ...other, wave })))
  const counted = waves.map(({ wave, responses }) => ({ wave, answers: answersOf(wave.questions, responses) }))
  const isFollowed = ({ id, form }: Question): boolean =>
    form.kind !== 'text' && compared.every(({ questions }) => questions.some(({ questionId }) => questionId === id))
  const series = first.wave.questions.filter(isFollowed).map((question) => ({
    questionId: question.id,
    isReworded: compared.some(({ questions }) => questions.some(({ questionId, isReworded }) => questionId === question.id && isReworded)),
    points: counted.flatMap(({ wave, answers }) => {
      const count = answers.questions.get(question.id)
      return count === undefined ? [] : [pointOf(wave.wave, question, count, k)]
    }),
  }))
  return { series, leftOut }
}
