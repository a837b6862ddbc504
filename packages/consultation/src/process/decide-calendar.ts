import { canonicalText, E, isBefore } from '@isegoria/kernel'
import type { Instant } from '@isegoria/kernel'
import { faultsOfCalendar } from '../profiles/faults-of-profile.ts'
import { currentCalendar, simplePhase } from './calendar.ts'
import type { CalendarVersion, Timetable } from './calendar.ts'
import type { Charter } from './charter.ts'
import type { ReopenFollowUp, ReviseCalendar, SetCalendar, SetPhases } from './commands.ts'
import { breached, early, nameless, nothing, notInStage, reasonless, unless } from './decision.ts'
import type { Decision, Fault } from './decision.ts'
import { faultOfPhases } from './fault-of-phases.ts'
import { faultOfRevision } from './fault-of-revision.ts'
import type { ConsultationState } from './state.ts'

/** By the profile of the charter, what a calendar breaches with the time that was lost so far. */
export const unlawful = (charter: Charter, calendar: CalendarVersion, lost: Omit<Timetable, 'versions'>): Fault =>
  charter.legalProfile === undefined ? undefined : breached(charter, faultsOfCalendar(charter.legalProfile, calendar, lost))

const none = { suspensions: [] }

/** What a suspension that goes on has taken so far: whether it will take more is not known yet. */
const lostBy = (at: Instant, { suspensions, ...times }: Timetable): Timetable => ({
  ...times,
  suspensions: suspensions.map((one) => ({ until: at, ...one })),
})

export const setCalendar = (command: SetCalendar, state: ConsultationState): Decision => {
  if (state.status !== 'Chartered') return notInStage('Chartered', state)
  const { opensAt, closesAt } = command
  if (!isBefore(opensAt, closesAt)) return E.left({ type: 'CalendarEndsBeforeItStarts', opensAt, closesAt })
  const fault = unlawful(state.charter, { version: 1, phases: [simplePhase(opensAt, closesAt)] }, none)
  return unless(fault, () => ({ ...command, type: 'CalendarSet' }))
}

export const setPhases = (command: SetPhases, state: ConsultationState): Decision => {
  if (state.status !== 'Chartered') return notInStage('Chartered', state)
  const fault = faultOfPhases(command.phases) ?? unlawful(state.charter, { ...command, version: 1 }, none)
  return unless(fault, () => ({ ...command, type: 'PhasesSet' }))
}

export const reviseCalendar = (command: ReviseCalendar, state: ConsultationState): Decision => {
  if (state.status !== 'Scheduled' && state.status !== 'Open' && state.status !== 'Suspended' && state.status !== 'Collected')
    return notInStage('Scheduled', state)
  const { at, ...revision } = command
  const { timetable, charter } = state
  const current = currentCalendar(timetable)
  const announcedAt = command.announcedAt ?? current.announcedAt
  const told = announcedAt === undefined ? {} : { announcedAt }
  if (canonicalText([current.phases, current.announcedAt ?? '']) === canonicalText([command.phases, announcedAt ?? ''])) return nothing
  const version = current.version + 1
  const fault =
    reasonless('CalendarRevised', command.reason) ??
    early(at, state) ??
    faultOfPhases(command.phases) ??
    faultOfRevision(timetable, command.phases, at) ??
    unlawful(charter, { version, phases: command.phases, ...told }, lostBy(at, timetable))
  return unless(fault, () => ({ ...revision, type: 'CalendarRevised', version, revisedAt: at }))
}

export const reopenFollowUp = ({ at, ...command }: ReopenFollowUp, state: ConsultationState): Decision => {
  if (state.status !== 'Closed') return notInStage('Closed', state)
  const current = currentCalendar(state.timetable)
  const { phase, closesAt, reason } = command
  const known = current.phases.find(({ id }) => id === phase)
  if (known?.opensAt === at && known.closesAt === closesAt) return nothing
  if (known !== undefined) return E.left({ type: 'PhaseNamedTwice', rule: 'I2', phase })
  const backward: Fault = isBefore(at, closesAt) ? undefined : { type: 'PhaseEndsBeforeItStarts', rule: 'I2', phase }
  const fault = reasonless('FollowUpReopened', reason) ?? nameless('phase', phase) ?? early(at, state) ?? backward
  return unless(fault, () => ({ ...command, type: 'FollowUpReopened', version: current.version + 1, reopenedAt: at }))
}
