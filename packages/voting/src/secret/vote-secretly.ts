import type { Ballot } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import type { Either, Instant } from '@isegoria/kernel'
import type { BallotTerms } from '../ballot/terms.ts'
import type { ElectorState } from '../electors/elector.ts'
import { anonymousBallot } from './anonymous-ballot.ts'
import type { AnonymousBallotState, DepositRejection } from './anonymous-ballot.ts'
import type { SecretEvent } from './events.ts'
import { rollEntry } from './roll-entry.ts'
import type { RollRejection, RollState } from './roll-entry.ts'
import { spentCredential } from './spent-credential.ts'
import type { CredentialAlreadySpent, ShownCredential, SpentState } from './spent-credential.ts'
import { boxStream, rollStream, serialHash, spentStream } from './streams.ts'

/** Events for one new stream; those of one step are stored together or not at all. */
export interface SecretWrite {
  readonly stream: string
  readonly expected: 'no-stream'
  readonly events: ReadonlyArray<SecretEvent>
}

export interface VoteSeparated {
  readonly terms: BallotTerms
  readonly voterKey: string
  /** The voter's entry on the poll's roll of electors, as it was read; not needed where the poll has none. */
  readonly elector?: ElectorState
  /** Random, new for each attempt, and known to nobody but the store: see `secretCommits` for what is no random id. */
  readonly ballotId: string
  readonly ballot: Ballot
  readonly at: Instant
}

/**
 * Level `separated`: marks the voter and deposits the ballot, in one transaction (`appendMany`) of two streams that share
 * nothing.
 *
 * Given the roll entry's state as it was read. Two attempts at once are settled by the store: both expect a new roll entry.
 * Whether an attempt with an unknown end was stored is seen on the roll: a voter who is marked has a ballot in the box.
 * Limits: whoever runs this function sees voter and ballot together, and whoever reads the database sees in which order the
 * streams were written.
 */
export const voteSeparated = (
  { terms, voterKey, elector, ballotId, ballot, at }: VoteSeparated,
  roll: RollState,
): Either<RollRejection | DepositRejection, ReadonlyArray<SecretWrite>> => {
  const marked = rollEntry.decide({ type: 'MarkVoter', voterKey, terms, at, ...(elector === undefined ? {} : { elector }) }, roll)
  if (E.isLeft(marked)) return marked
  const deposited = anonymousBallot.decide({ type: 'DepositBallot', ballot, terms, at }, anonymousBallot.initialState)
  if (E.isLeft(deposited)) return deposited
  return E.right([
    { stream: boxStream(terms.pollId, ballotId), expected: 'no-stream', events: deposited.right },
    { stream: rollStream(terms.pollId, voterKey), expected: 'no-stream', events: marked.right },
  ])
}

export interface VoteWithCredential<Fault> {
  readonly terms: BallotTerms
  readonly credential: ShownCredential
  readonly ballot: Ballot
  readonly at: Instant
  /** Why the credential is not the issuer's for this poll: `credentialCheck` of `@isegoria/credential` with the poll's key. */
  readonly faultOf: (pollId: string, credential: ShownCredential) => Fault | undefined
}

/**
 * Level `credential`: spends the credential and deposits the ballot, in one transaction of two streams named by the hash of
 * the credential's serial.
 *
 * Given the states of both streams as they were read. Everything is checked before anything is written: a ballot that is not
 * well formed leaves its credential unspent. The same vote sent again is nothing to do; another ballot for a spent credential
 * is refused, since the first one is final.
 * Limits: who watches when, or from where, credentials are asked for and spent can guess; who shows a serial can prove a vote.
 */
export const voteWithCredential = <Fault>(
  { terms, credential, ballot, at, faultOf }: VoteWithCredential<Fault>,
  box: AnonymousBallotState,
  spent: SpentState,
): Either<Fault | DepositRejection | CredentialAlreadySpent, ReadonlyArray<SecretWrite>> => {
  const fault = faultOf(terms.pollId, credential)
  if (fault !== undefined) return E.left(fault)
  const deposited = anonymousBallot.decide({ type: 'DepositBallot', ballot, terms, at }, box)
  if (E.isLeft(deposited)) return deposited
  if (deposited.right.length === 0) return E.right([])
  const spending = spentCredential.decide({ type: 'SpendCredential', credential }, spent)
  if (E.isLeft(spending)) return spending
  const hash = serialHash(terms.pollId, credential.serial)
  return E.right([
    { stream: boxStream(terms.pollId, hash), expected: 'no-stream', events: deposited.right },
    { stream: spentStream(terms.pollId, hash), expected: 'no-stream', events: spending.right },
  ])
}
