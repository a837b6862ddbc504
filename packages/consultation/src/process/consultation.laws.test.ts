import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant, isBefore } from '@isegoria/kernel'
import { livedThrough } from '@isegoria/testing'
import { consultation, consultationEvents } from '../index.ts'
import type { ConsultationCommand } from '../index.ts'

/** Days and fractions of a second at which orders by text and by time could differ. */
const moment = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('00Z', '00.000Z', '00.001Z', '01Z'))
  .map(([day, seconds]) => instant(`2026-03-0${day}T08:00:${seconds}`))

const consultationId = 'c-1'
const command: fc.Arbitrary<ConsultationCommand> = fc.oneof(
  fc.string().map((title): ConsultationCommand => ({ type: 'DraftConsultation', consultationId, title, convenor: 'Town' })),
  fc.constantFrom('inform', 'consult', 'co-design', 'decide').map((purpose): ConsultationCommand => ({
    type: 'PublishCharter',
    consultationId,
    question: 'Which?',
    purpose,
    citizenRole: 'sensor',
    placeOfCitizens: 'advice',
    commitment: '',
  })),
  fc.tuple(moment, moment).map(([opensAt, closesAt]): ConsultationCommand => ({ type: 'SetCalendar', consultationId, opensAt, closesAt })),
  moment.map((at): ConsultationCommand => ({ type: 'OpenConsultation', consultationId, at })),
  moment.map((at): ConsultationCommand => ({ type: 'CloseConsultation', consultationId, at })),
)

const stages = ['ConsultationDrafted', 'CharterPublished', 'CalendarSet', 'ConsultationOpened', 'ConsultationClosed']

describe('a consultation, whatever is asked of it', () => {
  it('obeys the laws of a decider, and takes each stage once, in order and in time', () => {
    let closed = 0
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40, size: 'max' }), (commands) => {
        const { events, breach } = livedThrough(consultation, consultationEvents, commands)
        expect(breach).toBeUndefined()
        expect(events.map(({ type }) => type)).toStrictEqual(stages.slice(0, events.length))
        const calendar = events.find((event) => event.type === 'CalendarSet')
        for (const event of events) {
          if (event.type === 'ConsultationClosed') closed++
          if (calendar === undefined) continue
          expect(isBefore(calendar.opensAt, calendar.closesAt)).toBe(true)
          if (event.type === 'ConsultationOpened') expect(isBefore(event.openedAt, calendar.opensAt)).toBe(false)
          if (event.type === 'ConsultationClosed') expect(isBefore(event.closedAt, calendar.closesAt)).toBe(false)
        }
      }),
      { numRuns: 1000 },
    )
    expect(closed).toBeGreaterThan(20)
  })
})
