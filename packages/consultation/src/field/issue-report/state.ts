import type { Instant } from '@isegoria/kernel'
import type { ClosingCode, ReportSubmitted } from './events.ts'

interface Report {
  readonly terms: Pick<ReportSubmitted, 'consultationId' | 'reporter' | 'category' | 'place' | 'contentHash' | 'submittedAt'>
  readonly isConfirmed: boolean
  /** Who is to deal with it, once it is routed. */
  readonly department?: string
  /** When the work is to be done by, once it is scheduled; a dispute takes it away. */
  readonly expectedAt?: Instant
  readonly updatedAt: Instant
  /** The content of the last dispute of its closing. */
  readonly disputed?: string
}

interface Closing {
  readonly code: ClosingCode
  readonly note: string
}

export type IssueReportState =
  | { readonly status: 'NotSubmitted' }
  | ({ readonly status: 'Open' } & Report)
  | ({ readonly status: 'Merged'; readonly original: string } & Report)
  /** `isApproved`: the reporter has confirmed that it is fixed, and nothing more is expected. */
  | ({ readonly status: 'Closed'; readonly closing: Closing; readonly isApproved: boolean } & Report)

export type OpenReport = Extract<IssueReportState, { status: 'Open' }>
export type ClosedReport = Extract<IssueReportState, { status: 'Closed' }>

export const initialState: IssueReportState = { status: 'NotSubmitted' }
