import type { Decider } from '@isegoria/kernel'
import type { FeasibilityCommand } from './commands.ts'
import { decide } from './decide.ts'
import type { FeasibilityEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { FeasibilityRejection } from './rejections.ts'
import { initialState } from './state.ts'
import type { FeasibilityState } from './state.ts'

/**
 * Evaluators assigned → cost estimated → feasibility concluded → reviewed by somebody else, who may reopen it.
 *
 * What is unfeasible is explained, what is feasible has a cost, and nobody with a declared conflict of interest has a part in it.
 */
export const feasibilityStudy: Decider<FeasibilityCommand, FeasibilityState, FeasibilityEvent, FeasibilityRejection> = {
  initialState,
  decide,
  evolve,
}

/** The stream of one study of a project, of which there may be several. */
export const feasibilityStream = (projectId: string, studyId: string): string =>
  `feasibility-${projectId.replaceAll('%', '%25').replaceAll('/', '%2F')}/${studyId}`
