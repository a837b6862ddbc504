import { E, isBefore } from '@isegoria/kernel'
import type { Decider, Either, Instant } from '@isegoria/kernel'
import type { BallotTerms } from '../ballot/terms.ts'
import type { ElectorState } from '../electors/elector.ts'
import { faultOfElector } from '../electors/fault-of-elector.ts'
import type { NotOnRoll } from '../electors/fault-of-elector.ts'
import type { RollEvent } from './events.ts'
import { faultOfTerms } from './fault-of-terms.ts'
import type { TermsFault } from './fault-of-terms.ts'

/** Level `separated`: marks that the voter has voted, together with the deposit of the ballot. */
export interface MarkVoter {
  readonly type: 'MarkVoter'
  readonly voterKey: string
  readonly terms: BallotTerms
  /** The voter's entry on the poll's roll of electors, as it was read. */
  readonly elector?: ElectorState
  readonly at: Instant
}
/**
 * Level `credential`: records that the voter is given a credential, before the issuer signs.
 *
 * It may be given before the poll opens, and should: who asks and votes at once can be found by the time.
 */
export interface IssueCredential {
  readonly type: 'IssueCredential'
  readonly voterKey: string
  /** Hash of the blinded message. The message itself and the answer are kept nowhere. */
  readonly request: string
  readonly terms: Pick<BallotTerms, 'pollId' | 'isSecret' | 'closesAt' | 'electors'>
  readonly elector?: ElectorState
  readonly at: Instant
}
/** Closes an entry, at any time: struck off the roll, voted on paper, a credential that was lost. */
export interface CancelRollEntry {
  readonly type: 'CancelRollEntry'
  readonly pollId: string
  readonly voterKey: string
  /** Published as it is: it names nobody. */
  readonly reason: string
}
export type RollCommand = MarkVoter | IssueCredential | CancelRollEntry

export type RollRejection =
  | TermsFault
  | NotOnRoll
  | { readonly type: 'IssuingEnded'; readonly closesAt: Instant; readonly at: Instant }
  | { readonly type: 'VoterAlreadyMarked' }
  | { readonly type: 'CredentialAlreadyIssued' }
  | { readonly type: 'RollEntryAlreadyCancelled' }

export type RollState =
  | { readonly status: 'Blank' }
  | { readonly status: 'Marked' }
  | { readonly status: 'Issued'; readonly request: string }
  | { readonly status: 'Cancelled' }

type Decision = Either<RollRejection, ReadonlyArray<RollEvent>>

const initialState: RollState = { status: 'Blank' }

const taken = (state: Exclude<RollState, { status: 'Blank' }>): RollRejection => {
  switch (state.status) {
    case 'Marked':
      return { type: 'VoterAlreadyMarked' }
    case 'Issued':
      return { type: 'CredentialAlreadyIssued' }
    case 'Cancelled':
      return { type: 'RollEntryAlreadyCancelled' }
  }
}

/** Never "nothing to do" for a voter who is marked: with the mark goes a ballot, and a second one must be refused. */
const mark = ({ terms, voterKey, elector, at }: MarkVoter, state: RollState): Decision => {
  const fault = faultOfTerms(terms, at) ?? faultOfElector(terms, elector)
  if (fault !== undefined) return E.left(fault)
  return state.status === 'Blank' ? E.right([{ type: 'VoterMarked', pollId: terms.pollId, voterKey }]) : E.left(taken(state))
}

const issue = ({ terms, voterKey, request, elector, at }: IssueCredential, state: RollState): Decision => {
  const { pollId, isSecret, closesAt } = terms
  if (!isSecret) return E.left({ type: 'PollNotSecret' })
  const fault = faultOfElector(terms, elector)
  if (fault !== undefined) return E.left(fault)
  if (!isBefore(at, closesAt)) return E.left({ type: 'IssuingEnded', closesAt, at })
  if (state.status === 'Blank') return E.right([{ type: 'VotingCredentialIssued', pollId, voterKey, request }])
  return state.status === 'Issued' && state.request === request ? E.right([]) : E.left(taken(state))
}

const cancel = ({ pollId, voterKey, reason }: CancelRollEntry, state: RollState): Decision =>
  E.right(state.status === 'Cancelled' ? [] : [{ type: 'RollEntryCancelled', pollId, voterKey, reason }])

const decide = (command: RollCommand, state: RollState): Decision => {
  switch (command.type) {
    case 'MarkVoter':
      return mark(command, state)
    case 'IssueCredential':
      return issue(command, state)
    case 'CancelRollEntry':
      return cancel(command, state)
  }
}

const evolve = (_: RollState, event: RollEvent): RollState => {
  switch (event.type) {
    case 'VoterMarked':
      return { status: 'Marked' }
    case 'VotingCredentialIssued':
      return { status: 'Issued', request: event.request }
    case 'RollEntryCancelled':
      return { status: 'Cancelled' }
  }
}

/**
 * One voter's entry on the roll of a secret poll: marked once or given one credential, for ever.
 *
 * The same request is issued again with nothing to do, so that an answer lost on the way can be signed again; another request
 * of the same voter is refused. A lost credential is not replaced, since nobody could tell whether it was spent.
 * @example
 * import { E, instant } from '@isegoria/kernel'
 *
 * const closesAt = instant('2026-03-08T00:00:00Z')
 * const terms = { pollId: 'p', isSecret: true, closesAt }
 * const issue = { type: 'IssueCredential', voterKey: 'v1', request: 'r1', terms, at: instant('2026-02-20T08:00:00Z') } as const
 * const issued = { type: 'VotingCredentialIssued', pollId: 'p', voterKey: 'v1', request: 'r1' } as const
 * rollEntry.decide(issue, { status: 'Blank' }) // => E.right([issued])
 * rollEntry.decide(issue, { status: 'Issued', request: 'r1' }) // => E.right([])
 * rollEntry.decide(issue, { status: 'Issued', request: 'r2' }) // => E.left({ type: 'CredentialAlreadyIssued' })
 */
export const rollEntry: Decider<RollCommand, RollState, RollEvent, RollRejection> = { initialState, decide, evolve }
