import * as t from 'io-ts'
import { Instant, isBefore } from '@isegoria/kernel'

/** What a phase lets people do; `follow-up` alone outlives the closing. */
export const Capability = t.keyof(
  {
    inform: null,
    contribute: null,
    support: null,
    amend: null,
    deliberate: null,
    study: null,
    vote: null,
    synthesise: null,
    answer: null,
    decide: null,
    'follow-up': null,
  },
  'Capability',
)
export type Capability = t.TypeOf<typeof Capability>

/** One stretch of a calendar: from `opensAt` on, and no more at `closesAt`. */
export const Phase = t.exact(
  t.intersection([
    t.type({ id: t.string, capabilities: t.readonlyArray(Capability), opensAt: Instant, closesAt: Instant }),
    t.partial({ title: t.string }),
  ]),
  'Phase',
)
export interface Phase extends Readonly<t.TypeOf<typeof Phase>> {}

/** A calendar as it stood from `since` on (from the beginning, without); `announcedAt`: when the public was told of it. */
export interface CalendarVersion {
  readonly version: number
  readonly phases: ReadonlyArray<Phase>
  readonly since?: Instant
  readonly announcedAt?: Instant
}

/** From `from` on, and no more at `until`; still going on without one. */
export interface Suspension {
  readonly from: Instant
  readonly until?: Instant
  readonly reason: string
}

/** All that says what was allowed when: every version of the calendar and what cut across it. Folded from the consultation's events alone. */
export interface Timetable {
  readonly versions: ReadonlyArray<CalendarVersion>
  readonly suspensions: ReadonlyArray<Suspension>
  readonly openedAt?: Instant
  readonly collectionClosedAt?: Instant
  readonly closedAt?: Instant
  readonly abandonedAt?: Instant
}

export const emptyTimetable: Timetable = { versions: [], suspensions: [] }

const collecting: ReadonlySet<Capability> = new Set(['contribute', 'support', 'amend', 'deliberate', 'vote'])

/** What the closing of the collection ends. */
export const isCollecting = (capability: Capability): boolean => collecting.has(capability)

/** The one phase of a calendar in its simple form: all that a consultation can do until it closes. */
export const simplePhase = (opensAt: Instant, closesAt: Instant): Phase => ({
  id: 'consultation',
  capabilities: ['inform', 'contribute', 'support', 'amend', 'deliberate', 'study', 'vote', 'synthesise', 'answer', 'decide'],
  opensAt,
  closesAt,
})

/** The calendar in force at `at`: the last version that was there by then. */
export const calendarAt = ({ versions }: Timetable, at: Instant): CalendarVersion | undefined =>
  versions.findLast(({ since }) => since === undefined || !isBefore(at, since))

/** The calendar in force now. */
export const currentCalendar = ({ versions }: Timetable): CalendarVersion => versions.at(-1) ?? { version: 0, phases: [] }

const latest = (times: ReadonlyArray<Instant>): Instant | undefined =>
  times.reduce<Instant | undefined>((last, time) => (last === undefined || isBefore(last, time) ? time : last), undefined)

/** The first opening of a calendar. */
export const opensAtOf = ({ phases }: CalendarVersion): Instant | undefined =>
  phases.reduce<Instant | undefined>((first, { opensAt }) => (first === undefined || isBefore(opensAt, first) ? opensAt : first), undefined)

/** When everything but following up is over. */
export const closesAtOf = ({ phases }: CalendarVersion): Instant | undefined =>
  latest(phases.flatMap(({ capabilities, closesAt }) => (capabilities.every((one) => one === 'follow-up') ? [] : [closesAt])))

/** When the last phase that collects anything is over; nothing where none collects. */
export const collectedAtOf = ({ phases }: CalendarVersion): Instant | undefined =>
  latest(phases.flatMap(({ capabilities, closesAt }) => (capabilities.some(isCollecting) ? [closesAt] : [])))
