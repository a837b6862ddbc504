import { count, due, names, period, quote, until, word } from './detail.ts'
import { nothingMore } from './telling.ts'
import type { ProcessTellings } from './telling.ts'

export const tellProcess: ProcessTellings = {
  ConsultationDrafted: ({ title, convenor }) => [quote(title), names(convenor)],
  RoundLinked: ({ previous }) => [names(previous)],
  CharterPublished: ({ question, purpose, placeOfCitizens, commitment }) => [
    quote(question),
    word(`purpose:${purpose}`),
    word(`place:${placeOfCitizens}`),
    quote(commitment),
  ],
  CharterAmended: ({ reason }) => [quote(reason)],
  DepartmentEngaged: ({ department }) => [names(department)],
  OfficerNamed: ({ office }) => [word(`office:${office}`)],
  InformationPublished: nothingMore,
  CalendarSet: ({ opensAt, closesAt }) => [period(opensAt, closesAt)],
  PhasesSet: ({ phases }) => [count('phases', phases.length), names(...phases.map(({ id, title }) => title ?? id))],
  CalendarRevised: ({ reason }) => [quote(reason)],
  ConsultationOpened: nothingMore,
  ConsultationSuspended: ({ reason }) => [quote(reason)],
  ConsultationResumed: ({ reason }) => [quote(reason)],
  CollectionClosed: nothingMore,
  DutyDischarged: ({ duty }) => [word(`duty:${duty}`)],
  ReturnPublished: ({ form }) => [word(`return:${form}`)],
  ConsultationClosed: ({ conclusion }) => (conclusion?.type === 'no-action' ? [word('conclusion:no-action'), quote(conclusion.motives)] : []),
  ConsultationAbandoned: ({ motives }) => [quote(motives)],
  FollowUpReopened: ({ closesAt, reason }) => [until(closesAt), quote(reason)],
  ResponseDrafted: () => undefined,
  ResponsePublished: ({ covers, text }) => [
    count('answers', new Set([...covers.contributions, ...(covers.cluster?.members ?? [])]).size),
    quote(text),
  ],
  ResponseCorrected: ({ text, reason }) => [quote(text), quote(reason)],
  ExemptionPublished: ({ covers, reason }) => [
    count('answers', new Set([...covers.contributions, ...(covers.cluster?.members ?? [])]).size),
    quote(reason),
  ],
  DecisionProposed: ({ authority, subject }) => [names(authority), quote(subject)],
  DecisionTaken: ({ authority, outcomes, motives, deviationReason }) => [
    names(authority),
    ...[...new Set(outcomes.map(({ verdict }) => verdict))].map((verdict) => word(`verdict:${verdict}`)),
    quote(motives),
    ...(deviationReason === undefined ? [] : [quote(deviationReason)]),
  ],
  DecisionAmended: ({ authority, reason, deviationReason }) => [
    names(authority),
    quote(reason),
    ...(deviationReason === undefined ? [] : [quote(deviationReason)]),
  ],
  CommitmentMade: ({ owner, measure, due: dueAt }) => [names(owner), quote(measure), due(dueAt)],
  MilestoneReached: ({ milestone }) => [quote(milestone)],
  ProgressReported: ({ text }) => [quote(text)],
  CommitmentDelayed: ({ reason, newDue }) => [quote(reason), due(newDue)],
  CommitmentOverdue: ({ due: dueAt }) => [due(dueAt)],
  CommitmentFulfilled: ({ text }) => [quote(text)],
  CommitmentAbandoned: ({ motives }) => [quote(motives)],
}
