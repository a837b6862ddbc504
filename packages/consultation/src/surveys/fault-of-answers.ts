import { isHash, isName } from '../people/is-name.ts'
import type { Answer } from './answer.ts'
import type { Question } from './questionnaire/question.ts'

/** Why answers are not answers to these questions. */
export type AnswerFault =
  | { readonly type: 'NothingAnswered' }
  | { readonly type: 'QuestionNotAsked'; readonly questionId: string }
  | { readonly type: 'AnswerMissing'; readonly questionId: string }
  | { readonly type: 'AnswerOfAnotherKind'; readonly questionId: string; readonly needs: Question['form']['kind']; readonly kind: Answer['kind'] }
  | { readonly type: 'ChoiceUnknown'; readonly questionId: string; readonly choice: string }
  | { readonly type: 'ChoiceTwice'; readonly questionId: string; readonly choice: string }
  | { readonly type: 'ChoicesOutOfRange'; readonly questionId: string; readonly count: number; readonly atMost: number }
  | { readonly type: 'ValueOutOfRange'; readonly questionId: string; readonly value: number; readonly from: number; readonly to: number }
  | { readonly type: 'ContentNotCommitted'; readonly questionId: string }

interface Choices {
  readonly choices: ReadonlyArray<{ readonly id: string }>
}

const faultOfChoices = (questionId: string, chosen: ReadonlyArray<string>, { choices }: Choices, atMost: number): AnswerFault | undefined => {
  const unknown = chosen.find((choice) => !choices.some(({ id }) => id === choice))
  if (unknown !== undefined) return { type: 'ChoiceUnknown', questionId, choice: unknown }
  const twice = chosen.find((choice, place) => chosen.indexOf(choice) !== place)
  if (twice !== undefined) return { type: 'ChoiceTwice', questionId, choice: twice }
  const isWithin = chosen.length >= 1 && chosen.length <= atMost
  return isWithin ? undefined : { type: 'ChoicesOutOfRange', questionId, count: chosen.length, atMost }
}

const faultOfValue = (questionId: string, value: number, { from, to }: { readonly from: number; readonly to: number }): AnswerFault | undefined =>
  Number.isSafeInteger(value) && value >= from && value <= to ? undefined : { type: 'ValueOutOfRange', questionId, value, from, to }

const faultOfAnswer = ({ id, form }: Question, answer: Answer): AnswerFault | undefined => {
  if (answer.kind === 'single' && form.kind === 'single') return faultOfChoices(id, [answer.choice], form, 1)
  if (answer.kind === 'multiple' && form.kind === 'multiple') return faultOfChoices(id, answer.choices, form, form.atMost)
  if (answer.kind === 'scale' && form.kind === 'scale') return faultOfValue(id, answer.value, form)
  if (answer.kind === 'number' && form.kind === 'number') return faultOfValue(id, answer.value, form)
  if (answer.kind === 'text' && form.kind === 'text')
    return isHash(answer.contentHash) && isName(answer.contentRef) ? undefined : { type: 'ContentNotCommitted', questionId: id }
  return { type: 'AnswerOfAnotherKind', questionId: id, needs: form.kind, kind: answer.kind }
}

/** The first thing that is wrong with answers to these questions, in the order of the questions. Who leaves out what is not required answers well. */
export const faultOfAnswers = (answers: Readonly<Record<string, Answer>>, questions: ReadonlyArray<Question>): AnswerFault | undefined => {
  const given = new Map(Object.entries(answers))
  if (given.size === 0) return { type: 'NothingAnswered' }
  for (const question of questions) {
    const answer = given.get(question.id)
    given.delete(question.id)
    if (answer === undefined) {
      if (question.isRequired) return { type: 'AnswerMissing', questionId: question.id }
      continue
    }
    const fault = faultOfAnswer(question, answer)
    if (fault !== undefined) return fault
  }
  const [foreign] = given.keys()
  return foreign === undefined ? undefined : { type: 'QuestionNotAsked', questionId: foreign }
}
