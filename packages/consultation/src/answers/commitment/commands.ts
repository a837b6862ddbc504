import * as t from 'io-ts'
import { eventCodec, Instant } from '@isegoria/kernel'
import { abandonment, DecisionInForce, delay, fulfilment, milestone, progress, promise } from './events.ts'

/** `decision` is what `decisionInForce` finds in the decision's stream; absent where it finds none. */
const MakeCommitment = t.exact(
  t.intersection([t.type({ type: t.literal('MakeCommitment'), ...promise, decisionId: t.string }), t.partial({ decision: DecisionInForce })]),
  'MakeCommitment',
)
export interface MakeCommitment extends Readonly<t.TypeOf<typeof MakeCommitment>> {}

const ReachMilestone = t.strict({ type: t.literal('ReachMilestone'), ...milestone }, 'ReachMilestone')
interface ReachMilestone extends Readonly<t.TypeOf<typeof ReachMilestone>> {}

const ReportProgress = t.strict({ type: t.literal('ReportProgress'), ...progress }, 'ReportProgress')
interface ReportProgress extends Readonly<t.TypeOf<typeof ReportProgress>> {}

const DelayCommitment = t.strict({ type: t.literal('DelayCommitment'), ...delay }, 'DelayCommitment')
export interface DelayCommitment extends Readonly<t.TypeOf<typeof DelayCommitment>> {}

/** A process asks this of every commitment from time to time. */
const MarkOverdue = t.strict({ type: t.literal('MarkOverdue'), commitmentId: t.string, at: Instant }, 'MarkOverdue')
export interface MarkOverdue extends Readonly<t.TypeOf<typeof MarkOverdue>> {}

const FulfilCommitment = t.strict({ type: t.literal('FulfilCommitment'), ...fulfilment }, 'FulfilCommitment')
interface FulfilCommitment extends Readonly<t.TypeOf<typeof FulfilCommitment>> {}

const AbandonCommitment = t.strict({ type: t.literal('AbandonCommitment'), ...abandonment }, 'AbandonCommitment')
interface AbandonCommitment extends Readonly<t.TypeOf<typeof AbandonCommitment>> {}

export type CommitmentCommand =
  | MakeCommitment
  | ReachMilestone
  | ReportProgress
  | DelayCommitment
  | MarkOverdue
  | FulfilCommitment
  | AbandonCommitment

/** Decodes a command where it comes in. */
export const commitmentCommands = eventCodec<CommitmentCommand>({
  MakeCommitment,
  ReachMilestone,
  ReportProgress,
  DelayCommitment,
  MarkOverdue,
  FulfilCommitment,
  AbandonCommitment,
})
