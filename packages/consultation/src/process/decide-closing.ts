import { E, isBefore } from '@isegoria/kernel'
import { closesAtOf, collectedAtOf, currentCalendar } from './calendar.ts'
import type { AbandonConsultation, CloseCollection, CloseConsultation, DischargeDuty, PublishReturn } from './commands.ts'
import { unlawful } from './decide-calendar.ts'
import { early, nameless, nothing, notInStage, reasonless, unless } from './decision.ts'
import type { Decision, Fault } from './decision.ts'
import { lacksOfClosing } from './duties.ts'
import type { ConsultationState, Discharge, Scheduled } from './state.ts'

/** By the profile, what is wrong once the suspensions are known: the phases were not open as long as they had to be. */
const cutShort = ({ charter, timetable }: Scheduled): Fault => unlawful(charter, currentCalendar(timetable), timetable)

export const closeCollection = ({ consultationId, at }: CloseCollection, state: ConsultationState): Decision => {
  if (state.status === 'Collected') return nothing
  if (state.status !== 'Open') return notInStage('Open', state)
  const closesAt = collectedAtOf(currentCalendar(state.timetable))
  if (closesAt !== undefined && isBefore(at, closesAt)) return E.left({ type: 'CollectionStillRunning', closesAt, at })
  return unless(early(at, state) ?? cutShort(state), () => ({ type: 'CollectionClosed', consultationId, closedAt: at }))
}

type Working = Extract<ConsultationState, { readonly status: 'Open' | 'Collected' | 'Closed' }>
const isWorking = (state: ConsultationState): state is Working => state.status === 'Open' || state.status === 'Collected' || state.status === 'Closed'

const isLast = ({ discharges }: Scheduled, { duty, contentHash, at }: Discharge): boolean => {
  const last = discharges.findLast((one) => one.duty === duty)
  return last !== undefined && last.contentHash === contentHash && last.at === at
}

export const dischargeDuty = ({ at, ...command }: DischargeDuty, state: ConsultationState): Decision => {
  if (!isWorking(state)) return notInStage('Open', state)
  const { duty, by, contentRef, contentHash } = command
  if (isLast(state, { duty, contentHash, at })) return nothing
  const fault = nameless('by', by) ?? nameless('contentRef', contentRef) ?? nameless('contentHash', contentHash) ?? early(at, state)
  return unless(fault, () => ({ ...command, type: 'DutyDischarged', dischargedAt: at }))
}

export const publishReturn = ({ at, ...command }: PublishReturn, state: ConsultationState): Decision => {
  if (!isWorking(state)) return notInStage('Open', state)
  const { contentRef, contentHash } = command
  if (isLast(state, { duty: 'return', contentHash, at })) return nothing
  const fault = nameless('contentRef', contentRef) ?? nameless('contentHash', contentHash) ?? early(at, state)
  return unless(fault, () => ({ ...command, type: 'ReturnPublished', publishedAt: at }))
}

/** A conclusion without motives, a synthesis without a name, a certificate that covers more than there is. */
const faultOfEvidence = ({ conclusion, synthesisId, certificate }: CloseConsultation): Fault => {
  if (conclusion?.type === 'no-action') return reasonless('ConsultationClosed', conclusion.motives)
  const missing = conclusion?.type === 'decided' ? nameless('decisionId', conclusion.decisionId) : undefined
  const unnamed = missing ?? (synthesisId === undefined ? undefined : nameless('synthesisId', synthesisId))
  if (unnamed !== undefined || certificate === undefined || certificate.covered <= certificate.total) return unnamed
  const lack = { rule: 'I19', missing: 'contributions that the certificate covers', count: certificate.covered - certificate.total }
  return { type: 'NotReadyToClose', lacks: [lack] }
}

export const close = ({ at, ...command }: CloseConsultation, state: ConsultationState): Decision => {
  if (state.status === 'Closed') return nothing
  if (state.status !== 'Open' && state.status !== 'Collected') return notInStage('Open', state)
  const closesAt = closesAtOf(currentCalendar(state.timetable))
  if (closesAt !== undefined && isBefore(at, closesAt)) return E.left({ type: 'ConsultationStillRunning', closesAt, at })
  const evidence = faultOfEvidence({ ...command, at })
  if (evidence !== undefined) return E.left(evidence)
  const lacks = lacksOfClosing(state, command)
  if (lacks.length > 0) return E.left({ type: 'NotReadyToClose', lacks })
  const { last } = state
  const before: Fault = last !== undefined && isBefore(at, last) ? { type: 'BeforeLastEvent', last, at } : undefined
  return unless(before ?? cutShort(state), () => ({ ...command, type: 'ConsultationClosed', closedAt: at }))
}

export const abandon = ({ consultationId, motives, at }: AbandonConsultation, state: ConsultationState): Decision => {
  if (state.status === 'Abandoned') return nothing
  if (state.status === 'NotDrafted' || state.status === 'Closed') return notInStage('Drafted', state)
  const fault = reasonless('ConsultationAbandoned', motives) ?? early(at, state)
  return unless(fault, () => ({ type: 'ConsultationAbandoned', consultationId, motives, abandonedAt: at }))
}
