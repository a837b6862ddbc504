import type { FeasibilityCommand } from './commands.ts'
import { isUnderWay } from './state.ts'
import type { FeasibilityState } from './state.ts'

/** One thing that can happen next, and who may do it. */
export interface ExpectedOfStudy {
  readonly command: FeasibilityCommand['type']
  readonly by: 'authority' | 'evaluator' | 'reviewer' | 'anybody'
  /** Whom it waits for, or who may not do it, where that is known. */
  readonly people?: ReadonlyArray<string>
  readonly except?: ReadonlyArray<string>
}

const declaring: ExpectedOfStudy = { command: 'DeclareConflictOfInterest', by: 'anybody' }

/** What can happen next to a study: without an evaluator only that one is assigned; concluded, that somebody else reviews it. */
export const expectedOfStudy = (state: FeasibilityState): ReadonlyArray<ExpectedOfStudy> => {
  const { evaluators: people, involved, conflicts } = state
  const work: ReadonlyArray<ExpectedOfStudy> = [
    { command: 'EstimateCost', by: 'evaluator', people },
    { command: 'ConcludeFeasibility', by: 'evaluator', people },
  ]
  return [
    ...(isUnderWay(state) ? [{ command: 'AssignEvaluator', by: 'authority', except: conflicts } as const] : []),
    ...(isUnderWay(state) && people.length > 0 ? work : []),
    ...(state.status === 'UnderStudy'
      ? []
      : [{ command: 'ReviewStudy', by: 'reviewer', except: [...new Set([...involved, ...conflicts])] } as const]),
    declaring,
  ]
}
