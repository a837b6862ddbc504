import * as t from 'io-ts'
import { WholeNumber } from '@isegoria/kernel'

const ids = t.readonlyArray(t.string)
const points = t.readonlyArray(t.tuple([t.string, WholeNumber]))

/** A set of approved options, none better than another. */
export const ApprovalBallot = t.strict({ type: t.literal('approval'), approved: ids }, 'ApprovalBallot')
export interface ApprovalBallot extends Readonly<t.TypeOf<typeof ApprovalBallot>> {}

/** One option, or none for a blank ballot. */
export const ChooseOneBallot = t.strict({ type: t.literal('choose-one'), choice: t.union([t.string, t.null]) }, 'ChooseOneBallot')
export interface ChooseOneBallot extends Readonly<t.TypeOf<typeof ChooseOneBallot>> {}

/** Points shared out among options; whole numbers, not negative. */
export const CumulativeBallot = t.strict({ type: t.literal('cumulative'), points }, 'CumulativeBallot')
export interface CumulativeBallot extends Readonly<t.TypeOf<typeof CumulativeBallot>> {}

/** Options from best to worst, without ties; what is left out is unranked. */
export const OrdinalBallot = t.strict({ type: t.literal('ordinal'), ranking: ids }, 'OrdinalBallot')
export interface OrdinalBallot extends Readonly<t.TypeOf<typeof OrdinalBallot>> {}

/** Options in tiers from best to worst; those of one tier are level, what is left out is unranked. */
export const WeakOrderBallot = t.strict({ type: t.literal('weak-order'), tiers: t.readonlyArray(ids) }, 'WeakOrderBallot')
export interface WeakOrderBallot extends Readonly<t.TypeOf<typeof WeakOrderBallot>> {}

/** A score for each option judged, each on its own; whole numbers. */
export const ScoreBallot = t.strict({ type: t.literal('score'), scores: points }, 'ScoreBallot')
export interface ScoreBallot extends Readonly<t.TypeOf<typeof ScoreBallot>> {}

/** One voter's answer to a poll. These shapes are stored: add, never change. */
export const Ballot = t.union([ApprovalBallot, ChooseOneBallot, CumulativeBallot, OrdinalBallot, ScoreBallot, WeakOrderBallot], 'Ballot')
export type Ballot = ApprovalBallot | ChooseOneBallot | CumulativeBallot | OrdinalBallot | ScoreBallot | WeakOrderBallot

export const BallotType = t.keyof(
  { approval: null, 'choose-one': null, cumulative: null, ordinal: null, score: null, 'weak-order': null },
  'BallotType',
)
export type BallotType = Ballot['type']
