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
  | { readonly type: 'OptionUnknown'; readonly option: string }
  | { readonly type: 'NoOptionLeft'; readonly option: string }
  /** What changes a running poll, or undoes one, is said with its reason. */
  | { readonly type: 'ReasonMissing'; readonly of: string }
  | { readonly type: 'PollNotExtended'; readonly closesAt: Instant; readonly given: Instant }
  /** Nobody can find a ballot without a name again to replace it: a secret poll is defined with `revote: 'final'`. */
  | { readonly type: 'SecretBallotsAreFinal' }
  | { readonly type: 'LotAlreadyDrawn'; readonly seed: string }
  | { readonly type: 'QuorumNotReached'; readonly ballots: number; readonly quorum: number }
  | { readonly type: 'NumberOutOfRange'; readonly field: string; readonly value: number }
  | { readonly type: 'RulesHashDiffers'; readonly given: string; readonly expected: string }
  | { readonly type: 'TallyOfAnotherRule'; readonly given: string; readonly expected: string }
  | { readonly type: 'TallyOfAnotherInput'; readonly given: string; readonly sealed: string }
