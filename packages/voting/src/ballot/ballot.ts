import type { Ballot } from '@isegoria/election'
import { canonicalText, E, isBefore } from '@isegoria/kernel'
import type { Decider, Either, Instant } from '@isegoria/kernel'
import type { ElectorState } from '../electors/elector.ts'
import { faultOfElector } from '../electors/fault-of-elector.ts'
import type { NotOnRoll } from '../electors/fault-of-elector.ts'
import type { BallotEvent } from './events.ts'
import { faultOfBallot } from './fault-of-ballot.ts'
import type { BallotFault } from './fault-of-ballot.ts'
import type { BallotTerms } from './terms.ts'

/** Casts a ballot, or replaces the one cast before. */
export interface CastBallot {
  readonly type: 'CastBallot'
  readonly voterKey: string
  readonly ballot: Ballot
  readonly channel: string
  readonly attributes: Readonly<Record<string, string>>
  readonly terms: BallotTerms
  /** The voter's entry on the poll's roll, as it was read; not needed where the poll has none. */
  readonly elector?: ElectorState
  readonly at: Instant
}
export interface WithdrawBallot {
  readonly type: 'WithdrawBallot'
  readonly voterKey: string
  readonly terms: BallotTerms
  readonly at: Instant
}
export type BallotCommand = CastBallot | WithdrawBallot

export type BallotRejection =
  | BallotFault
  | NotOnRoll
  | { readonly type: 'OutsideVotingTime'; readonly opensAt: Instant; readonly closesAt: Instant; readonly at: Instant }
  | { readonly type: 'NoBallotToWithdraw' }
  /** The poll takes a voter's first ballot for good. */
  | { readonly type: 'BallotIsFinal' }
  /** The poll takes ballots without their voters' names only. */
  | { readonly type: 'PollIsSecret' }

export type BallotState = { readonly status: 'NotCast' } | { readonly status: 'Cast'; readonly ballot: Ballot } | { readonly status: 'Withdrawn' }

type Decision = Either<BallotRejection, ReadonlyArray<BallotEvent>>

const initialState: BallotState = { status: 'NotCast' }

const cast = ({ terms, voterKey, ballot, channel, attributes, elector }: CastBallot, state: BallotState): Decision => {
  if (terms.isSecret) return E.left({ type: 'PollIsSecret' })
  const fault = faultOfElector(terms, elector) ?? faultOfBallot(ballot, terms)
  if (fault !== undefined) return E.left(fault)
  const given = { pollId: terms.pollId, voterKey, rulesHash: terms.rulesHash, ballot }
  if (state.status !== 'Cast') return E.right([{ type: 'BallotCast', ...given, channel, attributes }])
  if (canonicalText(state.ballot) === canonicalText(ballot)) return E.right([])
  return terms.isFinal ? E.left({ type: 'BallotIsFinal' }) : E.right([{ type: 'BallotReplaced', ...given }])
}

const withdraw = ({ terms, voterKey }: WithdrawBallot, state: BallotState): Decision => {
  switch (state.status) {
    case 'NotCast':
      return E.left({ type: 'NoBallotToWithdraw' })
    case 'Withdrawn':
      return E.right([])
    case 'Cast':
      return terms.isFinal ? E.left({ type: 'BallotIsFinal' }) : E.right([{ type: 'BallotWithdrawn', pollId: terms.pollId, voterKey }])
  }
}

const decide = (command: BallotCommand, state: BallotState): Decision => {
  const { opensAt, closesAt } = command.terms
  const { at } = command
  if (isBefore(at, opensAt) || !isBefore(at, closesAt)) return E.left({ type: 'OutsideVotingTime', opensAt, closesAt, at })
  switch (command.type) {
    case 'CastBallot':
      return cast(command, state)
    case 'WithdrawBallot':
      return withdraw(command, state)
  }
}

const evolve = (_: BallotState, event: BallotEvent): BallotState => {
  switch (event.type) {
    case 'BallotCast':
    case 'BallotReplaced':
      return { status: 'Cast', ballot: event.ballot }
    case 'BallotWithdrawn':
      return { status: 'Withdrawn' }
  }
}

/** One voter's ballot in one poll: at most one counts, and whoever voted may change their mind until the poll closes. */
export const ballotDecider: Decider<BallotCommand, BallotState, BallotEvent, BallotRejection> = { initialState, decide, evolve }
