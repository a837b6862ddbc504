import { E, isBefore } from '@isegoria/kernel'
import { currentCalendar, opensAtOf } from './calendar.ts'
import type { ConsultationCommand, DraftConsultation, OpenConsultation, ResumeConsultation, SuspendConsultation } from './commands.ts'
import { reopenFollowUp, reviseCalendar, setCalendar, setPhases, unlawful } from './decide-calendar.ts'
import { amendCharter, engageDepartment, linkRound, nameOfficer, publishCharter, publishInformation } from './decide-charter.ts'
import { abandon, close, closeCollection, dischargeDuty, publishReturn } from './decide-closing.ts'
import { early, happened, nothing, notInStage, reasonless, unless } from './decision.ts'
import type { Decision } from './decision.ts'
import { lacksOfOpening } from './duties.ts'
import type { ConsultationState } from './state.ts'

const draft = (command: DraftConsultation, state: ConsultationState): Decision =>
  state.status === 'NotDrafted' ? happened({ ...command, type: 'ConsultationDrafted' }) : E.left({ type: 'ConsultationAlreadyDrafted' })

const open = ({ consultationId, at }: OpenConsultation, state: ConsultationState): Decision => {
  if (state.status === 'Open') return nothing
  if (state.status !== 'Scheduled') return notInStage('Scheduled', state)
  const { charter, timetable } = state
  const calendar = currentCalendar(timetable)
  const opensAt = opensAtOf(calendar)
  if (opensAt !== undefined && isBefore(at, opensAt)) return E.left({ type: 'ConsultationNotYetDue', opensAt, at })
  const lacks = lacksOfOpening(state)
  if (lacks.length > 0) return E.left({ type: 'NotReadyToOpen', lacks })
  const fault = early(at, state) ?? unlawful(charter, calendar, { suspensions: [], openedAt: at })
  return unless(fault, () => ({ type: 'ConsultationOpened', consultationId, openedAt: at }))
}

const suspend = ({ consultationId, reason, at }: SuspendConsultation, state: ConsultationState): Decision => {
  if (state.status === 'Suspended') return nothing
  if (state.status !== 'Open') return notInStage('Open', state)
  const fault = reasonless('ConsultationSuspended', reason) ?? early(at, state)
  return unless(fault, () => ({ type: 'ConsultationSuspended', consultationId, reason, suspendedAt: at }))
}

const resume = ({ consultationId, reason, at }: ResumeConsultation, state: ConsultationState): Decision => {
  if (state.status === 'Open') return nothing
  if (state.status !== 'Suspended') return notInStage('Suspended', state)
  const fault = reasonless('ConsultationResumed', reason) ?? early(at, state)
  return unless(fault, () => ({ type: 'ConsultationResumed', consultationId, reason, resumedAt: at }))
}

export const decide = (command: ConsultationCommand, state: ConsultationState): Decision => {
  switch (command.type) {
    case 'DraftConsultation':
      return draft(command, state)
    case 'LinkRound':
      return linkRound(command, state)
    case 'PublishCharter':
      return publishCharter(command, state)
    case 'AmendCharter':
      return amendCharter(command, state)
    case 'EngageDepartment':
      return engageDepartment(command, state)
    case 'NameOfficer':
      return nameOfficer(command, state)
    case 'PublishInformation':
      return publishInformation(command, state)
    case 'SetCalendar':
      return setCalendar(command, state)
    case 'SetPhases':
      return setPhases(command, state)
    case 'ReviseCalendar':
      return reviseCalendar(command, state)
    case 'OpenConsultation':
      return open(command, state)
    case 'SuspendConsultation':
      return suspend(command, state)
    case 'ResumeConsultation':
      return resume(command, state)
    case 'CloseCollection':
      return closeCollection(command, state)
    case 'DischargeDuty':
      return dischargeDuty(command, state)
    case 'PublishReturn':
      return publishReturn(command, state)
    case 'CloseConsultation':
      return close(command, state)
    case 'AbandonConsultation':
      return abandon(command, state)
    case 'ReopenFollowUp':
      return reopenFollowUp(command, state)
  }
}
