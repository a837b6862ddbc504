import type { BallotType, Constraint, Outcome } from '@isegoria/election'
import type { Instant } from '@isegoria/kernel'
import type { Threshold } from './events.ts'
import type { PollState } from './state.ts'

type Status = PollState['status']

export type PollRejection =
  | { readonly type: 'PollAlreadyDefined' }
  | { readonly type: 'PollNotInStage'; readonly needs: Status; readonly status: Status }
  | { readonly type: 'PollEndsBeforeItStarts'; readonly opensAt: Instant; readonly closesAt: Instant }
  | { readonly type: 'PollWithoutOptions' }
  | { readonly type: 'OptionIdMissing' }
  | { readonly type: 'OptionNamedTwice'; readonly option: string }
  | { readonly type: 'AmountNotReadable'; readonly field: string; readonly value: string }
  /** What an allocation is to obey contradicts itself, or names what does not exist. */
  | { readonly type: 'ConstraintNotSound'; readonly constraint: Constraint['type']; readonly reason: string }
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
  | { readonly type: 'ThresholdOutOfRange'; readonly numerator: number; readonly denominator: number; readonly comparison: Threshold['comparison'] }
  /** Nobody can say what share of the voters stands behind such a result: it is no one option, or no ballot says for whom it is. */
  | { readonly type: 'ThresholdWithoutShare'; readonly because: 'seats' | 'budget' | BallotType | Outcome['type'] }
  /** A share of the electors is asked for, and the poll has no roll of them. */
  | { readonly type: 'ThresholdWithoutRoll' }
  /** The support of a winner, or the number of ballots or electors of which it is a share, is not there. */
  | { readonly type: 'SupportMissing'; readonly of: string }
  | { readonly type: 'WinnerNotSingle'; readonly winners: ReadonlyArray<string> }
  | {
      readonly type: 'ThresholdNotReached'
      readonly option: string
      readonly supporters: number
      readonly base: number
      readonly threshold: Threshold
    }
  | { readonly type: 'NumberOutOfRange'; readonly field: string; readonly value: number }
  | { readonly type: 'RulesHashDiffers'; readonly given: string; readonly expected: string }
  | { readonly type: 'TallyOfAnotherRule'; readonly given: string; readonly expected: string }
  | { readonly type: 'TallyOfAnotherInput'; readonly given: string; readonly sealed: string }
