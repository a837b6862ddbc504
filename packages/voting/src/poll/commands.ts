import type { Outcome } from '@isegoria/election'
import type { Instant } from '@isegoria/kernel'
import type { OptionsFrozen, PollDefined, RuleChoice } from './events.ts'

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
export interface ClosePoll {
  readonly type: 'ClosePoll'
  readonly pollId: string
  readonly at: Instant
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
}
export interface CertifyResult {
  readonly type: 'CertifyResult'
  readonly pollId: string
  readonly by: string
}

export type PollCommand = DefinePoll | FreezeOptions | OpenPoll | ClosePoll | SealBallotBox | RecordTally | CertifyResult
