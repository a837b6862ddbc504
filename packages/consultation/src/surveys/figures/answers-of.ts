import { choicesOf } from '../questionnaire/question.ts'
import type { Question } from '../questionnaire/question.ts'
import type { GivenResponse, SurveyResponseState } from '../survey-response.ts'

/** How a question was answered. `choices` is empty for numbers and texts, `sum` is zero for what is no number. */
export interface QuestionCount {
  /** How many have answered it. */
  readonly answered: number
  /** How many have given each choice, or each step of a scale. */
  readonly choices: ReadonlyMap<string, number>
  readonly sum: bigint
}
/** Counts as they are, for those who run the survey: what is published goes through a threshold first. */
export interface AnswerCounts {
  readonly respondents: number
  readonly questions: ReadonlyMap<string, QuestionCount>
}

/** The choices, or the step, that a respondent has given to a question; `undefined` if none was given. */
export const chosenIn = ({ answers }: GivenResponse, questionId: string): ReadonlyArray<string> | undefined => {
  const answer = Object.hasOwn(answers, questionId) ? answers[questionId] : undefined
  switch (answer?.kind) {
    case undefined:
      return undefined
    case 'single':
      return [answer.choice]
    case 'multiple':
      return answer.choices
    case 'scale':
      return [String(answer.value)]
    case 'number':
    case 'text':
      return []
  }
}

const valueIn = ({ answers }: GivenResponse, questionId: string): bigint => {
  const answer = Object.hasOwn(answers, questionId) ? answers[questionId] : undefined
  return answer?.kind === 'scale' || answer?.kind === 'number' ? BigInt(answer.value) : 0n
}

const countOf = (question: Question, responses: ReadonlyArray<GivenResponse>): QuestionCount => {
  const choices = new Map((choicesOf(question) ?? []).map((choice) => [choice, 0]))
  let answered = 0
  let sum = 0n
  for (const response of responses) {
    const chosen = chosenIn(response, question.id)
    if (chosen === undefined) continue
    answered++
    sum += valueIn(response, question.id)
    for (const choice of chosen) choices.set(choice, (choices.get(choice) ?? 0) + 1)
  }
  return { answered, choices, sum }
}

/** How each question was answered by those whose response stands. Cost: questions × responses. */
export const answersOf = (questions: ReadonlyArray<Question>, responses: Iterable<SurveyResponseState>): AnswerCounts => {
  const standing: GivenResponse[] = []
  for (const response of responses) if (response.status === 'Answered') standing.push(response)
  return { respondents: standing.length, questions: new Map(questions.map((question) => [question.id, countOf(question, standing)])) }
}

const sumOf = (left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
  const both = new Map(left)
  for (const [choice, count] of right) both.set(choice, (both.get(choice) ?? 0) + count)
  return both
}

/** The counts of two disjoint groups of respondents as one: associative and commutative, `answersOf(questions, [])` adds nothing. */
export const mergeAnswers = (left: AnswerCounts, right: AnswerCounts): AnswerCounts => {
  const questions = new Map(left.questions)
  for (const [id, { answered, choices, sum }] of right.questions) {
    const before = questions.get(id)
    questions.set(
      id,
      before === undefined
        ? { answered, choices, sum }
        : { answered: before.answered + answered, choices: sumOf(before.choices, choices), sum: before.sum + sum },
    )
  }
  return { respondents: left.respondents + right.respondents, questions }
}
