import type { Ballot } from '@isegoria/election'
import { canonicalText, E } from '@isegoria/kernel'
import type { Decider, Either, Instant } from '@isegoria/kernel'
import { faultOfBallot } from '../ballot/fault-of-ballot.ts'
import type { BallotFault } from '../ballot/fault-of-ballot.ts'
import type { BallotTerms } from '../ballot/terms.ts'
import type { BoxEvent } from './events.ts'
import { faultOfTerms } from './fault-of-terms.ts'
import type { TermsFault } from './fault-of-terms.ts'
import { withoutOrder } from './without-order.ts'

export interface DepositBallot {
  readonly type: 'DepositBallot'
  readonly ballot: Ballot
  readonly terms: BallotTerms
  readonly at: Instant
}

export type DepositRejection = TermsFault | BallotFault | { readonly type: 'BallotAlreadyDeposited' }

export type AnonymousBallotState = { readonly status: 'Empty' } | { readonly status: 'Deposited'; readonly ballot: Ballot }

const initialState: AnonymousBallotState = { status: 'Empty' }

const decide = ({ terms, ballot: given, at }: DepositBallot, state: AnonymousBallotState): Either<DepositRejection, ReadonlyArray<BoxEvent>> => {
  const fault = faultOfTerms(terms, at) ?? faultOfBallot(given, terms)
  if (fault !== undefined) return E.left(fault)
  const ballot = withoutOrder(given)
  if (state.status === 'Empty') return E.right([{ type: 'AnonymousBallotDeposited', pollId: terms.pollId, rulesHash: terms.rulesHash, ballot }])
  return canonicalText(state.ballot) === canonicalText(ballot) ? E.right([]) : E.left({ type: 'BallotAlreadyDeposited' })
}

const evolve = (_: AnonymousBallotState, { ballot }: BoxEvent): AnonymousBallotState => ({ status: 'Deposited', ballot })

/** One ballot in the box of a secret poll, deposited once. It is final: nobody can find it again to replace it. */
export const anonymousBallot: Decider<DepositBallot, AnonymousBallotState, BoxEvent, DepositRejection> = { initialState, decide, evolve }
