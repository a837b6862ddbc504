import type { FeasibilityEvent } from './events.ts'
import type { FeasibilityState } from './state.ts'

const reopened = (state: FeasibilityState): FeasibilityState => {
  const { evaluators, involved, conflicts, cost } = state
  return { status: 'UnderStudy', evaluators, involved, conflicts, ...(cost === undefined ? {} : { cost }) }
}

const withConflict = (state: FeasibilityState, person: string): FeasibilityState => {
  const evaluators = state.evaluators.filter((evaluator) => evaluator !== person)
  const after = { ...state, evaluators, conflicts: [...state.conflicts, person] }
  if (after.status === 'UnderStudy') return after
  if (after.conclusion.by === person) return reopened(after)
  if (after.status !== 'Reviewed' || after.reviewer !== person) return after
  const { reviewer: _, ...concluded } = after
  return { ...concluded, status: 'Concluded' }
}

export const evolve = (state: FeasibilityState, event: FeasibilityEvent): FeasibilityState => {
  switch (event.type) {
    case 'EvaluatorAssigned': {
      const involved = state.involved.includes(event.evaluator) ? state.involved : [...state.involved, event.evaluator]
      return { ...state, evaluators: [...state.evaluators, event.evaluator], involved }
    }
    case 'ConflictOfInterestDeclared':
      return withConflict(state, event.person)
    case 'CostEstimated': {
      const { version, amount, currency, method, by } = event
      return { ...state, cost: { version, amount, currency, method, by } }
    }
    case 'FeasibilityConcluded': {
      const { type: _, projectId: __, studyId: ___, ...conclusion } = event
      return { ...reopened(state), status: 'Concluded', conclusion }
    }
    case 'StudyReviewed':
      if (state.status === 'UnderStudy') return state
      return event.finding === 'upheld' ? { ...state, status: 'Reviewed', reviewer: event.reviewer } : reopened(state)
  }
}
