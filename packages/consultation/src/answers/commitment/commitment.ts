import { E, isBefore } from '@isegoria/kernel'
import type { Decider, Either, Instant } from '@isegoria/kernel'
import { isSame } from '../is-same.ts'
import { missingWords } from '../missing-words.ts'
import type { WordsMissing } from '../missing-words.ts'
import type { CommitmentCommand, DelayCommitment, MakeCommitment, MarkOverdue } from './commands.ts'
import type { CommitmentEvent, CommitmentMade } from './events.ts'

export type CommitmentRejection =
  | WordsMissing
  /** A commitment comes from a decision, and no such decision is taken. */
  | { readonly type: 'CommitmentWithoutDecision'; readonly decisionId: string }
  | { readonly type: 'DueNotAhead'; readonly due: Instant; readonly at: Instant }
  | { readonly type: 'NewDueNotLater'; readonly due: Instant; readonly newDue: Instant }
  | { readonly type: 'CommitmentNotDue'; readonly due: Instant; readonly at: Instant }
  | { readonly type: 'CommitmentNotMade' }
  | { readonly type: 'CommitmentAlreadyMade' }
  | { readonly type: 'CommitmentEnded'; readonly status: 'Fulfilled' | 'Abandoned' }

type Terms = Pick<CommitmentMade, 'consultationId' | 'decision' | 'owner' | 'measure'> & { readonly firstDue: Instant }

export type CommitmentState =
  | { readonly status: 'NotMade' }
  | {
      readonly status: 'UnderWay'
      readonly terms: Terms
      /** The due date in force; `isMarked` when it was marked that nothing answered it. */
      readonly due: Instant
      readonly isMarked: boolean
      readonly milestones: ReadonlyArray<string>
      readonly lastReport?: string
    }
  | { readonly status: 'Fulfilled'; readonly terms: Terms; readonly due: Instant; readonly text: string; readonly at: Instant }
  | { readonly status: 'Abandoned'; readonly terms: Terms; readonly due: Instant; readonly motives: string; readonly at: Instant }

type UnderWay = Extract<CommitmentState, { status: 'UnderWay' }>
type Decision = Either<CommitmentRejection, ReadonlyArray<CommitmentEvent>>

const initialState: CommitmentState = { status: 'NotMade' }

/**
 * Whether the due date has passed at `at` and nothing answered it. A delay, the fulfilment and the abandonment answer it; a milestone
 * or a report of progress does not. At the due date itself it is not yet overdue.
 */
export const overdueAt = (state: CommitmentState, at: Instant): boolean => state.status === 'UnderWay' && isBefore(state.due, at)

const make = (command: MakeCommitment, state: CommitmentState): Decision => {
  const { type: _, decisionId, decision, ...promise } = command
  const { consultationId, owner, measure, due, madeAt } = promise
  const fault = missingWords('CommitmentMade', { owner, measure })
  if (fault !== undefined) return E.left(fault)
  if (decision?.decisionId !== decisionId) return E.left({ type: 'CommitmentWithoutDecision', decisionId })
  if (state.status !== 'NotMade') {
    const isKnown = isSame(state.terms, { consultationId, decision, owner, measure, firstDue: due })
    return isKnown ? E.right([]) : E.left({ type: 'CommitmentAlreadyMade' })
  }
  if (!isBefore(madeAt, due)) return E.left({ type: 'DueNotAhead', due, at: madeAt })
  return E.right([{ type: 'CommitmentMade', ...promise, decision }])
}

const delay = (command: DelayCommitment, state: UnderWay): Decision => {
  const { reason, newDue, delayedAt } = command
  const fault = missingWords('CommitmentDelayed', { reason })
  if (fault !== undefined) return E.left(fault)
  if (newDue === state.due) return E.right([])
  if (!isBefore(state.due, newDue)) return E.left({ type: 'NewDueNotLater', due: state.due, newDue })
  if (!isBefore(delayedAt, newDue)) return E.left({ type: 'DueNotAhead', due: newDue, at: delayedAt })
  return E.right([{ ...command, type: 'CommitmentDelayed' }])
}

const markOverdue = ({ commitmentId, at }: MarkOverdue, state: UnderWay): Decision => {
  const { due, isMarked } = state
  if (!overdueAt(state, at)) return E.left({ type: 'CommitmentNotDue', due, at })
  return E.right(isMarked ? [] : [{ type: 'CommitmentOverdue', commitmentId, due, markedAt: at }])
}

