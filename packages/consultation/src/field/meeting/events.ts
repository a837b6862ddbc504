import * as t from 'io-ts'
import { Count, eventCodec, Instant } from '@isegoria/kernel'

// These names are stored. Add, never change. Nobody who attended is named.

const ids = t.readonlyArray(t.string)

const MeetingKind = t.keyof({ information: null, workshop: null, debate: null, 'site-visit': null, stand: null, restitution: null }, 'MeetingKind')
export type MeetingKind = t.TypeOf<typeof MeetingKind>

const Attendance = t.strict({ category: t.string, count: Count }, 'Attendance')
export interface Attendance extends Readonly<t.TypeOf<typeof Attendance>> {}

export const schedule = {
  meetingId: t.string,
  consultationId: t.string,
  kind: MeetingKind,
  place: t.string,
  startsAt: Instant,
  endsAt: Instant,
  categories: ids,
  scheduledAt: Instant,
}
export const change = { meetingId: t.string, place: t.string, startsAt: Instant, endsAt: Instant, reason: t.string, rescheduledAt: Instant }
export const cancellation = { meetingId: t.string, reason: t.string, cancelledAt: Instant }
export const attendance = { meetingId: t.string, counts: t.readonlyArray(Attendance), recordedBy: t.string, recordedAt: Instant }
export const minutes = { meetingId: t.string, contentRef: t.string, contentHash: t.string, publishedAt: Instant }
export const restitution = { meetingId: t.string, presented: ids, heldAt: Instant }

/** `categories`: those by which attendance will be counted, declared before anybody comes. */
export const MeetingScheduled = t.strict({ type: t.literal('MeetingScheduled'), ...schedule }, 'MeetingScheduled')
export interface MeetingScheduled extends Readonly<t.TypeOf<typeof MeetingScheduled>> {}

const MeetingRescheduled = t.strict({ type: t.literal('MeetingRescheduled'), ...change }, 'MeetingRescheduled')
interface MeetingRescheduled extends Readonly<t.TypeOf<typeof MeetingRescheduled>> {}

const MeetingCancelled = t.strict({ type: t.literal('MeetingCancelled'), ...cancellation }, 'MeetingCancelled')
interface MeetingCancelled extends Readonly<t.TypeOf<typeof MeetingCancelled>> {}

/** How many came, by declared category; a later count takes the place of an earlier one. */
const AttendanceRecorded = t.strict({ type: t.literal('AttendanceRecorded'), ...attendance }, 'AttendanceRecorded')
interface AttendanceRecorded extends Readonly<t.TypeOf<typeof AttendanceRecorded>> {}

/** The minutes stand elsewhere; they may be published anew, and every version keeps its hash here. */
const MinutesPublished = t.strict({ type: t.literal('MinutesPublished'), ...minutes }, 'MinutesPublished')
interface MinutesPublished extends Readonly<t.TypeOf<typeof MinutesPublished>> {}

/** `presented`: the syntheses, decisions and commitments that were given back to the public. */
const RestitutionHeld = t.strict({ type: t.literal('RestitutionHeld'), ...restitution }, 'RestitutionHeld')
interface RestitutionHeld extends Readonly<t.TypeOf<typeof RestitutionHeld>> {}

export type MeetingEvent = MeetingScheduled | MeetingRescheduled | MeetingCancelled | AttendanceRecorded | MinutesPublished | RestitutionHeld

export const meetingEvents = eventCodec<MeetingEvent>({
  MeetingScheduled,
  MeetingRescheduled,
  MeetingCancelled,
  AttendanceRecorded,
  MinutesPublished,
  RestitutionHeld,
})
