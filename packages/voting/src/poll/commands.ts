import type { Outcome } from '@isegoria/election'
import type { Instant } from '@isegoria/kernel'
import type { OptionsFrozen, PollDefined, RuleChoice, Support } from './events.ts'

export interface DefinePoll extends Omit<PollDefined, 'type'> {
  readonly type: 'DefinePoll'
}
export interface FreezeOptions extends Omit<OptionsFrozen, 'type'> {
  readonly type: 'FreezeOptions'
}
export interface OpenPoll {
  readonly type: 'OpenPoll'
  readonly pollId: string
  /** Hash of all that is fixed from now on, as `rulesHash` of the defined and frozen poll gives it. */
  readonly rulesHash: string
  readonly at: Instant
}
/** Only to a later end, and only before the end in force. */
export interface ExtendPoll {
  readonly type: 'ExtendPoll'
  readonly pollId: string
  readonly closesAt: Instant
  readonly reason: string
  readonly at: Instant
}
export interface WithdrawOption {
  readonly type: 'WithdrawOption'
  readonly pollId: string
  readonly option: string
  readonly reason: string
  readonly at: Instant
}
export interface ClosePoll {
  readonly type: 'ClosePoll'
  readonly pollId: string
  readonly at: Instant
}
/** Once, between closing and sealing; a seed that nobody could foresee before the poll closed. */
export interface DrawLot {
  readonly type: 'DrawLot'
  readonly pollId: string
  readonly seed: string
}
export interface SealBallotBox {
  readonly type: 'SealBallotBox'
  readonly pollId: string
  readonly ballots: number
  readonly input: string
}
export interface RecordTally {
  readonly type: 'RecordTally'
  readonly pollId: string
  readonly rule: RuleChoice
  readonly input: string
  readonly outcome: Outcome
  /** As `supportOf` gives it, where the poll has a threshold; else it is left out. */
  readonly support?: Support
}
export interface CertifyResult {
  readonly type: 'CertifyResult'
  readonly pollId: string
  readonly by: string
}

export interface ContestResult {
  readonly type: 'ContestResult'
  readonly pollId: string
  readonly by: string
  readonly grounds: string
}
export interface DismissContest {
  readonly type: 'DismissContest'
  readonly pollId: string
  readonly by: string
  readonly reason: string
}
export interface AnnulPoll {
  readonly type: 'AnnulPoll'
  readonly pollId: string
  readonly by: string
  readonly motives: string
}

export type PollCommand =
  | DefinePoll
  | FreezeOptions
  | OpenPoll
  | ExtendPoll
  | WithdrawOption
  | ClosePoll
  | DrawLot
  | SealBallotBox
  | RecordTally
  | CertifyResult
  | ContestResult
  | DismissContest
  | AnnulPoll
