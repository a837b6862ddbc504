import { isBefore } from '@isegoria/kernel'
import type { Instant } from '@isegoria/kernel'
import { calendarAt, isCollecting } from './calendar.ts'
import type { Capability, Timetable } from './calendar.ts'

/** Why a gate is shut. */
type ShutReason = 'not-opened' | 'not-yet' | 'ended' | 'no-phase' | 'suspended' | 'collection-closed' | 'closed' | 'abandoned'

/** Open in one phase of one version of the calendar: what relies on it keeps both, so that it can be checked again. */
interface GateOpen {
  readonly open: true
  readonly capability: Capability
  readonly at: Instant
  readonly phase: string
  readonly calendarVersion: number
  readonly closesAt: Instant
}

/** Shut; `opensAt` where the calendar in force says when it will open. */
interface GateShut {
  readonly open: false
  readonly capability: Capability
  readonly at: Instant
  readonly reason: ShutReason
  readonly opensAt?: Instant
}

/** Whether something may be done at one instant: goes into the commands of other aggregates. */
export type Gate = GateOpen | GateShut

const isReached = (at: Instant, time: Instant | undefined): boolean => time !== undefined && !isBefore(at, time)

const barredAt = (timetable: Timetable, capability: Capability, at: Instant): ShutReason | undefined => {
  const { openedAt, abandonedAt, closedAt, collectionClosedAt, suspensions } = timetable
  if (!isReached(at, openedAt)) return 'not-opened'
  if (isReached(at, abandonedAt)) return 'abandoned'
  if (isReached(at, closedAt) && capability !== 'follow-up') return 'closed'
  if (suspensions.some(({ from, until }) => isReached(at, from) && !isReached(at, until))) return 'suspended'
  return isReached(at, collectionClosedAt) && isCollecting(capability) ? 'collection-closed' : undefined
}

const isForGood: ReadonlySet<ShutReason> = new Set(['abandoned', 'closed', 'collection-closed'])

/**
 * Whether `capability` was open at `at`, by the calendar that was in force then: the same answer now and whenever the log is read again.
 * A phase is open from its `opensAt` on and shut at its `closesAt`; nothing is open before the consultation was opened, nor while it was
 * suspended; after it closed, only following up is.
 *
 * @example
 * import { instant } from '@isegoria/kernel'
 *
 * const [opensAt, closesAt] = [instant('2026-03-01T08:00:00Z'), instant('2026-03-31T18:00:00Z')]
 * const phases = [{ id: 'ideas', capabilities: ['contribute'], opensAt, closesAt }] as const
 * const timetable = { versions: [{ version: 1, phases }], suspensions: [], openedAt: opensAt }
 * const [before, within] = [instant('2026-02-28T08:00:00Z'), instant('2026-03-02T08:00:00Z')]
 * gateAt(timetable, 'contribute', within) // => { open: true, capability: 'contribute', at: within, phase: 'ideas', calendarVersion: 1, closesAt }
 * gateAt(timetable, 'contribute', before) // => { open: false, capability: 'contribute', at: before, reason: 'not-opened', opensAt }
 * gateAt(timetable, 'vote', within) // => { open: false, capability: 'vote', at: within, reason: 'no-phase' }
 */
export const gateAt = (timetable: Timetable, capability: Capability, at: Instant): Gate => {
  const calendar = calendarAt(timetable, at)
  const phases = calendar?.phases.filter(({ capabilities }) => capabilities.includes(capability)) ?? []
  const barred = barredAt(timetable, capability, at)
  const running = phases.find(({ opensAt, closesAt }) => isReached(at, opensAt) && isBefore(at, closesAt))
  if (barred === undefined && running !== undefined && calendar !== undefined)
    return { open: true, capability, at, phase: running.id, calendarVersion: calendar.version, closesAt: running.closesAt }
  const next = phases
    .map(({ opensAt }) => opensAt)
    .filter((opensAt) => isBefore(at, opensAt))
    .toSorted((left, right) => (isBefore(left, right) ? -1 : 1))[0]
  const reason = barred ?? (next === undefined ? (phases.length === 0 ? 'no-phase' : 'ended') : 'not-yet')
  return { open: false, capability, at, reason, ...(next === undefined || isForGood.has(reason) ? {} : { opensAt: next }) }
}
