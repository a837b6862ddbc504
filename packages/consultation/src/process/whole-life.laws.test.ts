import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText, E, isBefore, replay } from '@isegoria/kernel'
import type { Instant } from '@isegoria/kernel'
import { livedThrough } from '@isegoria/testing'
import { commandOfConsultation, consultation, consultationEvents, gateAt, timetableOf } from '../index.ts'
import type { Capability, ConsultationCommand, ConsultationEvent } from '../index.ts'
import { charter, consultationId, inquiry, may, register, work } from './process.fixture.ts'

const reason = fc.constantFrom('', 'a flood', 'a storm', 'a strike')
const days = fc.integer({ min: 1, max: 70 })
const content = { contentRef: 'file', contentHash: '0b' }

type Later = (at: Instant) => ConsultationCommand
const phases = fc.tuple(days, days, days).map(([first, second, third]) => [register(first), work(second, third)])
const certificate = fc.constantFrom(
  {},
  { certificate: { logPosition: 9, total: 3, covered: 3, hash: '0a' } },
  { certificate: { logPosition: 9, total: 3, covered: 2, hash: '0a' } },
)

/** What may be asked of a consultation, once it is known when. */
const later: fc.Arbitrary<Later> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(phases, reason).map(([given, why]): Later => (at) => ({
      type: 'ReviseCalendar',
      consultationId,
      phases: given,
      reason: why,
      at,
    })),
  },
  {
    weight: 2,
    arbitrary: reason.map((why): Later => (at) => ({ type: 'SuspendConsultation', consultationId, reason: why, at })),
  },
  {
    weight: 3,
    arbitrary: reason.map((why): Later => (at) => ({ type: 'ResumeConsultation', consultationId, reason: why, at })),
  },
  fc.constant<Later>((at) => ({ type: 'CloseCollection', consultationId, at })),
  fc.constant<Later>((at) => ({ type: 'PublishReturn', consultationId, form: 'meeting', ...content, at })),
  fc.constant<Later>((at) => ({ type: 'PublishInformation', consultationId, ...content, at })),
  fc.constantFrom('minutes', 'owner-reply', 'report', 'conclusions').map((duty): Later => (at) => ({
    type: 'DischargeDuty',
    consultationId,
    duty,
    by: 'commissioner',
    ...content,
    at,
  })),
  {
    weight: 5,
    arbitrary: certificate.map((given): Later => (at) => ({ type: 'CloseConsultation', consultationId, ...given, at })),
  },
  fc.tuple(fc.nat(1), reason).map(([ballots, why]): Later => (at) => ({
    type: 'AmendCharter',
    consultationId,
    changes: { question: why },
    reason: why,
    soFar: { ballots, logPosition: 5 },
    at,
  })),
  {
    weight: 4,
    arbitrary: fc.tuple(fc.integer({ min: 60, max: 90 }), reason).map(([day, why]): Later => (at) => ({
      type: 'ReopenFollowUp',
      consultationId,
      phase: `after-${day}`,
      closesAt: may(day),
      reason: why,
      at,
    })),
  },
  fc.constantFrom('', '', '', 'sold').map(
    (motives): Later =>
      (at) =>
        motives === '' ? { type: 'OpenConsultation', consultationId, at } : { type: 'AbandonConsultation', consultationId, motives, at },
  ),
)

const start: ReadonlyArray<ConsultationCommand> = [
  { type: 'DraftConsultation', consultationId, title: 'The square', convenor: 'Little Aubel' },
  { type: 'LinkRound', consultationId, previous: 'c-0' },
  { type: 'EngageDepartment', consultationId, department: 'roads', stages: ['design'] },
  { type: 'PublishCharter', consultationId, ...charter },
  { type: 'SetPhases', consultationId, phases: [register(20), work(20, 40)] },
]

/** A life in the order of time, most of them opened at once; an inquiry every second time. */
const life = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(days, later), { maxLength: 30, size: 'max' }))
  .map(([isInquiry, moments]): ReadonlyArray<ConsultationCommand> => {
    const begun = isInquiry ? inquiry.map(commandOfConsultation) : start
    const asked = moments.toSorted(([left], [right]) => left - right).map(([day, ask]) => ask(may(day)))
    return [...begun, { type: 'OpenConsultation', consultationId, at: may(1) }, ...asked]
  })

const timeOf = (event: ConsultationEvent): Instant | undefined => {
  const command = commandOfConsultation(event)
  return 'at' in command ? command.at : undefined
}
const capabilities: ReadonlyArray<Capability> = ['contribute', 'answer', 'follow-up']

describe('the whole life of a consultation', () => {
  it('obeys the laws of a decider, and can be decided again from its events alone', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(life, (commands) => {
        const { events, breach } = livedThrough(consultation, consultationEvents, commands)
        expect(breach).toBeUndefined()
        let state = consultation.initialState
        for (const event of events) {
          seen.add(event.type)
          const again = consultation.decide(commandOfConsultation(event), state)
          expect(E.isRight(again) && canonicalText(again.right)).toBe(canonicalText([event]))
          state = consultation.evolve(state, event)
        }
      }),
      { numRuns: 300 },
    )
    expect(consultationEvents.types.filter((type) => !seen.has(type))).toStrictEqual(['CalendarSet'])
  })
  it('P8: answers what was allowed at a moment as it was answered then, whatever came later', () => {
    fc.assert(
      fc.property(life, days, (commands, day) => {
        const { events } = livedThrough(consultation, consultationEvents, commands)
        const at = may(day)
        const after = events.findIndex((event) => {
          const time = timeOf(event)
          return time !== undefined && isBefore(at, time)
        })
        const before = after < 0 ? events : events.slice(0, after)
        const gateIn = (log: ReadonlyArray<ConsultationEvent>, capability: Capability) =>
          gateAt(timetableOf(replay(consultation, log)), capability, at)
        for (const capability of capabilities) {
          const [then, now] = [gateIn(before, capability), gateIn(events, capability)]
          expect(now.open).toBe(then.open)
          if (then.open) expect(now).toStrictEqual(then)
        }
      }),
      { numRuns: 300 },
    )
  })
})
