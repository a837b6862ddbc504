import { E, isBefore } from '@isegoria/kernel'
import type { Decider, Either, Instant } from '@isegoria/kernel'
import { isSame } from '../../answers/is-same.ts'
import { missingWords } from '../../answers/missing-words.ts'
import type { WordsMissing } from '../../answers/missing-words.ts'
import { repeated } from '../../answers/repeated.ts'
import type { HoldRestitution, MeetingCommand, RecordAttendance, RescheduleMeeting, ScheduleMeeting } from './commands.ts'
import type { Attendance, MeetingEvent, MeetingKind, MeetingScheduled } from './events.ts'

export type MeetingRejection =
  | WordsMissing
  | { readonly type: 'MeetingEndsBeforeItStarts'; readonly startsAt: Instant; readonly endsAt: Instant }
  | { readonly type: 'MeetingInThePast'; readonly startsAt: Instant; readonly at: Instant }
  | { readonly type: 'MeetingNotYetHeld'; readonly startsAt: Instant; readonly at: Instant }
  | { readonly type: 'MeetingAlreadyHeld' }
  | { readonly type: 'MeetingAlreadyScheduled' }
  | { readonly type: 'MeetingNotScheduled'; readonly status: MeetingState['status'] }
  /** Attendance is counted by the categories that were declared, each at most once, and by nothing else: no names. */
  | { readonly type: 'CategoryNotDeclared'; readonly category: string; readonly declared: ReadonlyArray<string> }
  | { readonly type: 'CategoryRepeated'; readonly category: string }
  | { readonly type: 'MeetingIsNoRestitution'; readonly kind: MeetingKind }
  | { readonly type: 'NothingPresented' }
  | { readonly type: 'RestitutionAlreadyHeld' }

type Terms = Pick<MeetingScheduled, 'consultationId' | 'kind' | 'place' | 'startsAt' | 'endsAt' | 'categories'>

export type MeetingState =
  | { readonly status: 'NotScheduled' }
  | { readonly status: 'Scheduled'; readonly terms: Terms }
  | { readonly status: 'Cancelled'; readonly terms: Terms; readonly reason: string }
  /** Something of what happened there is on record. */
  | {
      readonly status: 'Held'
      readonly terms: Terms
      readonly counts?: ReadonlyArray<Attendance>
      /** Hashes of the minutes, the version in force last. */
      readonly minutes: ReadonlyArray<string>
      /** What a restitution gave back to the public. */
      readonly presented?: ReadonlyArray<string>
    }

type Planned = Extract<MeetingState, { status: 'Scheduled' | 'Held' }>
type Decision = Either<MeetingRejection, ReadonlyArray<MeetingEvent>>

const initialState: MeetingState = { status: 'NotScheduled' }

const faultOfTimes = (startsAt: Instant, endsAt: Instant, at: Instant): MeetingRejection | undefined => {
  if (!isBefore(startsAt, endsAt)) return { type: 'MeetingEndsBeforeItStarts', startsAt, endsAt }
  return isBefore(at, startsAt) ? undefined : { type: 'MeetingInThePast', startsAt, at }
}

const schedule = (command: ScheduleMeeting, state: MeetingState): Decision => {
  const { consultationId, kind, place, startsAt, endsAt, categories, scheduledAt } = command
  if (state.status !== 'NotScheduled') {
    const isKnown = isSame(state.terms, { consultationId, kind, place, startsAt, endsAt, categories })
    return isKnown ? E.right([]) : E.left({ type: 'MeetingAlreadyScheduled' })
  }
  const twice = repeated(categories)
  if (twice !== undefined) return E.left({ type: 'CategoryRepeated', category: twice })
  const fault = missingWords('MeetingScheduled', { place }) ?? faultOfTimes(startsAt, endsAt, scheduledAt)
  return fault === undefined ? E.right([{ ...command, type: 'MeetingScheduled' }]) : E.left(fault)
}

const reschedule = (command: RescheduleMeeting, { terms }: Planned): Decision => {
  const { place, startsAt, endsAt, reason, rescheduledAt } = command
  if (isSame([terms.place, terms.startsAt, terms.endsAt], [place, startsAt, endsAt])) return E.right([])
  const fault = missingWords('MeetingRescheduled', { place, reason }) ?? faultOfTimes(startsAt, endsAt, rescheduledAt)
  return fault === undefined ? E.right([{ ...command, type: 'MeetingRescheduled' }]) : E.left(fault)
}

const recordAttendance = (command: RecordAttendance, state: Planned): Decision => {
  const { counts, recordedBy } = command
  const fault = missingWords('AttendanceRecorded', { recordedBy })
  if (fault !== undefined) return E.left(fault)
  const { categories: declared } = state.terms
  const twice = repeated(counts.map(({ category }) => category))
  if (twice !== undefined) return E.left({ type: 'CategoryRepeated', category: twice })
  const foreign = counts.find(({ category }) => !declared.includes(category))
  if (foreign !== undefined) return E.left({ type: 'CategoryNotDeclared', category: foreign.category, declared })
  const isKnown = state.status === 'Held' && state.counts !== undefined && isSame(state.counts, counts)
  return E.right(isKnown ? [] : [{ ...command, type: 'AttendanceRecorded' }])
}

