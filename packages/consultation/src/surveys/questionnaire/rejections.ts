import type { Instant } from '@isegoria/kernel'
import type { QuestionFault } from './question.ts'
import type { QuestionnaireState } from './state.ts'

type Status = QuestionnaireState['status']

export type QuestionnaireRejection =
  | QuestionFault
  | { readonly type: 'QuestionnaireAlreadyDrafted' }
  | { readonly type: 'QuestionnaireNotInStage'; readonly needs: Status; readonly status: Status }
  | { readonly type: 'ReasonMissing'; readonly of: string }
  /** An id once given is never given to another question. */
  | { readonly type: 'QuestionIdTaken'; readonly questionId: string }
  | { readonly type: 'QuestionUnknown'; readonly questionId: string }
  | { readonly type: 'ChoiceUnknown'; readonly questionId: string; readonly choice: string }
  /** What was asked in a wave asks the same for ever: other words that ask something else are a new question. */
  | { readonly type: 'RewordingNeedsNewQuestion'; readonly questionId: string; readonly wave: string }
  | { readonly type: 'QuestionsMissing' }
  | { readonly type: 'WaveAlreadyOpened'; readonly wave: string; readonly opensAt: Instant; readonly closesAt: Instant }
  | { readonly type: 'WaveEndsBeforeItStarts'; readonly opensAt: Instant; readonly closesAt: Instant }
  | { readonly type: 'WaveOpensInThePast'; readonly opensAt: Instant; readonly at: Instant }
  | { readonly type: 'WavesOverlap'; readonly wave: string; readonly closesAt: Instant }
  | { readonly type: 'WaveStillRunning'; readonly wave: string; readonly closesAt: Instant; readonly at: Instant }
