import * as t from 'io-ts'
import { Ballot } from '@isegoria/election'
import { eventCodec } from '@isegoria/kernel'

// These names are stored. Add, never change.

const given = { pollId: t.string, voterKey: t.string, rulesHash: t.string, ballot: Ballot }

/** `attributes` are what the voter declared and agreed to publish, such as a district or an age group. */
export const BallotCast = t.strict(
  { type: t.literal('BallotCast'), ...given, channel: t.string, attributes: t.readonly(t.record(t.string, t.string)) },
  'BallotCast',
)
export interface BallotCast extends Readonly<t.TypeOf<typeof BallotCast>> {}

export const BallotReplaced = t.strict({ type: t.literal('BallotReplaced'), ...given }, 'BallotReplaced')
export interface BallotReplaced extends Readonly<t.TypeOf<typeof BallotReplaced>> {}

export const BallotWithdrawn = t.strict({ type: t.literal('BallotWithdrawn'), pollId: t.string, voterKey: t.string }, 'BallotWithdrawn')
export interface BallotWithdrawn extends Readonly<t.TypeOf<typeof BallotWithdrawn>> {}

export type BallotEvent = BallotCast | BallotReplaced | BallotWithdrawn

export const ballotEvents = eventCodec<BallotEvent>({ BallotCast, BallotReplaced, BallotWithdrawn })