const holdRestitution = (command: HoldRestitution, state: Planned): Decision => {
  const { presented } = command
  if (state.terms.kind !== 'restitution') return E.left({ type: 'MeetingIsNoRestitution', kind: state.terms.kind })
  if (presented.length === 0) return E.left({ type: 'NothingPresented' })
  if (state.status === 'Scheduled' || state.presented === undefined) return E.right([{ ...command, type: 'RestitutionHeld' }])
  return isSame(state.presented, presented) ? E.right([]) : E.left({ type: 'RestitutionAlreadyHeld' })
}

const recordedWhen = (command: Exclude<MeetingCommand, ScheduleMeeting>): Instant | undefined => {
  switch (command.type) {
    case 'RescheduleMeeting':
    case 'CancelMeeting':
      return undefined
    case 'RecordAttendance':
      return command.recordedAt
    case 'PublishMinutes':
      return command.publishedAt
    case 'HoldRestitution':
      return command.heldAt
  }
}

const decide = (command: MeetingCommand, state: MeetingState): Decision => {
  if (command.type === 'ScheduleMeeting') return schedule(command, state)
  if (command.type === 'CancelMeeting' && state.status === 'Cancelled') return E.right([])
  if (state.status === 'NotScheduled' || state.status === 'Cancelled') return E.left({ type: 'MeetingNotScheduled', status: state.status })
  const { startsAt } = state.terms
  const at = recordedWhen(command)
  if (at !== undefined && isBefore(at, startsAt)) return E.left({ type: 'MeetingNotYetHeld', startsAt, at })
  if (at === undefined && state.status === 'Held') return E.left({ type: 'MeetingAlreadyHeld' })
  switch (command.type) {
    case 'RescheduleMeeting':
      return reschedule(command, state)
    case 'CancelMeeting': {
      const fault = missingWords('MeetingCancelled', { reason: command.reason })
      return fault === undefined ? E.right([{ ...command, type: 'MeetingCancelled' }]) : E.left(fault)
    }
    case 'RecordAttendance':
      return recordAttendance(command, state)
    case 'PublishMinutes': {
      const { contentRef, contentHash } = command
      const fault = missingWords('MinutesPublished', { contentRef, contentHash })
      if (fault !== undefined) return E.left(fault)
      const isKnown = state.status === 'Held' && state.minutes.at(-1) === contentHash
      return E.right(isKnown ? [] : [{ ...command, type: 'MinutesPublished' }])
    }
    case 'HoldRestitution':
      return holdRestitution(command, state)
  }
}

const evolve = (state: MeetingState, event: MeetingEvent): MeetingState => {
  if (event.type === 'MeetingScheduled') {
    const { consultationId, kind, place, startsAt, endsAt, categories } = event
    return { status: 'Scheduled', terms: { consultationId, kind, place, startsAt, endsAt, categories } }
  }
  if (state.status === 'NotScheduled' || state.status === 'Cancelled') return state
  const { terms } = state
  const held = state.status === 'Held' ? state : ({ status: 'Held', terms, minutes: [] } as const)
  switch (event.type) {
    case 'MeetingRescheduled': {
      const { place, startsAt, endsAt } = event
      return { ...state, terms: { ...terms, place, startsAt, endsAt } }
    }
    case 'MeetingCancelled':
      return { status: 'Cancelled', terms, reason: event.reason }
    case 'AttendanceRecorded':
      return { ...held, counts: event.counts }
    case 'MinutesPublished':
      return { ...held, minutes: [...held.minutes, event.contentHash] }
    case 'RestitutionHeld':
      return { ...held, presented: event.presented }
  }
}

/** Scheduled → rescheduled or cancelled with a reason → held: attendance in numbers, minutes, and for a restitution what it gave back. */
export const meeting: Decider<MeetingCommand, MeetingState, MeetingEvent, MeetingRejection> = { initialState, decide, evolve }

export const meetingStream = (meetingId: string): string => `meeting-${meetingId}`

/** One thing that can happen next to a meeting, and who may do it. */
export interface ExpectedOfMeeting {
  readonly command: MeetingCommand['type']
  readonly by: 'convenor' | 'facilitator'
  /** From when on, where that is known. */
  readonly after?: Instant
}

/** The convenor schedules, moves and cancels it; from its start on the facilitator records what happened. */
export const expectedOfMeeting = (state: MeetingState): ReadonlyArray<ExpectedOfMeeting> => {
  if (state.status === 'NotScheduled') return [{ command: 'ScheduleMeeting', by: 'convenor' }]
  if (state.status === 'Cancelled') return []
  const { kind, startsAt: after } = state.terms
  const isOwed = kind === 'restitution' && (state.status === 'Scheduled' || state.presented === undefined)
  const changes = state.status === 'Held' ? [] : (['RescheduleMeeting', 'CancelMeeting'] as const)
  const records = ['RecordAttendance', 'PublishMinutes', ...(isOwed ? (['HoldRestitution'] as const) : [])] as const
  return [
    ...changes.map((command): ExpectedOfMeeting => ({ command, by: 'convenor' })),
    ...records.map((command): ExpectedOfMeeting => ({ command, by: 'facilitator', after })),
  ]
}
