import * as t from 'io-ts'
import { eventCodec } from '@isegoria/kernel'
import { Conclusion, Finding } from './events.ts'

export const AssignEvaluator = t.strict(
  { type: t.literal('AssignEvaluator'), projectId: t.string, studyId: t.string, evaluator: t.string, by: t.string },
  'AssignEvaluator',
)
export interface AssignEvaluator extends Readonly<t.TypeOf<typeof AssignEvaluator>> {}

/** Anybody can declare one, at any time, also before being asked. */
export const DeclareConflictOfInterest = t.strict(
  { type: t.literal('DeclareConflictOfInterest'), projectId: t.string, studyId: t.string, person: t.string, explanation: t.string },
  'DeclareConflictOfInterest',
)
export interface DeclareConflictOfInterest extends Readonly<t.TypeOf<typeof DeclareConflictOfInterest>> {}

export const EstimateCost = t.strict(
  {
    type: t.literal('EstimateCost'),
    projectId: t.string,
    studyId: t.string,
    amount: t.string,
    currency: t.string,
    method: t.string,
    by: t.string,
  },
  'EstimateCost',
)
export interface EstimateCost extends Readonly<t.TypeOf<typeof EstimateCost>> {}

export const ConcludeFeasibility = t.exact(
  t.intersection([
    t.type({ type: t.literal('ConcludeFeasibility'), projectId: t.string, studyId: t.string, conclusion: Conclusion, by: t.string }),
    t.partial({ explanation: t.string }),
  ]),
  'ConcludeFeasibility',
)
export interface ConcludeFeasibility extends Readonly<t.TypeOf<typeof ConcludeFeasibility>> {}

export const ReviewStudy = t.strict(
  { type: t.literal('ReviewStudy'), projectId: t.string, studyId: t.string, reviewer: t.string, finding: Finding, reason: t.string },
  'ReviewStudy',
)
export interface ReviewStudy extends Readonly<t.TypeOf<typeof ReviewStudy>> {}

export type FeasibilityCommand = AssignEvaluator | DeclareConflictOfInterest | EstimateCost | ConcludeFeasibility | ReviewStudy

/** Decodes a command where it comes in. */
export const feasibilityCommands = eventCodec<FeasibilityCommand>({
  AssignEvaluator,
  DeclareConflictOfInterest,
  EstimateCost,
  ConcludeFeasibility,
  ReviewStudy,
})
