import * as t from 'io-ts'
import { eventCodec, WholeNumber } from '@isegoria/kernel'

// These names are stored. Add, never change. People are roles or pseudonyms, never names.

/** Whether a project can be done; `undecided` for now. */
export const Conclusion = t.keyof({ feasible: null, unfeasible: null, undecided: null }, 'Conclusion')
export type Conclusion = t.TypeOf<typeof Conclusion>

/** Whether a review leaves a conclusion as it is. */
export const Finding = t.keyof({ upheld: null, reopened: null }, 'Finding')
export type Finding = t.TypeOf<typeof Finding>

export const EvaluatorAssigned = t.strict(
  { type: t.literal('EvaluatorAssigned'), projectId: t.string, studyId: t.string, evaluator: t.string, by: t.string },
  'EvaluatorAssigned',
)
export interface EvaluatorAssigned extends Readonly<t.TypeOf<typeof EvaluatorAssigned>> {}

/** From here on `person` has no part in the study, and what that person concluded or reviewed no longer stands. */
export const ConflictOfInterestDeclared = t.strict(
  { type: t.literal('ConflictOfInterestDeclared'), projectId: t.string, studyId: t.string, person: t.string, explanation: t.string },
  'ConflictOfInterestDeclared',
)
export interface ConflictOfInterestDeclared extends Readonly<t.TypeOf<typeof ConflictOfInterestDeclared>> {}

/** Decimal text in `currency`; `version` counts from 1; `method` says how it was arrived at. */
export const CostEstimated = t.strict(
  {
    type: t.literal('CostEstimated'),
    projectId: t.string,
    studyId: t.string,
    version: WholeNumber,
    amount: t.string,
    currency: t.string,
    method: t.string,
    by: t.string,
  },
  'CostEstimated',
)
export interface CostEstimated extends Readonly<t.TypeOf<typeof CostEstimated>> {}

/** `costVersion`: the estimate that was in force. Without `explanation` where nothing needs one. */
export const FeasibilityConcluded = t.exact(
  t.intersection([
    t.type({ type: t.literal('FeasibilityConcluded'), projectId: t.string, studyId: t.string, conclusion: Conclusion, by: t.string }),
    t.partial({ explanation: t.string, costVersion: WholeNumber }),
  ]),
  'FeasibilityConcluded',
)
export interface FeasibilityConcluded extends Readonly<t.TypeOf<typeof FeasibilityConcluded>> {}

/** `reopened`: the conclusion falls and the study goes on, for the reason given. */
export const StudyReviewed = t.strict(
  { type: t.literal('StudyReviewed'), projectId: t.string, studyId: t.string, reviewer: t.string, finding: Finding, reason: t.string },
  'StudyReviewed',
)
export interface StudyReviewed extends Readonly<t.TypeOf<typeof StudyReviewed>> {}

export type FeasibilityEvent = EvaluatorAssigned | ConflictOfInterestDeclared | CostEstimated | FeasibilityConcluded | StudyReviewed

export const feasibilityEvents = eventCodec<FeasibilityEvent>({
  EvaluatorAssigned,
  ConflictOfInterestDeclared,
  CostEstimated,
  FeasibilityConcluded,
  StudyReviewed,
})
