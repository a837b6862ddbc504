import { isBefore } from '@isegoria/kernel'
import type { Instant } from '@isegoria/kernel'
import type { Duty, DutyKind, Requirement } from '../profiles/legal-profile.ts'
import { begunDays, endOfTerm, millisecondsOf } from '../profiles/term.ts'
import { collectedAtOf, currentCalendar } from './calendar.ts'
import type { Charter } from './charter.ts'
import type { CloseConsultation } from './commands.ts'
import { lackIf } from './lack.ts'
import type { Lack } from './lack.ts'
import { lacksOfRequirement } from './preparation.ts'
import type { ConsultationState, Scheduled } from './state.ts'

interface Owed<Kind> {
  readonly of: Kind
  readonly rule: string
}

const once = <Kind>(owed: ReadonlyArray<Owed<Kind>>): ReadonlyArray<Owed<Kind>> =>
  [...new Map(owed.toReversed().map((one) => [one.of, one] as const)).values()].toReversed()

/** What the charter asks for before the opening, by its profile first. */
const requirementsOf = ({ legalProfile, requires = [] }: Charter): ReadonlyArray<Owed<Requirement>> =>
  once([...(legalProfile?.requires ?? []), ...requires.map((of) => ({ of, rule: of === 'departments' ? 'I1, R16' : 'I1' }))])

/** What the charter makes the authority owe before the closing, by its profile first. */
const dutiesOf = ({ legalProfile, duties = [] }: Charter): ReadonlyArray<Owed<DutyKind>> =>
  once([...(legalProfile?.duties ?? []), ...duties.map((of) => ({ of, rule: of === 'answers' ? 'I19' : 'I5' }))])

/** What is missing for an opening. Only a charter or profile that asks for something lacks it. */
export const lacksOfOpening = (state: Scheduled): ReadonlyArray<Lack> =>
  requirementsOf(state.charter).flatMap(({ of, rule }) => lacksOfRequirement(of, rule, state))

/** When everything was collected: the collection was closed then, or its last phase ended. */
const collectedAt = ({ timetable }: Scheduled): Instant | undefined => timetable.collectionClosedAt ?? collectedAtOf(currentCalendar(timetable))

/** When a duty was last discharged; what was published before the end of the collection is a beginning, and discharges nothing. */
const dischargedAt = (state: Scheduled, of: DutyKind): Instant | undefined => {
  const end = collectedAt(state)
  return state.discharges.findLast(({ duty, at }) => duty === of && (end === undefined || !isBefore(at, end)))?.at
}

type Evidence = Pick<CloseConsultation, 'certificate' | 'synthesisId' | 'conclusion'>

const lacksOfAnswers = (rule: string, { certificate }: Evidence): ReadonlyArray<Lack> =>
  certificate === undefined
    ? [{ rule, missing: 'certificate of answers', count: 1 }]
    : certificate.covered === certificate.total
      ? []
      : [{ rule, missing: 'answers', count: certificate.total - certificate.covered }]

const lacksOfDuty = (state: Scheduled, { of, rule }: Owed<DutyKind>, evidence: Evidence): ReadonlyArray<Lack> => {
  switch (of) {
    case 'answers':
      return lacksOfAnswers(rule, evidence)
    case 'synthesis':
      return lackIf(evidence.synthesisId === undefined && dischargedAt(state, of) === undefined, rule, of)
    case 'decision':
      return lackIf(evidence.conclusion === undefined, rule, 'decision or motives for none')
    case 'minutes':
    case 'owner-reply':
    case 'report':
    case 'conclusions':
    case 'return':
      return lackIf(dischargedAt(state, of) === undefined, rule, of)
  }
}

/**
 * What is missing for a closing: what the charter and its profile make the authority owe. A certificate that is given is held against
 * it even where none is owed: nobody closes over contributions that are known to be unanswered.
 */
export const lacksOfClosing = (state: Scheduled, evidence: Evidence): ReadonlyArray<Lack> => {
  const owed = dutiesOf(state.charter)
  const isOwed = owed.some(({ of }) => of === 'answers')
  const unasked = isOwed || evidence.certificate === undefined ? [] : lacksOfAnswers('I19', evidence)
  return [...owed.flatMap((duty) => lacksOfDuty(state, duty, evidence)), ...unasked]
}

/** A duty that is late: by how many days begun, in `count`, and who owes it. */
export interface Overdue extends Lack {
  readonly by: string
  readonly isDischarged: boolean
}

const overdueOf = (state: Scheduled, duty: Duty, at: Instant): ReadonlyArray<Overdue> => {
  const { of, by, rule, within, after } = duty
  const start = after === undefined ? collectedAt(state) : dischargedAt(state, after)
  if (within === undefined || start === undefined) return []
  const done = dischargedAt(state, of)
  const late = millisecondsOf(done ?? at) - endOfTerm(start, within)
  return late > 0 ? [{ rule, missing: `days late: ${of}`, count: begunDays(late), by, isDischarged: done !== undefined }] : []
}

/** The duties of the legal profile that are late at `at`, or were discharged late: seen, never refused, since what is late is still owed. */
export const overdueDuties = (state: ConsultationState, at: Instant): ReadonlyArray<Overdue> =>
  'discharges' in state ? (state.charter.legalProfile?.duties ?? []).flatMap((duty) => overdueOf(state, duty, at)) : []
