import type { CostEstimated, FeasibilityConcluded } from './events.ts'

interface Study {
  /** Who is assigned now: nobody with a declared conflict. */
  readonly evaluators: ReadonlyArray<string>
  /** Who ever was: none of them reviews. */
  readonly involved: ReadonlyArray<string>
  readonly conflicts: ReadonlyArray<string>
  /** The estimate in force. */
  readonly cost?: Pick<CostEstimated, 'version' | 'amount' | 'currency' | 'method' | 'by'>
}

interface WithConclusion extends Study {
  readonly conclusion: Pick<FeasibilityConcluded, 'conclusion' | 'explanation' | 'costVersion' | 'by'>
}

/** A conclusion and its review stand only as long as those who made them declare no conflict. */
export type FeasibilityState =
  | ({ readonly status: 'UnderStudy' } & Study)
  | ({ readonly status: 'Concluded' } & WithConclusion)
  | ({ readonly status: 'Reviewed'; readonly reviewer: string } & WithConclusion)

export const initialState: FeasibilityState = { status: 'UnderStudy', evaluators: [], involved: [], conflicts: [] }

/** Whether evaluators still work on it: also when they could not decide, until somebody upholds that. */
export const isUnderWay = (state: FeasibilityState): boolean =>
  state.status === 'UnderStudy' || (state.status === 'Concluded' && state.conclusion.conclusion === 'undecided')
