import type { ConsultationCommand } from './commands.ts'
import type { ConsultationEvent } from './events.ts'

/** The command that leads to an event of a consultation: all that it says is in the event, so that any log can be decided again. */
export const commandOfConsultation = (event: ConsultationEvent): ConsultationCommand => {
  switch (event.type) {
    case 'ConsultationDrafted':
      return { ...event, type: 'DraftConsultation' }
    case 'RoundLinked':
      return { ...event, type: 'LinkRound' }
    case 'CharterPublished':
      return { ...event, type: 'PublishCharter' }
    case 'CharterAmended': {
      const { version: _, logPosition, amendedAt: at, ...amended } = event
      return { ...amended, type: 'AmendCharter', soFar: { ballots: 0, logPosition }, at }
    }
    case 'DepartmentEngaged':
      return { ...event, type: 'EngageDepartment' }
    case 'OfficerNamed':
      return { ...event, type: 'NameOfficer' }
    case 'InformationPublished': {
      const { publishedAt: at, ...published } = event
      return { ...published, type: 'PublishInformation', at }
    }
    case 'CalendarSet':
      return { ...event, type: 'SetCalendar' }
    case 'PhasesSet':
      return { ...event, type: 'SetPhases' }
    case 'CalendarRevised': {
      const { version: _, revisedAt: at, ...revised } = event
      return { ...revised, type: 'ReviseCalendar', at }
    }
    case 'ConsultationOpened':
      return { type: 'OpenConsultation', consultationId: event.consultationId, at: event.openedAt }
    case 'ConsultationSuspended':
      return { type: 'SuspendConsultation', consultationId: event.consultationId, reason: event.reason, at: event.suspendedAt }
    case 'ConsultationResumed':
      return { type: 'ResumeConsultation', consultationId: event.consultationId, reason: event.reason, at: event.resumedAt }
    case 'CollectionClosed':
      return { type: 'CloseCollection', consultationId: event.consultationId, at: event.closedAt }
    case 'DutyDischarged': {
      const { dischargedAt: at, ...discharged } = event
      return { ...discharged, type: 'DischargeDuty', at }
    }
    case 'ReturnPublished': {
      const { publishedAt: at, ...published } = event
      return { ...published, type: 'PublishReturn', at }
    }
    case 'ConsultationClosed': {
      const { closedAt: at, ...closed } = event
      return { ...closed, type: 'CloseConsultation', at }
    }
    case 'ConsultationAbandoned':
      return { type: 'AbandonConsultation', consultationId: event.consultationId, motives: event.motives, at: event.abandonedAt }
    case 'FollowUpReopened': {
      const { version: _, reopenedAt: at, ...reopened } = event
      return { ...reopened, type: 'ReopenFollowUp', at }
    }
  }
}
