import { instant } from '@isegoria/kernel'
import type { Instant } from '@isegoria/kernel'
import { legalProfiles } from '../index.ts'
import type { ConsultationEvent, LegalProfile, Phase } from '../index.ts'
import type { ConsultationClosed, ConsultationOpened } from './events.ts'

export const consultationId = 'c-1'

/** Eight in the morning of a day of May 2026; past the 31st, of the months after it. */
export const may = (day: number): Instant => {
  const [month, date] = day <= 31 ? ['05', day] : day <= 61 ? ['06', day - 31] : ['07', day - 61]
  return instant(`2026-${month}-${`${date}`.padStart(2, '0')}T08:00:00Z`)
}

export const charter = {
  question: 'Which square?',
  purpose: 'consult',
  citizenRole: 'co-producer',
  placeOfCitizens: 'advice',
  commitment: 'Every proposal is answered.',
} as const

export const profileOf = (id: string): LegalProfile => {
  const found = legalProfiles.find((one) => one.id === id)
  if (found === undefined) throw new RangeError(`no profile ${id}`)
  return found
}

export const register = (closes: number): Phase => ({
  id: 'register',
  capabilities: ['inform', 'contribute'],
  opensAt: may(1),
  closesAt: may(closes),
})
export const work = (opens: number, closes: number): Phase => ({
  id: 'work',
  capabilities: ['synthesise', 'answer', 'decide'],
  opensAt: may(opens),
  closesAt: may(closes),
})

export const drafted: ConsultationEvent = { type: 'ConsultationDrafted', consultationId, title: 'The square', convenor: 'Little Aubel' }
export const chartered: ConsultationEvent = { type: 'CharterPublished', consultationId, ...charter }
export const scheduled: ConsultationEvent = { type: 'PhasesSet', consultationId, phases: [register(31), work(31, 45)] }
export const opened: ConsultationOpened = { type: 'ConsultationOpened', consultationId, openedAt: may(1) }
export const collected: ConsultationEvent = { type: 'CollectionClosed', consultationId, closedAt: may(31) }
export const closed: ConsultationClosed = { type: 'ConsultationClosed', consultationId, closedAt: may(45) }

/** A public inquiry that has its commissioner, its file and thirty days. */
export const inquiry: ReadonlyArray<ConsultationEvent> = [
  drafted,
  { type: 'CharterPublished', consultationId, ...charter, legalProfile: profileOf('public-inquiry') },
  { type: 'OfficerNamed', consultationId, office: 'commissioner', officer: 'commissioner-7' },
  { type: 'InformationPublished', consultationId, contentRef: 'file', contentHash: '0a', publishedAt: instant('2026-04-01T08:00:00Z') },
  { type: 'PhasesSet', consultationId, phases: [register(31), work(31, 45)], announcedAt: instant('2026-04-01T08:00:00Z') },
]
