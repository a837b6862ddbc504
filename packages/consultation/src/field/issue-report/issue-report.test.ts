import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '@isegoria/kernel'
import { specify } from '@isegoria/testing'
import { heldToLaws } from '../../answers/held-to-laws.fixture.ts'
import { commandOfIssueReport } from './command-of.ts'
import { issueReportCommands } from './commands.ts'
import type { IssueReportCommand } from './commands.ts'
import { issueReportEvents } from './events.ts'
import type { ClosingCode, IssueReportEvent } from './events.ts'
import { expectedOfIssueReport } from './expected.ts'
import { issueReport } from './issue-report.ts'
import { open311Of } from './open311.ts'

const given = specify(issueReport)
const day = (number: number) => instant(`2026-06-0${number}T08:00:00Z`)
const reportId = 'n-1'
const submitted: IssueReportEvent = {
  type: 'ReportSubmitted',
  reportId,
  consultationId: 'c-1',
  reporter: 'k7',
  category: 'street-light',
  place: { address: '3 Mill Lane', latitude: '50.7012', longitude: '-5.85' },
  contentRef: 'reports/n-1',
  contentHash: 'h-1',
  submittedAt: day(1),
}
const submit = { ...submitted, type: 'SubmitReport' } as const
const confirmed: IssueReportEvent = { type: 'ReportConfirmed', reportId, by: 'inspector', confirmedAt: day(2) }
const routed: IssueReportEvent = { type: 'ReportRouted', reportId, department: 'lighting', by: 'desk', routedAt: day(2) }
const scheduled: IssueReportEvent = { type: 'WorkScheduled', reportId, department: 'lighting', expectedAt: day(6), scheduledAt: day(3) }
const closed: IssueReportEvent = { type: 'ReportClosed', reportId, code: 'fixed', note: 'A new lamp.', by: 'lighting', closedAt: day(5) }
const close = { ...closed, type: 'CloseReport' } as const
const merged: IssueReportEvent = { type: 'ReportMergedAsDuplicate', reportId, by: 'desk', mergedAt: day(2), original: 'n-0' }
const merge = { ...merged, type: 'MergeAsDuplicate', original: { reportId: 'n-0', status: 'Open' } } as const
const approved: IssueReportEvent = { type: 'FixConfirmedByReporter', reportId, reporter: 'k7', approvedAt: day(6) }
const approve = { ...approved, type: 'ConfirmFix' } as const
const disputed: IssueReportEvent = {
  type: 'FixDisputedByReporter',
  reportId,
  reporter: 'k7',
  contentRef: 'reports/n-1/2',
  contentHash: 'h-2',
  disputedAt: day(6),
}
const dispute = { ...disputed, type: 'DisputeFix' } as const
const told = (...events: ReadonlyArray<IssueReportEvent>) => open311Of(reportId, events.reduce(issueReport.evolve, issueReport.initialState))

describe('a report of an issue', () => {
  it('is submitted, confirmed, routed, and its work scheduled by the department in charge', () => {
    given().when(submit).then(submitted)
    given(submitted).when(submit).thenNothing()
    given(submitted)
      .when({ ...submit, category: 'bench' })
      .thenRejected({ type: 'ReportAlreadySubmitted' })
    given(submitted)
      .when({ ...confirmed, type: 'ConfirmReport' })
      .then(confirmed)
    given(submitted)
      .when({ ...routed, type: 'RouteReport' })
      .then(routed)
    given(submitted, routed)
      .when({ ...scheduled, type: 'ScheduleWork' })
      .then(scheduled)
    given(submitted)
      .when({ ...scheduled, type: 'ScheduleWork' })
      .thenRejected({ type: 'ReportNotRouted' })
    given(submitted, routed)
      .when({ ...scheduled, type: 'ScheduleWork', department: 'parks' })
      .thenRejected({ type: 'NotTheDepartmentInCharge', inCharge: 'lighting', department: 'parks' })
    given()
      .when({ ...submit, place: { address: 'here', latitude: '50.7' } })
      .thenRejected({ type: 'CoordinatesHalfGiven' })
  })
  it('is merged into another one that is open and stays so', () => {
    given(submitted).when(merge).then(merged)
    given(submitted, merged).when(merge).thenNothing()
    for (const status of ['Merged', 'Closed', 'NotSubmitted'])
      given(submitted)
        .when({ ...merge, original: { reportId: 'n-0', status } })
        .thenRejected({ type: 'OriginalNotOpen', original: 'n-0', status })
    given(submitted)
      .when({ ...merge, original: { reportId, status: 'Open' } })
      .thenRejected({ type: 'DuplicateOfItself' })
    given(submitted, merged).when(close).thenRejected({ type: 'ReportNotOpen', status: 'Merged' })
  })
  it('is opened again when the reporter, and nobody else, disputes its closing', () => {
    given(submitted, closed).when(dispute).then(disputed)
    given(submitted, closed, disputed).when(dispute).thenNothing()
    given(submitted, closed, disputed).when(close).then(closed)
    given(submitted, closed)
      .when({ ...dispute, reporter: 'k8' })
      .thenRejected({ type: 'NotTheReporter' })
    given(submitted).when(dispute).thenRejected({ type: 'ReportNotClosed', status: 'Open' })
  })
  it('is done with once the reporter confirms the fix', () => {
    given(submitted, closed).when(approve).then(approved)
    given(submitted, closed, approved).when(approve).thenNothing()
    given(submitted, closed, approved).when(dispute).thenRejected({ type: 'FixAlreadyConfirmed' })
    given(submitted, { ...closed, code: 'nothing-found' })
      .when(approve)
      .thenRejected({ type: 'ReportNotClosedAsFixed', code: 'nothing-found' })
  })
})

