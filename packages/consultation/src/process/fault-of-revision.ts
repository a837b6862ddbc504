import { canonicalText, isBefore } from '@isegoria/kernel'
import type { Instant } from '@isegoria/kernel'
import { isCollecting } from './calendar.ts'
import type { Phase, Timetable } from './calendar.ts'
import { currentCalendar } from './calendar.ts'

/** Why a calendar is not revised so: what has happened stays as it was, and nothing is decided of the past. */
export type RevisionFault =
  | { readonly type: 'StartedPhaseRemoved'; readonly rule: 'I3'; readonly phase: string }
  | { readonly type: 'StartedPhaseChanged'; readonly rule: 'I3'; readonly phase: string }
  | { readonly type: 'CloseMovedIntoPast'; readonly rule: 'I3'; readonly phase: string; readonly closesAt: Instant; readonly at: Instant }
  | { readonly type: 'OpeningInPast'; readonly rule: 'I3'; readonly phase: string; readonly opensAt: Instant; readonly at: Instant }
  | { readonly type: 'CollectionIsClosed'; readonly rule: 'I3'; readonly phase: string }

const rule = 'I3'

/** What a phase is besides its end and the words for it. */
const lastingOf = ({ id, capabilities, opensAt }: Phase): string => canonicalText({ id, opensAt, capabilities: [...capabilities].toSorted() })

const faultOfPhase = (before: Phase | undefined, after: Phase, isOpen: boolean, at: Instant): RevisionFault | undefined => {
  const { id: phase, opensAt, closesAt } = after
  const isStarted = isOpen && before !== undefined && !isBefore(at, before.opensAt)
  if (isStarted && lastingOf(before) !== lastingOf(after)) return { type: 'StartedPhaseChanged', rule, phase }
  if (before?.closesAt !== closesAt && isBefore(closesAt, at)) return { type: 'CloseMovedIntoPast', rule, phase, closesAt, at }
  if (isOpen && !isStarted && isBefore(opensAt, at)) return { type: 'OpeningInPast', rule, phase, opensAt, at }
  return undefined
}

/**
 * The first reason why the phases in force are not replaced by `phases` at `at`: a phase that has started keeps its opening and what it
 * lets be done, and stays; no end is moved, and once the consultation is open no opening set, before `at`; nothing more is collected once the
 * collection is closed. An end that is past may be moved after `at`: the phase runs again.
 */
export const faultOfRevision = (timetable: Timetable, phases: ReadonlyArray<Phase>, at: Instant): RevisionFault | undefined => {
  const isOpen = timetable.openedAt !== undefined
  const before = currentCalendar(timetable).phases
  const removed = before.find(({ id, opensAt }) => isOpen && !isBefore(at, opensAt) && phases.every((one) => one.id !== id))
  if (removed !== undefined) return { type: 'StartedPhaseRemoved', rule, phase: removed.id }
  const known = new Map(before.map((phase) => [phase.id, phase]))
  for (const phase of phases) {
    const fault = faultOfPhase(known.get(phase.id), phase, isOpen, at)
    if (fault !== undefined) return fault
    const isLonger = known.get(phase.id)?.closesAt !== phase.closesAt && phase.capabilities.some(isCollecting)
    if (timetable.collectionClosedAt !== undefined && isLonger) return { type: 'CollectionIsClosed', rule, phase: phase.id }
  }
  return undefined
}
