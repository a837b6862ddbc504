import type { Instant } from '@isegoria/kernel'
import type { DutyKind } from '../profiles/legal-profile.ts'
import { emptyTimetable } from './calendar.ts'
import type { Timetable } from './calendar.ts'
import type { Charter } from './charter.ts'
import type { Prepared } from './preparation.ts'

/** A duty discharged. */
export interface Discharge {
  readonly duty: DutyKind
  readonly contentHash: string
  readonly at: Instant
}

/** What holds at every stage. `last`: when the last thing happened that says when. */
interface Preparation extends Prepared {
  readonly previous?: string
  readonly last?: Instant
}

export interface Chartered extends Preparation {
  readonly charter: Charter
}

/** From the calendar on; `discharges` in the order in which they came, the return among them. */
export interface Scheduled extends Chartered {
  readonly timetable: Timetable
  readonly discharges: ReadonlyArray<Discharge>
}

/** The stages of a consultation; each can only be reached through the one before it. */
export type ConsultationState =
  | { readonly status: 'NotDrafted' }
  | ({ readonly status: 'Drafted' } & Preparation)
  | ({ readonly status: 'Chartered' } & Chartered)
  | ({ readonly status: 'Scheduled' } & Scheduled)
  | ({ readonly status: 'Open' } & Scheduled)
  | ({ readonly status: 'Suspended' } & Scheduled)
  /** Nothing more is collected; it is worked on. */
  | ({ readonly status: 'Collected' } & Scheduled)
  | ({ readonly status: 'Closed' } & Scheduled)
  | { readonly status: 'Abandoned'; readonly motives: string; readonly timetable: Timetable }

export const initialState: ConsultationState = { status: 'NotDrafted' }

/** The timetable of a consultation at any stage, for `gateAt`. */
export const timetableOf = (state: ConsultationState): Timetable => ('timetable' in state ? state.timetable : emptyTimetable)
