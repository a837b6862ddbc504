import { describe, it } from 'vitest'
import { specify } from '@isegoria/testing'
import type { FeasibilityEvent } from './events.ts'
import { feasibilityStudy } from './feasibility-study.ts'

const given = specify(feasibilityStudy)
const study = { projectId: 'pool', studyId: 's-1' } as const
const assigned: FeasibilityEvent = { type: 'EvaluatorAssigned', ...study, evaluator: 'roads', by: 'town hall' }
const declared: FeasibilityEvent = { type: 'ConflictOfInterestDeclared', ...study, person: 'roads', explanation: 'owns the ground' }
const estimated: FeasibilityEvent = {
  type: 'CostEstimated',
  ...study,
  version: 1,
  amount: '90000',
  currency: 'EUR',
  method: 'three offers',
  by: 'roads',
}
const estimate = { type: 'EstimateCost', ...study, amount: '90000', currency: 'EUR', method: 'three offers', by: 'roads' } as const
const feasible: FeasibilityEvent = { type: 'FeasibilityConcluded', ...study, conclusion: 'feasible', by: 'roads', costVersion: 1 }
const unfeasible: FeasibilityEvent = { type: 'FeasibilityConcluded', ...study, conclusion: 'unfeasible', by: 'roads', explanation: 'a gas main' }
const undecided: FeasibilityEvent = { type: 'FeasibilityConcluded', ...study, conclusion: 'undecided', by: 'roads' }
const conclude = { type: 'ConcludeFeasibility', ...study, by: 'roads' } as const
const upheld: FeasibilityEvent = { type: 'StudyReviewed', ...study, reviewer: 'audit', finding: 'upheld', reason: '' }
const reopened: FeasibilityEvent = { type: 'StudyReviewed', ...study, reviewer: 'audit', finding: 'reopened', reason: 'an offer is missing' }
const review = { ...upheld, type: 'ReviewStudy' } as const

describe('a feasibility study', () => {
  it('is given to evaluators, who estimate what it costs, and conclude', () => {
    const assign = { ...assigned, type: 'AssignEvaluator' } as const
    given().when(assign).then(assigned)
    given(assigned).when(assign).thenNothing()
    given(assigned).when(estimate).then(estimated)
    given(assigned, estimated).when(estimate).thenNothing()
    given(assigned, estimated)
      .when({ ...conclude, conclusion: 'feasible' })
      .then(feasible)
    given(assigned, estimated, feasible)
      .when({ ...conclude, conclusion: 'feasible' })
      .thenNothing()
  })
  it('counts each other estimate as a new version, with the method by which it was made', () => {
    given(assigned, estimated)
      .when({ ...estimate, amount: '95000' })
      .then({ ...estimated, version: 2, amount: '95000' })
    given(assigned)
      .when({ ...estimate, method: ' ' })
      .thenRejected({ type: 'MethodMissing' })
    given(assigned)
      .when({ ...estimate, amount: '-1' })
      .thenRejected({ type: 'AmountNotReadable', field: 'amount', value: '-1' })
  })
  it('says why a project is unfeasible, and what a feasible one costs', () => {
    given(assigned)
      .when({ ...conclude, conclusion: 'unfeasible' })
      .thenRejected({ type: 'ExplanationMissing', conclusion: 'unfeasible' })
    given(assigned)
      .when({ ...conclude, conclusion: 'unfeasible', explanation: 'a gas main' })
      .then(unfeasible)
    given(assigned)
      .when({ ...conclude, conclusion: 'feasible' })
      .thenRejected({ type: 'CostMissing' })
  })
  it('is concluded by those who were assigned, and once', () => {
    given(assigned)
      .when({ ...conclude, conclusion: 'undecided', by: 'somebody' })
      .thenRejected({ type: 'EvaluatorNotAssigned', person: 'somebody' })
    given(assigned, unfeasible)
      .when({ ...conclude, conclusion: 'undecided' })
      .thenRejected({ type: 'StudyAlreadyConcluded', conclusion: 'unfeasible', by: 'roads' })
    given(assigned, unfeasible).when(estimate).thenRejected({ type: 'StudyAlreadyConcluded', conclusion: 'unfeasible', by: 'roads' })
  })
  it('goes on while it is undecided', () => {
    given(assigned)
      .when({ ...conclude, conclusion: 'undecided' })
      .then(undecided)
    given(assigned, undecided).when(estimate).then(estimated)
    given(assigned, undecided, estimated)
      .when({ ...conclude, conclusion: 'feasible' })
      .then(feasible)
  })
})

describe('somebody who declares a conflict of interest', () => {
  const declare = { ...declared, type: 'DeclareConflictOfInterest' } as const
  it('can do so at any time, once, and says what it is', () => {
    given().when(declare).then(declared)
    given(assigned, estimated, feasible, upheld).when(declare).then(declared)
    given(declared).when(declare).thenNothing()
    given()
      .when({ ...declare, explanation: '' })
      .thenRejected({ type: 'ReasonMissing', of: 'ConflictOfInterestDeclared' })
  })
  it('is not assigned, and if assigned before has no part in it any more', () => {
    const conflict = { type: 'ConflictOfInterest', person: 'roads' } as const
    given(declared)
      .when({ ...assigned, type: 'AssignEvaluator' })
      .thenRejected(conflict)
    given(assigned, declared).when(estimate).thenRejected(conflict)
    given(assigned, estimated, declared)
      .when({ ...conclude, conclusion: 'feasible' })
      .thenRejected(conflict)
  })
  it('takes back the conclusion that rests on them, and nobody else’s', () => {
    const parks: FeasibilityEvent = { ...assigned, evaluator: 'parks' }
    given(assigned, estimated, feasible, declared, parks)
      .when({ ...conclude, conclusion: 'feasible', by: 'parks' })
      .then({ ...feasible, by: 'parks' })
    given(assigned, parks, estimated, { ...feasible, by: 'parks' }, declared)
      .when({ ...conclude, conclusion: 'feasible', by: 'parks' })
      .thenNothing()
  })
})

describe('a review', () => {
  it('is made of a conclusion, by somebody who had no part in the study', () => {
    given(assigned, unfeasible).when(review).then(upheld)
    given(assigned).when(review).thenRejected({ type: 'StudyNotConcluded' })
    given(assigned, unfeasible)
      .when({ ...review, reviewer: 'roads' })
      .thenRejected({ type: 'ReviewerIsEvaluator', person: 'roads' })
    given(assigned, { ...declared, person: 'audit' }, unfeasible)
      .when(review)
      .thenRejected({ type: 'ConflictOfInterest', person: 'audit' })
  })
  it('leaves the conclusion as it is, or reopens the study with a reason', () => {
    given(assigned, unfeasible, upheld).when(review).thenNothing()
    given(assigned, unfeasible, upheld)
      .when({ ...review, reviewer: 'council' })
      .thenRejected({ type: 'StudyAlreadyReviewed', reviewer: 'audit' })
    given(assigned, unfeasible, upheld)
      .when({ ...review, finding: 'reopened' })
      .thenRejected({ type: 'ReasonMissing', of: 'StudyReviewed' })
    given(assigned, unfeasible, upheld)
      .when({ ...reopened, type: 'ReviewStudy' })
      .then(reopened)
    given(assigned, unfeasible, reopened).when(estimate).then(estimated)
  })
  it('falls when the reviewer declares a conflict, and somebody else reviews', () => {
    given(assigned, unfeasible, upheld, { ...declared, person: 'audit' })
      .when({ ...review, reviewer: 'council' })
      .then({ ...upheld, reviewer: 'council' })
  })
})