const decideUnderWay = (command: Exclude<CommitmentCommand, MakeCommitment>, state: UnderWay): Decision => {
  switch (command.type) {
    case 'ReachMilestone': {
      const fault = missingWords('MilestoneReached', { milestone: command.milestone })
      if (fault !== undefined) return E.left(fault)
      return E.right(state.milestones.includes(command.milestone) ? [] : [{ ...command, type: 'MilestoneReached' }])
    }
    case 'ReportProgress': {
      const fault = missingWords('ProgressReported', { text: command.text })
      if (fault !== undefined) return E.left(fault)
      return E.right(state.lastReport === command.text ? [] : [{ ...command, type: 'ProgressReported' }])
    }
    case 'DelayCommitment':
      return delay(command, state)
    case 'MarkOverdue':
      return markOverdue(command, state)
    case 'FulfilCommitment': {
      const fault = missingWords('CommitmentFulfilled', { text: command.text })
      return fault === undefined ? E.right([{ ...command, type: 'CommitmentFulfilled' }]) : E.left(fault)
    }
    case 'AbandonCommitment': {
      const fault = missingWords('CommitmentAbandoned', { motives: command.motives })
      return fault === undefined ? E.right([{ ...command, type: 'CommitmentAbandoned' }]) : E.left(fault)
    }
  }
}

const decide = (command: CommitmentCommand, state: CommitmentState): Decision => {
  if (command.type === 'MakeCommitment') return make(command, state)
  switch (state.status) {
    case 'NotMade':
      return E.left({ type: 'CommitmentNotMade' })
    case 'UnderWay':
      return decideUnderWay(command, state)
    case 'Fulfilled':
      return command.type === 'FulfilCommitment' && command.text === state.text
        ? E.right([])
        : E.left({ type: 'CommitmentEnded', status: state.status })
    case 'Abandoned':
      return command.type === 'AbandonCommitment' && command.motives === state.motives
        ? E.right([])
        : E.left({ type: 'CommitmentEnded', status: state.status })
  }
}

const evolve = (state: CommitmentState, event: CommitmentEvent): CommitmentState => {
  if (event.type === 'CommitmentMade') {
    const { consultationId, decision, owner, measure, due } = event
    return { status: 'UnderWay', terms: { consultationId, decision, owner, measure, firstDue: due }, due, isMarked: false, milestones: [] }
  }
  if (state.status !== 'UnderWay') return state
  const { terms, due } = state
  switch (event.type) {
    case 'MilestoneReached':
      return { ...state, milestones: [...state.milestones, event.milestone] }
    case 'ProgressReported':
      return { ...state, lastReport: event.text }
    case 'CommitmentDelayed':
      return { ...state, due: event.newDue, isMarked: false }
    case 'CommitmentOverdue':
      return { ...state, isMarked: true }
    case 'CommitmentFulfilled':
      return { status: 'Fulfilled', terms, due, text: event.text, at: event.fulfilledAt }
    case 'CommitmentAbandoned':
      return { status: 'Abandoned', terms, due, motives: event.motives, at: event.abandonedAt }
  }
}

/** Made from a decision → milestones and progress, delayed with a reason, marked when nothing answers its due date → fulfilled or abandoned. */
export const commitment: Decider<CommitmentCommand, CommitmentState, CommitmentEvent, CommitmentRejection> = { initialState, decide, evolve }

export const commitmentStream = (commitmentId: string): string => `commitment-${commitmentId}`

/** One thing that can happen next to a commitment, and who may do it. */
export interface ExpectedOfCommitment {
  readonly command: CommitmentCommand['type']
  readonly by: 'authority' | 'owner' | 'process'
  /** From when on, where that is known. */
  readonly after?: Instant
}

/** The authority makes and abandons it, its owner reports and fulfils it, a process marks it once its due date has passed. */
export const expectedOfCommitment = (state: CommitmentState): ReadonlyArray<ExpectedOfCommitment> => {
  if (state.status === 'NotMade') return [{ command: 'MakeCommitment', by: 'authority' }]
  if (state.status !== 'UnderWay') return []
  const owned = (['ReachMilestone', 'ReportProgress', 'DelayCommitment', 'FulfilCommitment'] as const).map((command): ExpectedOfCommitment => ({
    command,
    by: 'owner',
  }))
  const marking: ReadonlyArray<ExpectedOfCommitment> = state.isMarked ? [] : [{ command: 'MarkOverdue', by: 'process', after: state.due }]
  return [...owned, { command: 'AbandonCommitment', by: 'authority' }, ...marking]
}
