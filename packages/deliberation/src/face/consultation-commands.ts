import type { ConsultationCommand } from '@isegoria/consultation'
import { shapedCommands } from './fields.ts'

const id = { consultationId: 'text' } as const
const timed = { ...id, at: 'instant' } as const

/** Decodes a command to a consultation where it comes in. */
export const consultationCommands = shapedCommands<ConsultationCommand>({
  DraftConsultation: { ...id, title: 'text', convenor: 'text' },
  LinkRound: { ...id, previous: 'text' },
  PublishCharter: {
    ...id,
    question: 'text',
    purpose: 'text?',
    citizenRole: 'text?',
    placeOfCitizens: 'text?',
    commitment: 'text',
    languages: 'list?',
    legalProfile: 'record?',
    requires: 'list?',
    duties: 'list?',
  },
  AmendCharter: { ...timed, changes: 'record', reason: 'text', soFar: 'record' },
  EngageDepartment: { ...id, department: 'text', stages: 'list' },
  NameOfficer: { ...id, office: 'text', officer: 'text' },
  PublishInformation: { ...timed, contentRef: 'text', contentHash: 'text' },
  SetCalendar: { ...id, opensAt: 'instant', closesAt: 'instant' },
  SetPhases: { ...id, phases: 'list', announcedAt: 'instant?' },
  ReviseCalendar: { ...timed, phases: 'list', reason: 'text', announcedAt: 'instant?' },
  OpenConsultation: timed,
  SuspendConsultation: { ...timed, reason: 'text' },
  ResumeConsultation: { ...timed, reason: 'text' },
  CloseCollection: timed,
  DischargeDuty: { ...timed, duty: 'text', by: 'text', contentRef: 'text', contentHash: 'text' },
  PublishReturn: { ...timed, form: 'text', contentRef: 'text', contentHash: 'text' },
  CloseConsultation: { ...timed, certificate: 'record?', synthesisId: 'text?', conclusion: 'record?' },
  AbandonConsultation: { ...timed, motives: 'text' },
  ReopenFollowUp: { ...timed, phase: 'text', closesAt: 'instant', reason: 'text' },
})
