import type { Decider } from '@isegoria/kernel'
import { escapedId } from '@isegoria/kernel'
import type { QuestionnaireCommand } from './commands.ts'
import { decide } from './decide.ts'
import type { QuestionnaireEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { QuestionnaireRejection } from './rejections.ts'
import { initialState } from './state.ts'
import type { QuestionnaireState } from './state.ts'

/**
 * Drafted → opened → one wave after another → closed. A question that was asked keeps its id, its kind and its choices for ever,
 * so that waves can be compared; other words are marked as editorial, or they are a new question.
 */
export const questionnaire: Decider<QuestionnaireCommand, QuestionnaireState, QuestionnaireEvent, QuestionnaireRejection> = {
  initialState,
  decide,
  evolve,
}

export const questionnaireStream = (questionnaireId: string): string => `questionnaire-${escapedId(questionnaireId)}`
