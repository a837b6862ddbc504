import { describe, it } from 'vitest'
import { instant } from '@isegoria/kernel'
import { specify } from '@isegoria/testing'
import { consultation } from '../index.ts'
import type { ConsultationEvent, ConsultationRejection, Phase } from '../index.ts'
import type { CalendarRevised } from './events.ts'
import { chartered, collected, consultationId, drafted, inquiry, may, opened, register, scheduled, work } from './process.fixture.ts'

const given = specify(consultation)
const running = [drafted, chartered, scheduled, opened]
const runningInquiry = [...inquiry, opened]
const revise = { type: 'ReviseCalendar', consultationId, reason: 'a storm', at: may(10) } as const
const revised = (phases: ReadonlyArray<Phase>): CalendarRevised => ({
  type: 'CalendarRevised',
  consultationId,
  version: 2,
  phases,
  reason: 'a storm',
  revisedAt: may(10),
})

describe('I2: the phases of a calendar', () => {
  const refusing = (phases: ReadonlyArray<Phase>, rejection: ConsultationRejection): void => {
    given(drafted, chartered).when({ type: 'SetPhases', consultationId, phases }).thenRejected(rejection)
  }
  it('stand in order, and no two let the same be done at once', () => {
    refusing([work(31, 45), register(31)], { type: 'PhasesOutOfOrder', rule: 'I2', phase: 'register', after: 'work' })
    refusing([register(31), { ...register(35), id: 'more', opensAt: may(30) }], {
      type: 'PhasesOverlap',
      rule: 'I2',
      phases: ['register', 'more'],
      capability: 'inform',
    })
    given(drafted, chartered)
      .when({ type: 'SetPhases', consultationId, phases: [register(31), work(31, 45)] })
      .then(scheduled)
  })
  it('of different things may overlap', () => {
    const phases = [register(31), work(5, 45)]
    given(drafted, chartered).when({ type: 'SetPhases', consultationId, phases }).then({ type: 'PhasesSet', consultationId, phases })
  })
  it('have a name, an end after their start and something to do', () => {
    refusing([], { type: 'PhasesMissing', rule: 'I1' })
    refusing([{ ...register(31), id: ' ' }], { type: 'PhaseNameMissing', rule: 'I2', place: 0 })
    refusing([register(1)], { type: 'PhaseEndsBeforeItStarts', rule: 'I2', phase: 'register' })
    refusing([{ ...register(31), capabilities: [] }], { type: 'PhaseWithoutCapability', rule: 'I2', phase: 'register' })
    refusing([register(31), { ...work(31, 45), id: 'register' }], { type: 'PhaseNamedTwice', rule: 'I2', phase: 'register' })
    refusing([{ ...register(31), capabilities: ['follow-up'] }], { type: 'NothingBeforeFollowUp', rule: 'I1' })
  })
  it('last as long as the legal profile asks, and are announced in time', () => {
    const announcedAt = instant('2026-04-20T08:00:00Z')
    const command = { type: 'SetPhases', consultationId, phases: [register(21)], announcedAt } as const
    given(...inquiry.slice(0, -1))
      .when(command)
      .thenRejected({
        type: 'ProfileBreached',
        profile: 'public-inquiry',
        faults: [
          { type: 'NoticeTooShort', rule: 'C. env. L123-10', missing: 'days of notice', count: 4 },
          { type: 'PhaseTooShort', rule: 'C. env. L123-9', phase: 'register', missing: 'days to contribute', count: 10 },
        ],
      })
    given(...inquiry.slice(0, -1))
      .when({ ...command, phases: [register(31)], announcedAt: instant('2026-04-16T08:00:00Z') })
      .then({ type: 'PhasesSet', consultationId, phases: [register(31)], announcedAt: instant('2026-04-16T08:00:00Z') })
  })
})

describe('I3: a calendar is revised', () => {
  it('with a reason, into a new version', () => {
    const phases = [register(35), work(35, 50)]
    given(...running)
      .when({ ...revise, phases })
      .then(revised(phases))
    given(...running, revised(phases))
      .when({ ...revise, phases })
      .thenNothing()
    given(...running)
      .when({ ...revise, phases, reason: '' })
      .thenRejected({ type: 'ReasonMissing', of: 'CalendarRevised' })
  })
  it('never so that a running phase is shorter than the legal minimum', () => {
    given(...runningInquiry)
      .when({ ...revise, phases: [register(25), work(31, 45)] })
      .thenRejected({
        type: 'ProfileBreached',
        profile: 'public-inquiry',
        faults: [{ type: 'PhaseTooShort', rule: 'C. env. L123-9', phase: 'register', missing: 'days to contribute', count: 6 }],
      })
    given(...runningInquiry)
      .when({ ...revise, phases: [register(40), work(40, 45)] })
      .then(revised([register(40), work(40, 45)]))
  })
  it('never so that a close is moved into the past', () => {
    given(...running)
      .when({ ...revise, phases: [register(9), work(31, 45)] })
      .thenRejected({ type: 'CloseMovedIntoPast', rule: 'I3', phase: 'register', closesAt: may(9), at: may(10) })
    given(...running)
      .when({ ...revise, phases: [register(10), work(31, 45)] })
      .then(revised([register(10), work(31, 45)]))
  })
  it('never so that what has started is otherwise, or was there before', () => {
    given(...running)
      .when({ ...revise, phases: [work(31, 45)] })
      .thenRejected({ type: 'StartedPhaseRemoved', rule: 'I3', phase: 'register' })
    given(...running)
      .when({ ...revise, phases: [{ ...register(31), capabilities: ['contribute'] }, work(31, 45)] })
      .thenRejected({ type: 'StartedPhaseChanged', rule: 'I3', phase: 'register' })
    given(...running)
      .when({ ...revise, phases: [register(31), { ...work(9, 45), id: 'support' }] })
      .thenRejected({ type: 'OpeningInPast', rule: 'I3', phase: 'support', opensAt: may(9), at: may(10) })
  })
  it('so that a suspension is made up for, and not less', () => {
    const suspended: ConsultationEvent = { type: 'ConsultationSuspended', consultationId, reason: 'a flood', suspendedAt: may(5) }
    given(...runningInquiry, suspended)
      .when({ ...revise, phases: [register(36), work(36, 45)] })
      .then(revised([register(36), work(36, 45)]))
    given(...runningInquiry, suspended)
      .when({ ...revise, phases: [register(34), work(36, 45)] })
      .thenRejected({
        type: 'ProfileBreached',
        profile: 'public-inquiry',
        faults: [{ type: 'PhaseTooShort', rule: 'C. env. L123-9', phase: 'register', missing: 'days to contribute', count: 2 }],
      })
  })
  it('freely before the opening, save that no end lies in the past', () => {
    const phases = [{ ...register(45), id: 'other', opensAt: may(12) }]
    given(drafted, chartered, scheduled)
      .when({ ...revise, phases })
      .then(revised(phases))
  })
  it('but collects nothing more once the collection is closed', () => {
    given(...running, collected)
      .when({ ...revise, at: may(32), phases: [register(40), work(31, 45)] })
      .thenRejected({ type: 'CollectionIsClosed', rule: 'I3', phase: 'register' })
    given(...running, collected)
      .when({ ...revise, at: may(32), phases: [register(31), work(31, 60)] })
      .then({ ...revised([register(31), work(31, 60)]), revisedAt: may(32) })
  })
})
