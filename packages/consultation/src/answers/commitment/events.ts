import * as t from 'io-ts'
import { eventCodec, Instant } from '@isegoria/kernel'

// These names are stored. Add, never change. Owners and `by` are departments or roles, never persons' names.

const Version = t.refinement(t.number, (version) => Number.isSafeInteger(version) && version > 0, 'Version')
/** A decision that was taken, and which of its versions was in force. */
export const DecisionInForce = t.strict({ decisionId: t.string, version: Version }, 'DecisionInForce')
export interface DecisionInForce extends Readonly<t.TypeOf<typeof DecisionInForce>> {}

export const promise = { commitmentId: t.string, consultationId: t.string, owner: t.string, measure: t.string, due: Instant, madeAt: Instant }
export const milestone = { commitmentId: t.string, milestone: t.string, reachedAt: Instant }
export const progress = { commitmentId: t.string, text: t.string, reportedAt: Instant }
export const delay = { commitmentId: t.string, reason: t.string, newDue: Instant, delayedAt: Instant }
export const fulfilment = { commitmentId: t.string, text: t.string, fulfilledAt: Instant }
export const abandonment = { commitmentId: t.string, motives: t.string, abandonedAt: Instant }

/** `measure`: how one will see that it is kept. */
export const CommitmentMade = t.strict({ type: t.literal('CommitmentMade'), ...promise, decision: DecisionInForce }, 'CommitmentMade')
export interface CommitmentMade extends Readonly<t.TypeOf<typeof CommitmentMade>> {}

const MilestoneReached = t.strict({ type: t.literal('MilestoneReached'), ...milestone }, 'MilestoneReached')
interface MilestoneReached extends Readonly<t.TypeOf<typeof MilestoneReached>> {}

const ProgressReported = t.strict({ type: t.literal('ProgressReported'), ...progress }, 'ProgressReported')
interface ProgressReported extends Readonly<t.TypeOf<typeof ProgressReported>> {}

const CommitmentDelayed = t.strict({ type: t.literal('CommitmentDelayed'), ...delay }, 'CommitmentDelayed')
interface CommitmentDelayed extends Readonly<t.TypeOf<typeof CommitmentDelayed>> {}

/** The due date has passed, and the commitment is neither kept, nor delayed, nor abandoned. */
const CommitmentOverdue = t.strict(
  { type: t.literal('CommitmentOverdue'), commitmentId: t.string, due: Instant, markedAt: Instant },
  'CommitmentOverdue',
)
interface CommitmentOverdue extends Readonly<t.TypeOf<typeof CommitmentOverdue>> {}

/** `text`: what was done, for the public. */
const CommitmentFulfilled = t.strict({ type: t.literal('CommitmentFulfilled'), ...fulfilment }, 'CommitmentFulfilled')
interface CommitmentFulfilled extends Readonly<t.TypeOf<typeof CommitmentFulfilled>> {}

const CommitmentAbandoned = t.strict({ type: t.literal('CommitmentAbandoned'), ...abandonment }, 'CommitmentAbandoned')
interface CommitmentAbandoned extends Readonly<t.TypeOf<typeof CommitmentAbandoned>> {}

export type CommitmentEvent =
  | CommitmentMade
  | MilestoneReached
  | ProgressReported
  | CommitmentDelayed
  | CommitmentOverdue
  | CommitmentFulfilled
  | CommitmentAbandoned

export const commitmentEvents = eventCodec<CommitmentEvent>({
  CommitmentMade,
  MilestoneReached,
  ProgressReported,
  CommitmentDelayed,
  CommitmentOverdue,
  CommitmentFulfilled,
  CommitmentAbandoned,
})
