export { ballotDecider, ballotStream } from './ballot/ballot.ts'
export type { BallotCommand, BallotRejection, BallotState, CastBallot, WithdrawBallot } from './ballot/ballot.ts'
export { ballotEvents } from './ballot/events.ts'
export type { BallotCast, BallotEvent, BallotReplaced, BallotWithdrawn } from './ballot/events.ts'
export type { BallotFault } from './ballot/fault-of-ballot.ts'
export { ballotTerms } from './ballot/terms.ts'
export type { BallotTerms } from './ballot/terms.ts'
export type { CertifyResult, ClosePoll, DefinePoll, FreezeOptions, OpenPoll, PollCommand, RecordTally, SealBallotBox } from './poll/commands.ts'
export { pollEvents } from './poll/events.ts'
export type {
  BallotBoxSealed,
  FrozenOption,
  OptionsFrozen,
  PollClosed,
  PollDefined,
  PollEvent,
  PollOpened,
  ResultCertified,
  RuleChoice,
  TallyComputed,
} from './poll/events.ts'
export { poll, pollStream } from './poll/poll.ts'
export type { PollRejection } from './poll/rejections.ts'
export { rulesHash } from './poll/rules-hash.ts'
export type { PollState, PollTerms } from './poll/state.ts'
export { approval } from './rules/approval.ts'
