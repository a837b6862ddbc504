import type { Instant } from '@isegoria/kernel'
import type { Question } from './question.ts'
import type { QuestionnaireState } from './state.ts'

/** What a response must know of its questionnaire: read once when the wave opens, never written while people respond. */
export interface SurveyTerms {
  readonly questionnaireId: string
  readonly wave: string
  readonly questions: ReadonlyArray<Question>
  readonly questionsHash: string
  readonly attributes: Readonly<Record<string, ReadonlyArray<string>>>
  /** The roll whose members may respond; anybody where there is none. */
  readonly rollId?: string
  readonly opensAt: Instant
  readonly closesAt: Instant
}

/** The terms of a wave; `undefined` where it was never opened. */
export const surveyTerms = (state: QuestionnaireState, wave: string): SurveyTerms | undefined => {
  if (state.status === 'NotDrafted') return undefined
  const found = state.waves.find((one) => one.wave === wave)
  if (found === undefined) return undefined
  const { questionnaireId, attributes, rollId } = state.draft
  return { questionnaireId, attributes, ...(rollId === undefined ? {} : { rollId }), ...found }
}
