import type { Instant } from '@isegoria/kernel'
import type { PollState } from './state.ts'

type Status = PollState['status']

export type PollRejection =
  | { readonly type: 'PollAlreadyDefined' }
  | { readonly type: 'PollNotInStage'; readonly needs: Status; readonly status: Status }
  | { readonly type: 'PollEndsBeforeItStarts'; readonly opensAt: Instant; readonly closesAt: Instant }
  | { readonly type: 'PollWithoutOptions' }
  | { readonly type: 'OptionNamedTwice'; readonly option: string }
  | { readonly type: 'AmountNotReadable'; readonly field: string; readonly value: string }
  | { readonly type: 'PollNotYetDue'; readonly opensAt: Instant; readonly at: Instant }
  | { readonly type: 'PollStillRunning'; readonly closesAt: Instant; readonly at: Instant }
  | { readonly type: 'RulesHashDiffers'; readonly given: string; readonly expected: string }
  | { readonly type: 'TallyOfAnotherRule'; readonly given: string; readonly expected: string }
  | { readonly type: 'TallyOfAnotherInput'; readonly given: string; readonly sealed: string }
