import { parseMoney } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import type { AssignEvaluator, ConcludeFeasibility, DeclareConflictOfInterest, EstimateCost, FeasibilityCommand, ReviewStudy } from './commands.ts'
import type { FeasibilityEvent } from './events.ts'
import type { FeasibilityRejection } from './rejections.ts'
import { isUnderWay } from './state.ts'
import type { FeasibilityState } from './state.ts'

type Decision = Either<FeasibilityRejection, ReadonlyArray<FeasibilityEvent>>
type Fault = FeasibilityRejection | undefined

const isBlank = (text: string): boolean => text.trim() === ''
const unnamed = (field: string, name: string): Fault => (isBlank(name) ? { type: 'NameMissing', field } : undefined)
const conflicted = (person: string, { conflicts }: FeasibilityState): Fault =>
  conflicts.includes(person) ? { type: 'ConflictOfInterest', person } : undefined
const unassigned = (person: string, { evaluators }: FeasibilityState): Fault =>
  evaluators.includes(person) ? undefined : { type: 'EvaluatorNotAssigned', person }
const finished = (state: FeasibilityState): Fault =>
  state.status === 'UnderStudy' || isUnderWay(state)
    ? undefined
    : { type: 'StudyAlreadyConcluded', conclusion: state.conclusion.conclusion, by: state.conclusion.by }

const assign = (command: AssignEvaluator, state: FeasibilityState): Decision => {
  const { evaluator, by } = command
  const fault = unnamed('evaluator', evaluator) ?? unnamed('by', by) ?? conflicted(evaluator, state)
  if (fault !== undefined) return E.left(fault)
  if (state.evaluators.includes(evaluator)) return E.right([])
  const late = finished(state)
  return late === undefined ? E.right([{ ...command, type: 'EvaluatorAssigned' }]) : E.left(late)
}

const declare = (command: DeclareConflictOfInterest, state: FeasibilityState): Decision => {
  const fault = unnamed('person', command.person)
  if (fault !== undefined) return E.left(fault)
  if (isBlank(command.explanation)) return E.left({ type: 'ReasonMissing', of: 'ConflictOfInterestDeclared' })
  return E.right(state.conflicts.includes(command.person) ? [] : [{ ...command, type: 'ConflictOfInterestDeclared' }])
}

const estimate = (command: EstimateCost, state: FeasibilityState): Decision => {
  const { projectId, studyId, amount, currency, method, by } = command
  const fault = conflicted(by, state) ?? unassigned(by, state) ?? finished(state)
  if (fault !== undefined) return E.left(fault)
  const money = parseMoney(amount)
  if (money === undefined || money.minor < 0n) return E.left({ type: 'AmountNotReadable', field: 'amount', value: amount })
  if (isBlank(method)) return E.left({ type: 'MethodMissing' })
  const known = state.cost
  if (known?.amount === amount && known.currency === currency && known.method === method && known.by === by) return E.right([])
  return E.right([{ type: 'CostEstimated', projectId, studyId, version: (known?.version ?? 0) + 1, amount, currency, method, by }])
}

const conclude = (command: ConcludeFeasibility, state: FeasibilityState): Decision => {
  const { projectId, studyId, conclusion, explanation, by } = command
  const fault = conflicted(by, state) ?? unassigned(by, state)
  if (fault !== undefined) return E.left(fault)
  const costVersion = state.cost?.version
  if (state.status !== 'UnderStudy') {
    const known = state.conclusion
    const isSame = known.conclusion === conclusion && known.explanation === explanation && known.by === by && known.costVersion === costVersion
    if (isSame) return E.right([])
  }
  const late = finished(state)
  if (late !== undefined) return E.left(late)
  if (conclusion === 'unfeasible' && isBlank(explanation ?? '')) return E.left({ type: 'ExplanationMissing', conclusion })
  if (conclusion === 'feasible' && costVersion === undefined) return E.left({ type: 'CostMissing' })
  const why = explanation === undefined ? {} : { explanation }
  const cost = costVersion === undefined ? {} : { costVersion }
  return E.right([{ type: 'FeasibilityConcluded', projectId, studyId, conclusion, by, ...why, ...cost }])
}

const review = (command: ReviewStudy, state: FeasibilityState): Decision => {
  const { reviewer, finding, reason } = command
  if (state.status === 'UnderStudy') return E.left({ type: 'StudyNotConcluded' })
  const fault = unnamed('reviewer', reviewer) ?? conflicted(reviewer, state)
  if (fault !== undefined) return E.left(fault)
  if (state.involved.includes(reviewer)) return E.left({ type: 'ReviewerIsEvaluator', person: reviewer })
  if (finding === 'reopened' && isBlank(reason)) return E.left({ type: 'ReasonMissing', of: 'StudyReviewed' })
  if (finding === 'upheld' && state.status === 'Reviewed')
    return state.reviewer === reviewer ? E.right([]) : E.left({ type: 'StudyAlreadyReviewed', reviewer: state.reviewer })
  return E.right([{ ...command, type: 'StudyReviewed' }])
}

export const decide = (command: FeasibilityCommand, state: FeasibilityState): Decision => {
  switch (command.type) {
    case 'AssignEvaluator':
      return assign(command, state)
    case 'DeclareConflictOfInterest':
      return declare(command, state)
    case 'EstimateCost':
      return estimate(command, state)
    case 'ConcludeFeasibility':
      return conclude(command, state)
    case 'ReviewStudy':
      return review(command, state)
  }
}
