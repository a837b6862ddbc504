import * as t from 'io-ts'
import { eventCodec, Instant } from '@isegoria/kernel'

// These names are stored. Add, never change. The reporter is a pseudonym, `by` a role; what the reporter wrote stands elsewhere.

const decimal = /^-?\d{1,3}(\.\d{1,12})?$/
const Latitude = t.refinement(t.string, (text) => decimal.test(text) && Math.abs(Number(text)) <= 90, 'Latitude')
const Longitude = t.refinement(t.string, (text) => decimal.test(text) && Math.abs(Number(text)) <= 180, 'Longitude')

/** Where it is, in words, and by its coordinates in decimal degrees (WGS 84) where they are known. */
const Place = t.exact(t.intersection([t.type({ address: t.string }), t.partial({ latitude: Latitude, longitude: Longitude })]), 'Place')
interface Place extends Readonly<t.TypeOf<typeof Place>> {}

/** Why a report is closed. */
const ClosingCode = t.keyof(
  { fixed: null, 'nothing-found': null, 'place-not-found': null, 'not-in-our-charge': null, 'will-not-be-done': null, 'not-an-issue': null },
  'ClosingCode',
)
export type ClosingCode = t.TypeOf<typeof ClosingCode>

const id = { reportId: t.string }
export const submission = {
  ...id,
  consultationId: t.string,
  reporter: t.string,
  category: t.string,
  place: Place,
  contentRef: t.string,
  contentHash: t.string,
  submittedAt: Instant,
}
export const confirmation = { ...id, by: t.string, confirmedAt: Instant }
export const routing = { ...id, department: t.string, by: t.string, routedAt: Instant }
export const merger = { ...id, by: t.string, mergedAt: Instant }
export const scheduling = { ...id, department: t.string, expectedAt: Instant, scheduledAt: Instant }
export const closing = { ...id, code: ClosingCode, note: t.string, by: t.string, closedAt: Instant }
export const approval = { ...id, reporter: t.string, approvedAt: Instant }
export const dispute = { ...id, reporter: t.string, contentRef: t.string, contentHash: t.string, disputedAt: Instant }

/** `consultationId`: the consultation, or the standing service of the public body, that takes reports. */
export const ReportSubmitted = t.strict({ type: t.literal('ReportSubmitted'), ...submission }, 'ReportSubmitted')
export interface ReportSubmitted extends Readonly<t.TypeOf<typeof ReportSubmitted>> {}

const ReportConfirmed = t.strict({ type: t.literal('ReportConfirmed'), ...confirmation }, 'ReportConfirmed')
interface ReportConfirmed extends Readonly<t.TypeOf<typeof ReportConfirmed>> {}

/** A later department takes the place of an earlier one. */
const ReportRouted = t.strict({ type: t.literal('ReportRouted'), ...routing }, 'ReportRouted')
interface ReportRouted extends Readonly<t.TypeOf<typeof ReportRouted>> {}

/** From here on `original`, which was open, stands for both. */
const ReportMergedAsDuplicate = t.strict({ type: t.literal('ReportMergedAsDuplicate'), ...merger, original: t.string }, 'ReportMergedAsDuplicate')
interface ReportMergedAsDuplicate extends Readonly<t.TypeOf<typeof ReportMergedAsDuplicate>> {}

/** `expectedAt`: when the work is to be done by. */
const WorkScheduled = t.strict({ type: t.literal('WorkScheduled'), ...scheduling }, 'WorkScheduled')
interface WorkScheduled extends Readonly<t.TypeOf<typeof WorkScheduled>> {}

/** `note`: why, as the public reads it. */
const ReportClosed = t.strict({ type: t.literal('ReportClosed'), ...closing }, 'ReportClosed')
interface ReportClosed extends Readonly<t.TypeOf<typeof ReportClosed>> {}

const FixConfirmedByReporter = t.strict({ type: t.literal('FixConfirmedByReporter'), ...approval }, 'FixConfirmedByReporter')
interface FixConfirmedByReporter extends Readonly<t.TypeOf<typeof FixConfirmedByReporter>> {}

/** The report is open again. */
const FixDisputedByReporter = t.strict({ type: t.literal('FixDisputedByReporter'), ...dispute }, 'FixDisputedByReporter')
interface FixDisputedByReporter extends Readonly<t.TypeOf<typeof FixDisputedByReporter>> {}

export type IssueReportEvent =
  | ReportSubmitted
  | ReportConfirmed
  | ReportRouted
  | ReportMergedAsDuplicate
  | WorkScheduled
  | ReportClosed
  | FixConfirmedByReporter
  | FixDisputedByReporter

export const issueReportEvents = eventCodec<IssueReportEvent>({
  ReportSubmitted,
  ReportConfirmed,
  ReportRouted,
  ReportMergedAsDuplicate,
  WorkScheduled,
  ReportClosed,
  FixConfirmedByReporter,
  FixDisputedByReporter,
})
