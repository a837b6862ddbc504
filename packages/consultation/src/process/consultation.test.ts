import { describe, it } from 'vitest'
import { instant } from '@isegoria/kernel'
import { specify } from '@isegoria/testing'
import { consultation } from '../index.ts'
import type { ConsultationEvent } from '../index.ts'

const given = specify(consultation)
const consultationId = 'c-1'
const [opensAt, closesAt] = [instant('2026-03-01T08:00:00Z'), instant('2026-03-31T18:00:00Z')]
const charter = {
  question: 'Which projects?',
  purpose: 'decide',
  citizenRole: 'co-producer',
  placeOfCitizens: 'direct-impact',
  commitment: 'Funded.',
} as const

const drafted: ConsultationEvent = { type: 'ConsultationDrafted', consultationId, title: 'Budget 2026', convenor: 'Town' }
const chartered: ConsultationEvent = { type: 'CharterPublished', consultationId, ...charter }
const scheduled: ConsultationEvent = { type: 'CalendarSet', consultationId, opensAt, closesAt }
const opened: ConsultationEvent = { type: 'ConsultationOpened', consultationId, openedAt: opensAt }
const closed: ConsultationEvent = { type: 'ConsultationClosed', consultationId, closedAt: closesAt }

describe('a consultation', () => {
  it('goes from draft to closing, one stage after another', () => {
    given().when({ type: 'DraftConsultation', consultationId, title: 'Budget 2026', convenor: 'Town' }).then(drafted)
    given(drafted)
      .when({ type: 'PublishCharter', consultationId, ...charter })
      .then(chartered)
    given(drafted, chartered).when({ type: 'SetCalendar', consultationId, opensAt, closesAt }).then(scheduled)
    given(drafted, chartered, scheduled).when({ type: 'OpenConsultation', consultationId, at: opensAt }).then(opened)
    given(drafted, chartered, scheduled, opened).when({ type: 'CloseConsultation', consultationId, at: closesAt }).then(closed)
  })
  it('cannot open without a charter and a calendar', () => {
    given(drafted)
      .when({ type: 'OpenConsultation', consultationId, at: opensAt })
      .thenRejected({ type: 'ConsultationNotInStage', needs: 'Scheduled', status: 'Drafted' })
  })
  it('cannot be drafted twice', () => {
    given(drafted).when({ type: 'DraftConsultation', consultationId, title: 'x', convenor: 'y' }).thenRejected({ type: 'ConsultationAlreadyDrafted' })
  })
  it('cannot end before it starts', () => {
    given(drafted, chartered)
      .when({ type: 'SetCalendar', consultationId, opensAt: closesAt, closesAt: opensAt })
      .thenRejected({ type: 'CalendarEndsBeforeItStarts', opensAt: closesAt, closesAt: opensAt })
  })
  it('neither opens nor closes before its time', () => {
    const early = instant('2026-02-28T23:59:59Z')
    given(drafted, chartered, scheduled)
      .when({ type: 'OpenConsultation', consultationId, at: early })
      .thenRejected({ type: 'ConsultationNotYetDue', opensAt, at: early })
    given(drafted, chartered, scheduled, opened)
      .when({ type: 'CloseConsultation', consultationId, at: opensAt })
      .thenRejected({ type: 'ConsultationStillRunning', closesAt, at: opensAt })
  })
  it('is opened or closed once: asking again changes nothing', () => {
    given(drafted, chartered, scheduled, opened).when({ type: 'OpenConsultation', consultationId, at: opensAt }).thenNothing()
    given(drafted, chartered, scheduled, opened, closed).when({ type: 'CloseConsultation', consultationId, at: closesAt }).thenNothing()
  })
})
