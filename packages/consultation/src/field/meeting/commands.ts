import * as t from 'io-ts'
import { eventCodec } from '@isegoria/kernel'
import { attendance, cancellation, change, minutes, restitution, schedule } from './events.ts'

const ScheduleMeeting = t.strict({ type: t.literal('ScheduleMeeting'), ...schedule }, 'ScheduleMeeting')
export interface ScheduleMeeting extends Readonly<t.TypeOf<typeof ScheduleMeeting>> {}

const RescheduleMeeting = t.strict({ type: t.literal('RescheduleMeeting'), ...change }, 'RescheduleMeeting')
export interface RescheduleMeeting extends Readonly<t.TypeOf<typeof RescheduleMeeting>> {}

const CancelMeeting = t.strict({ type: t.literal('CancelMeeting'), ...cancellation }, 'CancelMeeting')
interface CancelMeeting extends Readonly<t.TypeOf<typeof CancelMeeting>> {}

const RecordAttendance = t.strict({ type: t.literal('RecordAttendance'), ...attendance }, 'RecordAttendance')
export interface RecordAttendance extends Readonly<t.TypeOf<typeof RecordAttendance>> {}

const PublishMinutes = t.strict({ type: t.literal('PublishMinutes'), ...minutes }, 'PublishMinutes')
interface PublishMinutes extends Readonly<t.TypeOf<typeof PublishMinutes>> {}

const HoldRestitution = t.strict({ type: t.literal('HoldRestitution'), ...restitution }, 'HoldRestitution')
export interface HoldRestitution extends Readonly<t.TypeOf<typeof HoldRestitution>> {}

export type MeetingCommand = ScheduleMeeting | RescheduleMeeting | CancelMeeting | RecordAttendance | PublishMinutes | HoldRestitution

/** Decodes a command where it comes in. */
export const meetingCommands = eventCodec<MeetingCommand>({
  ScheduleMeeting,
  RescheduleMeeting,
  CancelMeeting,
  RecordAttendance,
  PublishMinutes,
  HoldRestitution,
})
