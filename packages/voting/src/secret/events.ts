import * as t from 'io-ts'
import { Ballot } from '@isegoria/election'
import { eventCodec } from '@isegoria/kernel'

// These names are stored. Add, never change. Nothing here may carry an actor, a cause or a time.

const entry = { pollId: t.string, voterKey: t.string }

/** The voter has voted; the ballot lies in the box. */
export const VoterMarked = t.strict({ type: t.literal('VoterMarked'), ...entry }, 'VoterMarked')
export interface VoterMarked extends Readonly<t.TypeOf<typeof VoterMarked>> {}

/**
 * The voter was given a credential; whether they used it nobody knows. `request` is the hash of the blinded message, which
 * fits every credential of the poll equally well and is shown by nobody who deposits a ballot.
 */
export const VotingCredentialIssued = t.strict({ type: t.literal('VotingCredentialIssued'), ...entry, request: t.string }, 'VotingCredentialIssued')
export interface VotingCredentialIssued extends Readonly<t.TypeOf<typeof VotingCredentialIssued>> {}

/** From here on this voter is given nothing. A ballot already in the box stays there: nobody can tell which one it is. */
export const RollEntryCancelled = t.strict({ type: t.literal('RollEntryCancelled'), ...entry, reason: t.string }, 'RollEntryCancelled')
export interface RollEntryCancelled extends Readonly<t.TypeOf<typeof RollEntryCancelled>> {}

export type RollEvent = VoterMarked | VotingCredentialIssued | RollEntryCancelled
export const rollEvents = eventCodec<RollEvent>({ VoterMarked, VotingCredentialIssued, RollEntryCancelled })

export const AnonymousBallotDeposited = t.strict(
  { type: t.literal('AnonymousBallotDeposited'), pollId: t.string, rulesHash: t.string, ballot: Ballot },
  'AnonymousBallotDeposited',
)
export interface AnonymousBallotDeposited extends Readonly<t.TypeOf<typeof AnonymousBallotDeposited>> {}

export type BoxEvent = AnonymousBallotDeposited
export const boxEvents = eventCodec<BoxEvent>({ AnonymousBallotDeposited })

/** The whole credential, so that anybody with the issuer's public key can check that each ballot has a genuine one. */
export const CredentialSpent = t.strict(
  { type: t.literal('CredentialSpent'), pollId: t.string, serial: t.string, prefix: t.string, signature: t.string },
  'CredentialSpent',
)
export interface CredentialSpent extends Readonly<t.TypeOf<typeof CredentialSpent>> {}

export type SpentEvent = CredentialSpent
export const spentEvents = eventCodec<SpentEvent>({ CredentialSpent })

export type SecretEvent = RollEvent | BoxEvent | SpentEvent
