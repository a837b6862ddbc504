import { E, isBefore } from '@isegoria/kernel'
import type { Decider, Either, Instant } from '@isegoria/kernel'
import { isSame } from '../../answers/is-same.ts'
import { missingWords } from '../../answers/missing-words.ts'
import type { WordsMissing } from '../../answers/missing-words.ts'
import type { ConfirmFix, DisputeFix, IssueReportCommand, MergeAsDuplicate, ScheduleWork, SubmitReport } from './commands.ts'
import type { ClosingCode, IssueReportEvent } from './events.ts'
import { initialState } from './state.ts'
import type { ClosedReport, IssueReportState, OpenReport } from './state.ts'

export type IssueReportRejection =
  | WordsMissing
  | { readonly type: 'CoordinatesHalfGiven' }
  | { readonly type: 'ReportAlreadySubmitted' }
  | { readonly type: 'ReportNotOpen'; readonly status: IssueReportState['status'] }
  | { readonly type: 'ReportNotClosed'; readonly status: IssueReportState['status'] }
  | { readonly type: 'ReportAlreadyClosed'; readonly code: ClosingCode }
  | { readonly type: 'DuplicateOfItself' }
  /** A report is merged into one that is open and stays so: not into one that was merged itself, or closed. */
  | { readonly type: 'OriginalNotOpen'; readonly original: string; readonly status: string }
  | { readonly type: 'ReportNotRouted' }
  | { readonly type: 'NotTheDepartmentInCharge'; readonly inCharge: string; readonly department: string }
  | { readonly type: 'WorkNotAhead'; readonly expectedAt: Instant; readonly at: Instant }
  | { readonly type: 'NotTheReporter' }
  /** Only what is closed as fixed can be confirmed to be. */
  | { readonly type: 'ReportNotClosedAsFixed'; readonly code: ClosingCode }
  | { readonly type: 'FixAlreadyConfirmed' }

type Decision = Either<IssueReportRejection, ReadonlyArray<IssueReportEvent>>

const submit = (command: SubmitReport, state: IssueReportState): Decision => {
  const { consultationId, reporter, category, place, contentHash, submittedAt } = command
  if (state.status !== 'NotSubmitted') {
    const isKnown = isSame(state.terms, { consultationId, reporter, category, place, contentHash, submittedAt })
    return isKnown ? E.right([]) : E.left({ type: 'ReportAlreadySubmitted' })
  }
  const fault = missingWords('ReportSubmitted', { reporter, category, address: place.address, contentRef: command.contentRef, contentHash })
  if (fault !== undefined) return E.left(fault)
  if ((place.latitude === undefined) !== (place.longitude === undefined)) return E.left({ type: 'CoordinatesHalfGiven' })
  return E.right([{ ...command, type: 'ReportSubmitted' }])
}

const merge = (command: MergeAsDuplicate): Decision => {
  const fault = missingWords('ReportMergedAsDuplicate', { by: command.by })
  if (fault !== undefined) return E.left(fault)
  const { type: _, original, ...rest } = command
  if (original.reportId === command.reportId) return E.left({ type: 'DuplicateOfItself' })
  if (original.status !== 'Open') return E.left({ type: 'OriginalNotOpen', original: original.reportId, status: original.status })
  return E.right([{ type: 'ReportMergedAsDuplicate', ...rest, original: original.reportId }])
}

const scheduleWork = (command: ScheduleWork, { department: inCharge, expectedAt: known }: OpenReport): Decision => {
  const { department, expectedAt, scheduledAt } = command
  if (inCharge === undefined) return E.left({ type: 'ReportNotRouted' })
  if (department !== inCharge) return E.left({ type: 'NotTheDepartmentInCharge', inCharge, department })
  if (known === expectedAt) return E.right([])
  return isBefore(scheduledAt, expectedAt)
    ? E.right([{ ...command, type: 'WorkScheduled' }])
    : E.left({ type: 'WorkNotAhead', expectedAt, at: scheduledAt })
}

type OfOpen = Exclude<IssueReportCommand, SubmitReport | ConfirmFix | DisputeFix>

const decideOpen = (command: OfOpen, state: OpenReport): Decision => {
  switch (command.type) {
    case 'ConfirmReport': {
      const fault = missingWords('ReportConfirmed', { by: command.by })
      if (fault !== undefined) return E.left(fault)
      return E.right(state.isConfirmed ? [] : [{ ...command, type: 'ReportConfirmed' }])
    }
    case 'RouteReport': {
      const fault = missingWords('ReportRouted', { department: command.department, by: command.by })
      if (fault !== undefined) return E.left(fault)
      return E.right(state.department === command.department ? [] : [{ ...command, type: 'ReportRouted' }])
    }
    case 'MergeAsDuplicate':
      return merge(command)
    case 'ScheduleWork':
      return scheduleWork(command, state)
    case 'CloseReport': {
      const fault = missingWords('ReportClosed', { note: command.note, by: command.by })
      return fault === undefined ? E.right([{ ...command, type: 'ReportClosed' }]) : E.left(fault)
    }
  }
}

