import type { QuestionnaireDrafted, WaveOpened } from './events.ts'
import type { Question } from './question.ts'

/** One round of asking, with the questions as they stood when it opened. */
export interface Wave extends Pick<WaveOpened, 'wave' | 'opensAt' | 'closesAt' | 'questionsHash'> {
  readonly questions: ReadonlyArray<Question>
}
/** A question that later waves ask no more. */
interface Retired {
  readonly question: Question
  readonly replacedBy?: string
}
interface Content {
  readonly draft: Omit<QuestionnaireDrafted, 'type'>
  /** Those that the next wave asks, in order. */
  readonly questions: ReadonlyArray<Question>
  readonly retired: ReadonlyArray<Retired>
  readonly waves: ReadonlyArray<Wave>
}
export type QuestionnaireState =
  | { readonly status: 'NotDrafted' }
  | ({ readonly status: 'Drafted' } & Content)
  | ({ readonly status: 'Open' } & Content)
  | ({ readonly status: 'Closed' } & Content)
export type WithContent = Exclude<QuestionnaireState, { status: 'NotDrafted' }>

export const initialState: QuestionnaireState = { status: 'NotDrafted' }

/** The first wave in which a question was asked; `undefined` while none was. */
export const firstAskedIn = ({ waves }: WithContent, questionId: string): string | undefined =>
  waves.find(({ questions }) => questions.some(({ id }) => id === questionId))?.wave
