import type { Conclusion } from './events.ts'

export type FeasibilityRejection =
  | { readonly type: 'NameMissing'; readonly field: string }
  | { readonly type: 'ReasonMissing'; readonly of: string }
  | { readonly type: 'ConflictOfInterest'; readonly person: string }
  | { readonly type: 'EvaluatorNotAssigned'; readonly person: string }
  | { readonly type: 'AmountNotReadable'; readonly field: string; readonly value: string }
  | { readonly type: 'MethodMissing' }
  /** What cannot be done is said with why. */
  | { readonly type: 'ExplanationMissing'; readonly conclusion: Conclusion }
  /** What can be done is said with what it costs. */
  | { readonly type: 'CostMissing' }
  | { readonly type: 'StudyNotConcluded' }
  | { readonly type: 'StudyAlreadyConcluded'; readonly conclusion: Conclusion; readonly by: string }
  | { readonly type: 'StudyAlreadyReviewed'; readonly reviewer: string }
  /** Nobody reviews a study in which they had a part. */
  | { readonly type: 'ReviewerIsEvaluator'; readonly person: string }
