import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '@isegoria/kernel'
import { specify } from '@isegoria/testing'
import { heldToLaws } from '../../answers/held-to-laws.fixture.ts'
import { commandOfMeeting } from './command-of.ts'
import { meetingCommands } from './commands.ts'
import type { MeetingCommand } from './commands.ts'
import { meetingEvents } from './events.ts'
import type { MeetingEvent } from './events.ts'
import { expectedOfMeeting, meeting } from './meeting.ts'

const given = specify(meeting)
const day = (number: number) => instant(`2026-06-0${number}T18:00:00Z`)
const meetingId = 'e-1'
const scheduled: MeetingEvent = {
  type: 'MeetingScheduled',
  meetingId,
  consultationId: 'c-1',
  kind: 'workshop',
  place: 'the school',
  startsAt: day(4),
  endsAt: instant('2026-06-04T20:00:00Z'),
  categories: ['residents', 'traders'],
  scheduledAt: day(1),
}
const schedule = { ...scheduled, type: 'ScheduleMeeting' } as const
const moved: MeetingEvent = {
  type: 'MeetingRescheduled',
  meetingId,
  place: 'the hall',
  startsAt: day(5),
  endsAt: day(6),
  reason: 'no room',
  rescheduledAt: day(2),
}
const move = { ...moved, type: 'RescheduleMeeting' } as const
const cancelled: MeetingEvent = { type: 'MeetingCancelled', meetingId, reason: 'a storm', cancelledAt: day(3) }
const cancel = { ...cancelled, type: 'CancelMeeting' } as const
const attended: MeetingEvent = {
  type: 'AttendanceRecorded',
  meetingId,
  counts: [{ category: 'residents', count: 31 }],
  recordedBy: 'facilitator',
  recordedAt: day(4),
}
const record = { ...attended, type: 'RecordAttendance' } as const
const minuted: MeetingEvent = { type: 'MinutesPublished', meetingId, contentRef: 'minutes/e-1', contentHash: 'h-1', publishedAt: day(6) }
const publish = { ...minuted, type: 'PublishMinutes' } as const
const returned: MeetingEvent = { type: 'RestitutionHeld', meetingId, presented: ['synthesis s-1'], heldAt: day(4) }
const giveBack = { ...returned, type: 'HoldRestitution' } as const

describe('a meeting', () => {
  it('is scheduled ahead, with a place, and ends after it starts', () => {
    given().when(schedule).then(scheduled)
    given(scheduled).when(schedule).thenNothing()
    given(scheduled)
      .when({ ...schedule, place: 'the park' })
      .thenRejected({ type: 'MeetingAlreadyScheduled' })
    given()
      .when({ ...schedule, endsAt: day(4) })
      .thenRejected({ type: 'MeetingEndsBeforeItStarts', startsAt: day(4), endsAt: day(4) })
    given()
      .when({ ...schedule, scheduledAt: day(4) })
      .thenRejected({ type: 'MeetingInThePast', startsAt: day(4), at: day(4) })
    given()
      .when({ ...schedule, place: '' })
      .thenRejected({ type: 'WordsMissing', of: 'MeetingScheduled', field: 'place' })
  })
  it('is moved or cancelled with a reason, before it was held', () => {
    given(scheduled).when(move).then(moved)
    given(scheduled, moved).when(move).thenNothing()
    given(scheduled)
      .when({ ...move, reason: '' })
      .thenRejected({ type: 'WordsMissing', of: 'MeetingRescheduled', field: 'reason' })
    given(scheduled).when(cancel).then(cancelled)
    given(scheduled, cancelled).when(cancel).thenNothing()
    given(scheduled)
      .when({ ...cancel, reason: '' })
      .thenRejected({ type: 'WordsMissing', of: 'MeetingCancelled', field: 'reason' })
    given(scheduled, attended).when(cancel).thenRejected({ type: 'MeetingAlreadyHeld' })
    given(scheduled, cancelled).when(record).thenRejected({ type: 'MeetingNotScheduled', status: 'Cancelled' })
  })
  it('counts who came by declared category, and names nobody', () => {
    given(scheduled).when(record).then(attended)
    given(scheduled, attended).when(record).thenNothing()
    given(scheduled)
      .when({ ...record, counts: [{ category: 'Mrs Weber', count: 1 }] })
      .thenRejected({ type: 'CategoryNotDeclared', category: 'Mrs Weber', declared: ['residents', 'traders'] })
    given(scheduled)
      .when({ ...record, counts: [...record.counts, ...record.counts] })
      .thenRejected({ type: 'CategoryRepeated', category: 'residents' })
    given(scheduled)
      .when({ ...record, recordedAt: day(3) })
      .thenRejected({ type: 'MeetingNotYetHeld', startsAt: day(4), at: day(3) })
  })
  it('has minutes, of which every version keeps its hash', () => {
    given(scheduled).when(publish).then(minuted)
    given(scheduled, minuted).when(publish).thenNothing()
    given(scheduled, minuted)
      .when({ ...publish, contentHash: 'h-2' })
      .then({ ...minuted, contentHash: 'h-2' })
  })
  it('of restitution gives something back to the public, once', () => {
    const restitution: MeetingEvent = { ...scheduled, kind: 'restitution' }
    given(restitution).when(giveBack).then(returned)
    given(restitution, returned).when(giveBack).thenNothing()
    given(restitution, returned)
      .when({ ...giveBack, presented: ['decision d-1'] })
      .thenRejected({ type: 'RestitutionAlreadyHeld' })
    given(restitution)
      .when({ ...giveBack, presented: [] })
      .thenRejected({ type: 'NothingPresented' })
    given(scheduled).when(giveBack).thenRejected({ type: 'MeetingIsNoRestitution', kind: 'workshop' })
  })
  it('obeys the laws of a decider, and holds nothing that was not declared', () => {
    const moment = fc.integer({ min: 1, max: 9 }).map(day)
    const words = fc.constantFrom('', 'a', 'b')
    const rarely = fc.constantFrom('', '', '', '', 'a')
    const counts = fc.subarray(['residents', 'traders', 'others']).map((some) => some.map((category) => ({ category, count: category.length })))
    const command: fc.Arbitrary<MeetingCommand> = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.tuple(moment, moment).map(([startsAt, endsAt]) => ({ ...schedule, kind: 'restitution' as const, startsAt, endsAt })),
      },
      fc.tuple(moment, moment, words).map(([startsAt, rescheduledAt, reason]) => ({ ...move, startsAt, endsAt: day(9), reason, rescheduledAt })),
      rarely.map((reason) => ({ ...cancel, reason })),
      fc.tuple(counts, moment).map(([some, recordedAt]) => ({ ...record, counts: some, recordedAt })),
      fc.tuple(words, moment).map(([contentHash, publishedAt]) => ({ ...publish, contentHash, publishedAt })),
      fc.tuple(fc.subarray(['s-1', 'd-1']), moment).map(([presented, heldAt]) => ({ ...giveBack, presented, heldAt })),
    )
    heldToLaws({
      decider: meeting,
      events: meetingEvents,
      commands: meetingCommands,
      expected: expectedOfMeeting,
      command,
      commandOf: commandOfMeeting,
      opening: { ...schedule, kind: 'restitution' },
      always: (_, state) => {
        if (state.status === 'Held') for (const { category } of state.counts ?? []) expect(state.terms.categories).toContain(category)
      },
    })
  })
})
