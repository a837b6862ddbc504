import { isDeepStrictEqual } from 'node:util'
import { fixedOf } from './question.ts'
import type { Question } from './question.ts'
import type { Wave } from './state.ts'

/** A question that two waves have asked alike; `isReworded`: in other words that ask the same. */
interface ComparableQuestion {
  readonly questionId: string
  readonly isReworded: boolean
}
/** Why the answers of two waves to a question say nothing about each other. */
export interface IncomparableQuestion {
  readonly questionId: string
  readonly why: 'not-asked-in-first' | 'not-asked-in-second' | 'kind-differs' | 'choices-differ'
}
export interface Comparability {
  readonly questions: ReadonlyArray<ComparableQuestion>
  readonly others: ReadonlyArray<IncomparableQuestion>
}

const wordsOf = ({ text, form }: Question): object => ({ text, form })

/**
 * Which questions compare between two waves, in the order of the first, and why others do not. In one questionnaire an id is
 * enough; kinds and choices are compared all the same, so that waves of two logs can be given.
 */
export const comparable = (first: Pick<Wave, 'questions'>, second: Pick<Wave, 'questions'>): Comparability => {
  const questions: ComparableQuestion[] = []
  const others: IncomparableQuestion[] = []
  const there = new Map(second.questions.map((question) => [question.id, question]))
  for (const question of first.questions) {
    const twin = there.get(question.id)
    there.delete(question.id)
    const questionId = question.id
    if (twin === undefined) others.push({ questionId, why: 'not-asked-in-second' })
    else if (twin.form.kind !== question.form.kind) others.push({ questionId, why: 'kind-differs' })
    else if (!isDeepStrictEqual(fixedOf(twin.form), fixedOf(question.form))) others.push({ questionId, why: 'choices-differ' })
    else questions.push({ questionId, isReworded: !isDeepStrictEqual(wordsOf(twin), wordsOf(question)) })
  }
  for (const questionId of there.keys()) others.push({ questionId, why: 'not-asked-in-first' })
  return { questions, others }
}
