import type { MeetingCommand } from './commands.ts'
import type { MeetingEvent } from './events.ts'

/** The command that leads to an event: all that it says is in the event, so that any log can be decided again. */
export const commandOfMeeting = (event: MeetingEvent): MeetingCommand => {
  switch (event.type) {
    case 'MeetingScheduled':
      return { ...event, type: 'ScheduleMeeting' }
    case 'MeetingRescheduled':
      return { ...event, type: 'RescheduleMeeting' }
    case 'MeetingCancelled':
      return { ...event, type: 'CancelMeeting' }
    case 'AttendanceRecorded':
      return { ...event, type: 'RecordAttendance' }
    case 'MinutesPublished':
      return { ...event, type: 'PublishMinutes' }
    case 'RestitutionHeld':
      return { ...event, type: 'HoldRestitution' }
  }
}
