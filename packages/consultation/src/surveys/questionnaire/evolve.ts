import type { QuestionAdded, QuestionnaireEvent } from './events.ts'
import type { Question } from './question.ts'
import { reworded } from './reworded.ts'
import type { QuestionnaireState, WithContent } from './state.ts'

const retired = (state: WithContent, questionId: string, replacedBy?: string): WithContent => {
  const question = state.questions.find(({ id }) => id === questionId)
  if (question === undefined) return state
  const by = replacedBy === undefined ? {} : { replacedBy }
  return { ...state, questions: state.questions.filter(({ id }) => id !== questionId), retired: [...state.retired, { question, ...by }] }
}

const added = (state: WithContent, { question, replaces }: QuestionAdded): WithContent => {
  const after = replaces === undefined ? state : retired(state, replaces, question.id)
  return { ...after, questions: [...after.questions, question] }
}

const known = ({ questions }: WithContent, ids: ReadonlyArray<string>): ReadonlyArray<Question> =>
  ids.flatMap((id) => questions.filter((question) => question.id === id))

export const evolve = (state: QuestionnaireState, event: QuestionnaireEvent): QuestionnaireState => {
  if (event.type === 'QuestionnaireDrafted') {
    const { type: _, ...drafted } = event
    return { status: 'Drafted', draft: drafted, questions: [], retired: [], waves: [] }
  }
  if (state.status === 'NotDrafted') return state
  switch (event.type) {
    case 'QuestionAdded':
      return added(state, event)
    case 'QuestionReworded': {
      const { questionId, text, choices } = event
      return { ...state, questions: state.questions.map((one) => (one.id === questionId ? reworded(one, text, choices) : one)) }
    }
    case 'QuestionRetired':
      return retired(state, event.questionId)
    case 'QuestionnaireOpened':
      return { ...state, status: 'Open' }
    case 'WaveOpened': {
      const { wave, opensAt, closesAt, questionsHash, questions } = event
      return { ...state, waves: [...state.waves, { wave, opensAt, closesAt, questionsHash, questions: known(state, questions) }] }
    }
    case 'QuestionnaireClosed':
      return { ...state, status: 'Closed' }
  }
}