const byReporter = (command: ConfirmFix | DisputeFix, state: ClosedReport): Decision => {
  if (command.reporter !== state.terms.reporter) return E.left({ type: 'NotTheReporter' })
  if (command.type === 'DisputeFix') {
    const fault = missingWords('FixDisputedByReporter', { contentRef: command.contentRef, contentHash: command.contentHash })
    if (fault !== undefined) return E.left(fault)
    return state.isApproved ? E.left({ type: 'FixAlreadyConfirmed' }) : E.right([{ ...command, type: 'FixDisputedByReporter' }])
  }
  if (state.isApproved) return E.right([])
  const { code } = state.closing
  return code === 'fixed' ? E.right([{ ...command, type: 'FixConfirmedByReporter' }]) : E.left({ type: 'ReportNotClosedAsFixed', code })
}

/** Whether a command says again what made a report what it is: then there is nothing to do. */
const isRepeated = (command: IssueReportCommand, state: IssueReportState): boolean => {
  if (command.type === 'MergeAsDuplicate') return state.status === 'Merged' && state.original === command.original.reportId
  if (command.type === 'DisputeFix') return state.status === 'Open' && state.disputed === command.contentHash
  return command.type === 'CloseReport' && state.status === 'Closed' && isSame(state.closing, { code: command.code, note: command.note })
}

const decide = (command: IssueReportCommand, state: IssueReportState): Decision => {
  if (command.type === 'SubmitReport') return submit(command, state)
  if (isRepeated(command, state)) return E.right([])
  const { status } = state
  if (command.type === 'ConfirmFix' || command.type === 'DisputeFix')
    return state.status === 'Closed' ? byReporter(command, state) : E.left({ type: 'ReportNotClosed', status })
  if (state.status === 'Open') return decideOpen(command, state)
  if (state.status === 'Closed') return E.left({ type: 'ReportAlreadyClosed', code: state.closing.code })
  return E.left({ type: 'ReportNotOpen', status })
}

const evolve = (state: IssueReportState, event: IssueReportEvent): IssueReportState => {
  if (event.type === 'ReportSubmitted') {
    const { consultationId, reporter, category, place, contentHash, submittedAt } = event
    const terms = { consultationId, reporter, category, place, contentHash, submittedAt }
    return { status: 'Open', terms, isConfirmed: false, updatedAt: submittedAt }
  }
  if (state.status === 'Closed') {
    if (event.type === 'FixConfirmedByReporter') return { ...state, isApproved: true, updatedAt: event.approvedAt }
    if (event.type !== 'FixDisputedByReporter') return state
    const { closing: _, isApproved: __, expectedAt: ___, ...report } = state
    return { ...report, status: 'Open', disputed: event.contentHash, updatedAt: event.disputedAt }
  }
  if (state.status !== 'Open') return state
  switch (event.type) {
    case 'ReportConfirmed':
      return { ...state, isConfirmed: true, updatedAt: event.confirmedAt }
    case 'ReportRouted': {
      const { expectedAt: _, ...report } = state
      return { ...report, department: event.department, updatedAt: event.routedAt }
    }
    case 'ReportMergedAsDuplicate':
      return { ...state, status: 'Merged', original: event.original, updatedAt: event.mergedAt }
    case 'WorkScheduled':
      return { ...state, expectedAt: event.expectedAt, updatedAt: event.scheduledAt }
    case 'ReportClosed': {
      const { code, note, closedAt } = event
      return { ...state, status: 'Closed', closing: { code, note }, isApproved: false, updatedAt: closedAt }
    }
    case 'FixConfirmedByReporter':
    case 'FixDisputedByReporter':
      return state
  }
}

/**
 * Submitted → confirmed, routed to a department, its work scheduled → closed with a reason and a public note, or merged into another that
 * stays open. Whoever reported it confirms the fix, or disputes the closing, which opens it again.
 *
 * Two reports merged into each other at the same instant are not prevented: each stream sees only the other as it was.
 */
export const issueReport: Decider<IssueReportCommand, IssueReportState, IssueReportEvent, IssueReportRejection> = { initialState, decide, evolve }

export const issueReportStream = (reportId: string): string => `report-${reportId}`