describe('I30: a report is closed with a reason code and a public note, and Open311 can tell it', () => {
  it('refuses a closing without a note, a code that is not on the list, and a second closing', () => {
    given(submitted)
      .when({ ...close, note: ' ' })
      .thenRejected({ type: 'WordsMissing', of: 'ReportClosed', field: 'note' })
    expect(issueReportCommands.decode({ ...close, code: 'done' })).toMatchObject({ _tag: 'Left' })
    expect(issueReportEvents.decode({ ...closed, code: 'done' })).toMatchObject({ _tag: 'Left' })
    given(submitted, closed)
      .when({ ...close, code: 'not-an-issue' })
      .thenRejected({ type: 'ReportAlreadyClosed', code: 'fixed' })
  })
  it('allows one with both', () => {
    given(submitted, routed).when(close).then(closed)
    given(submitted, closed).when(close).thenNothing()
  })
  it('is open or closed for Open311, with notes', () => {
    expect(told()).toBeUndefined()
    expect(told(submitted, routed, scheduled)).toStrictEqual({
      service_request_id: 'n-1',
      service_code: 'street-light',
      status: 'open',
      status_notes: 'scheduled',
      requested_datetime: day(1),
      updated_datetime: day(3),
      address: '3 Mill Lane',
      agency_responsible: 'lighting',
      expected_datetime: day(6),
      lat: 50.7012,
      long: -5.85,
    })
    const notes = (...events: ReadonlyArray<IssueReportEvent>) => [told(...events)?.status, told(...events)?.status_notes]
    expect(notes(submitted)).toStrictEqual(['open', 'submitted'])
    expect(notes(submitted, confirmed)).toStrictEqual(['open', 'confirmed'])
    expect(notes(submitted, routed)).toStrictEqual(['open', 'routed'])
    expect(notes(submitted, closed)).toStrictEqual(['closed', 'A new lamp.'])
    expect(notes(submitted, closed, disputed)).toStrictEqual(['open', 'reopened'])
    expect(notes(submitted, merged)).toStrictEqual(['closed', 'duplicate of n-0'])
  })
})

it('a report obeys the laws of a decider, and is never closed without a note', () => {
  const words = fc.constantFrom('', 'a', 'b')
  const rarely = fc.constantFrom('Open', 'Merged', 'Closed', 'NotSubmitted', 'NotSubmitted')
  const reporter = fc.constantFrom('k7', 'k7', 'k8')
  const command: fc.Arbitrary<IssueReportCommand> = fc.oneof(
    fc.constantFrom('bench', 'street-light').map((category) => ({ ...submit, category })),
    words.map((by) => ({ ...confirmed, type: 'ConfirmReport' as const, by })),
    words.map((department) => ({ ...routed, type: 'RouteReport' as const, department })),
    fc.tuple(words, fc.integer({ min: 1, max: 9 })).map(([department, by]) => ({
      ...scheduled,
      type: 'ScheduleWork' as const,
      department,
      expectedAt: day(by),
    })),
    rarely.map((status) => ({ ...merge, original: { reportId: 'n-0', status } })),
    fc.tuple(fc.constantFrom<ClosingCode>('fixed', 'will-not-be-done'), words).map(([code, note]) => ({ ...close, code, note })),
    reporter.map((by) => ({ ...approve, reporter: by })),
    fc.tuple(reporter, words).map(([by, contentHash]) => ({ ...dispute, reporter: by, contentHash })),
  )
  heldToLaws({
    decider: issueReport,
    events: issueReportEvents,
    commands: issueReportCommands,
    expected: expectedOfIssueReport,
    command,
    commandOf: commandOfIssueReport,
    opening: submit,
    always: (_, state) => {
      if (state.status === 'Closed') expect(open311Of(reportId, state)).toMatchObject({ status: 'closed', status_notes: state.closing.note })
      if (state.status === 'Closed') expect(state.closing.note).toMatch(/./)
    },
  })
})
