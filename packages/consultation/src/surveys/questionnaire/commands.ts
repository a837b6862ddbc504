import type { Instant } from '@isegoria/kernel'
import type {
  QuestionAdded,
  QuestionnaireClosed,
  QuestionnaireDrafted,
  QuestionnaireOpened,
  QuestionReworded,
  QuestionRetired,
  WaveOpened,
} from './events.ts'

export interface DraftQuestionnaire extends Omit<QuestionnaireDrafted, 'type'> {
  readonly type: 'DraftQuestionnaire'
}
export interface AddQuestion extends Omit<QuestionAdded, 'type'> {
  readonly type: 'AddQuestion'
}
export interface RewordQuestion extends Omit<QuestionReworded, 'type'> {
  readonly type: 'RewordQuestion'
}
export interface RetireQuestion extends Omit<QuestionRetired, 'type'> {
  readonly type: 'RetireQuestion'
}
export interface OpenQuestionnaire extends Omit<QuestionnaireOpened, 'type'> {
  readonly type: 'OpenQuestionnaire'
}
/** Asks all questions that are not retired. */
export interface OpenWave extends Omit<WaveOpened, 'type' | 'questions' | 'questionsHash'> {
  readonly type: 'OpenWave'
  readonly at: Instant
}
export interface CloseQuestionnaire extends Omit<QuestionnaireClosed, 'type'> {
  readonly type: 'CloseQuestionnaire'
}
export type QuestionnaireCommand =
  | DraftQuestionnaire
  | AddQuestion
  | RewordQuestion
  | RetireQuestion
  | OpenQuestionnaire
  | OpenWave
  | CloseQuestionnaire
