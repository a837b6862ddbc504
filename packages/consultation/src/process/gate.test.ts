import { describe, expect, it } from 'vitest'
import { replay } from '@isegoria/kernel'
import { consultation, expectedOfConsultation, gateAt, overdueDuties, timetableOf } from '../index.ts'
import type { Capability, ConsultationEvent } from '../index.ts'
import { chartered, closed, collected, consultationId, drafted, inquiry, may, opened, register, scheduled, work } from './process.fixture.ts'

const gate = (events: ReadonlyArray<ConsultationEvent>, capability: Capability, day: number): string => {
  const found = gateAt(timetableOf(replay(consultation, events)), capability, may(day))
  return found.open ? `${found.phase} v${found.calendarVersion}` : `${found.reason}${found.opensAt === undefined ? '' : ` until ${found.opensAt}`}`
}
const running = [drafted, chartered, scheduled, opened]

describe('a gate', () => {
  it('is open from the opening of a phase on, and shut at its end', () => {
    expect(gate(running, 'contribute', 1)).toBe('register v1')
    expect(gate(running, 'contribute', 30)).toBe('register v1')
    expect(gate(running, 'contribute', 31)).toBe('ended')
    expect(gate(running, 'decide', 2)).toBe(`not-yet until ${may(31)}`)
    expect(gate(running, 'vote', 2)).toBe('no-phase')
  })
  it('is shut before the consultation was opened, even where the calendar says otherwise', () => {
    expect(gate([drafted], 'contribute', 2)).toBe('not-opened')
    expect(gate([drafted, chartered, scheduled], 'contribute', 2)).toBe('not-opened')
    expect(gate([drafted, chartered, scheduled, { ...opened, openedAt: may(3) }], 'contribute', 2)).toBe('not-opened')
  })
  it('goes by the calendar that was in force then, whatever was revised since', () => {
    const phases = [register(20), work(31, 45)]
    const revised: ConsultationEvent = { type: 'CalendarRevised', consultationId, version: 2, phases, reason: 'r', revisedAt: may(10) }
    expect(gate([...running, revised], 'contribute', 9)).toBe('register v1')
    expect(gate([...running, revised], 'contribute', 10)).toBe('register v2')
    expect(gate([...running, revised], 'contribute', 20)).toBe('ended')
    expect(gate([...running], 'contribute', 20)).toBe('register v1')
  })
  it('is shut while the consultation is suspended, and only then', () => {
    const suspended: ConsultationEvent = { type: 'ConsultationSuspended', consultationId, reason: 'a flood', suspendedAt: may(10) }
    const resumed: ConsultationEvent = { type: 'ConsultationResumed', consultationId, reason: 'it is dry', resumedAt: may(15) }
    const days = [9, 10, 14, 15].map((day) => gate([...running, suspended, resumed], 'contribute', day))
    expect(days).toStrictEqual(['register v1', 'suspended', 'suspended', 'register v1'])
    expect(gate([...running, suspended], 'contribute', 30)).toBe('suspended')
  })
  it('of all that collects is shut with the collection, of all but following up with the consultation', () => {
    const longer: ConsultationEvent = { type: 'PhasesSet', consultationId, phases: [register(31), work(31, 60)] }
    const events = [drafted, chartered, longer, opened, collected]
    expect(gate(events, 'contribute', 31)).toBe('collection-closed')
    expect(gate(events, 'answer', 31)).toBe('work v1')
    expect(gate([...events, closed], 'answer', 45)).toBe('closed')
    const reopened: ConsultationEvent = {
      type: 'FollowUpReopened',
      consultationId,
      version: 2,
      phase: 'year-1',
      closesAt: may(75),
      reason: 'r',
      reopenedAt: may(62),
    }
    expect(gate([...events, closed, reopened], 'follow-up', 61)).toBe('no-phase')
    expect(gate([...events, closed, reopened], 'follow-up', 62)).toBe('year-1 v2')
    expect(gate([...events, closed, reopened], 'answer', 62)).toBe('closed')
  })
  it('is shut for good once the consultation is abandoned, and was open before', () => {
    const abandoned: ConsultationEvent = { type: 'ConsultationAbandoned', consultationId, motives: 'sold', abandonedAt: may(10) }
    expect(gate([...running, abandoned], 'contribute', 9)).toBe('register v1')
    expect(gate([...running, abandoned], 'decide', 11)).toBe('abandoned')
  })
  it('of the simple form opens everything at once', () => {
    const simple: ConsultationEvent = { type: 'CalendarSet', consultationId, opensAt: may(1), closesAt: may(31) }
    const capabilities = ['contribute', 'support', 'vote', 'answer', 'decide'] as const
    for (const capability of capabilities) expect(gate([drafted, chartered, simple, opened], capability, 2)).toBe('consultation v1')
  })
})

describe('what is expected of a consultation', () => {
  const expected = (events: ReadonlyArray<ConsultationEvent>): ReadonlyArray<string> =>
    expectedOfConsultation(replay(consultation, events)).map(({ command }) => command)
  it('is what may come next, with what it waits for', () => {
    expect(expected([])).toStrictEqual(['DraftConsultation'])
    expect(expected([drafted])).toContain('PublishCharter')
    const opening = expectedOfConsultation(
      replay(
        consultation,
        inquiry.filter(({ type }) => type !== 'OfficerNamed'),
      ),
    )[0]
    const lacks = [{ rule: 'C. env. L123-4', missing: 'commissioner', count: 1 }]
    expect(opening).toStrictEqual({ command: 'OpenConsultation', by: 'convenor', from: may(1), lacks })
    expect(expected([...running, closed])).toContain('ReopenFollowUp')
  })
  it('shows which duties are late, and by how much', () => {
    const state = replay(consultation, [...inquiry, opened, collected])
    const late = (day: number) => overdueDuties(state, may(day))
    expect(late(39)).toStrictEqual([])
    expect(late(41)).toStrictEqual([{ rule: 'C. env. R123-18', missing: 'days late: minutes', count: 2, by: 'commissioner', isDischarged: false }])
    expect(late(62).map(({ missing }) => missing)).toStrictEqual(['days late: minutes', 'days late: report', 'days late: conclusions'])
  })
})
