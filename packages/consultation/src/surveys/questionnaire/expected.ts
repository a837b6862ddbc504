import type { Instant } from '@isegoria/kernel'
import type { QuestionnaireCommand } from './commands.ts'
import type { QuestionnaireState } from './state.ts'

/** One thing that can happen next to a questionnaire, who may do it, and from when. */
export interface ExpectedOfQuestionnaire {
  readonly command: QuestionnaireCommand['type']
  readonly by: 'convenor'
  readonly from?: Instant
}

/** What can happen next to a questionnaire: it is closed, and a wave opened, only after the last wave. */
export const expectedOfQuestionnaire = (state: QuestionnaireState): ReadonlyArray<ExpectedOfQuestionnaire> => {
  const by = 'convenor'
  if (state.status === 'NotDrafted') return [{ command: 'DraftQuestionnaire', by }]
  if (state.status === 'Closed') return []
  const editing: ReadonlyArray<ExpectedOfQuestionnaire> = [
    { command: 'AddQuestion', by },
    ...(state.questions.length > 0 ? [{ command: 'RewordQuestion', by } as const, { command: 'RetireQuestion', by } as const] : []),
  ]
  if (state.status === 'Drafted') return [...editing, ...(state.questions.length > 0 ? [{ command: 'OpenQuestionnaire', by } as const] : [])]
  const last = state.waves.at(-1)
  const from = last === undefined ? {} : { from: last.closesAt }
  return [
    ...editing,
    ...(state.questions.length > 0 ? [{ command: 'OpenWave', by, ...from } as const] : []),
    { command: 'CloseQuestionnaire', by, ...from },
  ]
}
