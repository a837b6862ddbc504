import type { Instant } from '@isegoria/kernel'
import type { IssueReportState } from './state.ts'

/** A service request of Open311 GeoReport v2, as plain data; names of fields are the standard's. */
export interface Open311Request {
  readonly service_request_id: string
  readonly service_code: string
  readonly status: 'open' | 'closed'
  readonly status_notes: string
  readonly requested_datetime: Instant
  readonly updated_datetime: Instant
  readonly address: string
  readonly agency_responsible?: string
  readonly expected_datetime?: Instant
  /** Decimal degrees (WGS 84). */
  readonly lat?: number
  readonly long?: number
}

type Submitted = Exclude<IssueReportState, { status: 'NotSubmitted' }>

const notesOf = (state: Submitted): string => {
  switch (state.status) {
    case 'Open':
      if (state.expectedAt !== undefined) return 'scheduled'
      if (state.disputed !== undefined) return 'reopened'
      return state.department === undefined ? (state.isConfirmed ? 'confirmed' : 'submitted') : 'routed'
    case 'Merged':
      return `duplicate of ${state.original}`
    case 'Closed':
      return state.closing.note
  }
}

/**
 * A report as Open311 tells it: open, or closed with the public note; `undefined` while there is none. What is merged is closed, with the
 * report that stands for it. The reporter's words and pseudonym are not in it.
 *
 * Source: Open311 GeoReport v2, https://wiki.open311.org/GeoReport_v2/
 */
export const open311Of = (reportId: string, state: IssueReportState): Open311Request | undefined => {
  if (state.status === 'NotSubmitted') return undefined
  const { terms, department, expectedAt, updatedAt } = state
  const { address, latitude, longitude } = terms.place
  return {
    service_request_id: reportId,
    service_code: terms.category,
    status: state.status === 'Open' ? 'open' : 'closed',
    status_notes: notesOf(state),
    requested_datetime: terms.submittedAt,
    updated_datetime: updatedAt,
    address,
    ...(department === undefined ? {} : { agency_responsible: department }),
    ...(expectedAt === undefined ? {} : { expected_datetime: expectedAt }),
    ...(latitude === undefined || longitude === undefined ? {} : { lat: Number(latitude), long: Number(longitude) }),
  }
}
