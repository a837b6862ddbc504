import type { ModerationCommand } from './commands.ts'
import type { ModerationState } from './state.ts'

/** One thing that can happen next, and who may do it. */
export interface ExpectedOfModeration {
  readonly command: ModerationCommand['type']
  readonly by: 'anybody' | 'moderator' | 'author' | 'judge'
  /** Who may not do it. */
  readonly except: ReadonlyArray<string>
}

const reporting: ExpectedOfModeration = { command: 'ReportContent', by: 'anybody', except: [] }

/** What can happen next to a content: what is hidden can be appealed against once, and somebody else decides. */
export const expectedOfModeration = (state: ModerationState): ReadonlyArray<ExpectedOfModeration> => {
  const authors = state.author === undefined ? [] : [state.author]
  switch (state.status) {
    case 'Visible':
      return [reporting, { command: 'HideContent', by: 'moderator', except: authors }]
    case 'Hidden':
      return [reporting, { command: 'RestoreContent', by: 'moderator', except: authors }, { command: 'LodgeAppeal', by: 'author', except: [] }]
    case 'UnderAppeal':
      return [reporting, { command: 'DecideAppeal', by: 'judge', except: [...new Set([...authors, state.appellant, ...state.moderators])] }]
    case 'Upheld':
      return [reporting, { command: 'RestoreContent', by: 'moderator', except: authors }]
  }
}
