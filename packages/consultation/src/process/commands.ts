import type { Instant } from '@isegoria/kernel'
import type {
  CalendarRevised,
  CalendarSet,
  CharterAmended,
  CharterPublished,
  ConsultationClosed,
  ConsultationDrafted,
  DepartmentEngaged,
  DutyDischarged,
  FollowUpReopened,
  InformationPublished,
  OfficerNamed,
  PhasesSet,
  ReturnPublished,
  RoundLinked,
} from './events.ts'

type About<Type extends string> = { readonly type: Type; readonly consultationId: string }
type At<Type extends string> = About<Type> & { readonly at: Instant }

export interface DraftConsultation extends Omit<ConsultationDrafted, 'type'> {
  readonly type: 'DraftConsultation'
}
export interface LinkRound extends Omit<RoundLinked, 'type'> {
  readonly type: 'LinkRound'
}
/** As a form gives it: what has not been chosen yet is left out, and refused. */
export interface PublishCharter extends Omit<CharterPublished, 'type' | 'purpose' | 'citizenRole' | 'placeOfCitizens'> {
  readonly type: 'PublishCharter'
  readonly purpose?: CharterPublished['purpose']
  readonly citizenRole?: CharterPublished['citizenRole']
  readonly placeOfCitizens?: CharterPublished['placeOfCitizens']
}
/** How many ballots the polls of the consultation had up to a position of the log: the caller counts them, the event keeps the position. */
interface BallotsSoFar {
  readonly ballots: number
  readonly logPosition: number
}
export interface AmendCharter extends At<'AmendCharter'> {
  readonly changes: CharterAmended['changes']
  readonly reason: string
  readonly soFar: BallotsSoFar
}
export interface EngageDepartment extends Omit<DepartmentEngaged, 'type'> {
  readonly type: 'EngageDepartment'
}
export interface NameOfficer extends Omit<OfficerNamed, 'type'> {
  readonly type: 'NameOfficer'
}
export interface PublishInformation extends Omit<InformationPublished, 'type' | 'publishedAt'>, At<'PublishInformation'> {}
/** The simple form: one phase. */
export interface SetCalendar extends Omit<CalendarSet, 'type'> {
  readonly type: 'SetCalendar'
}
export interface SetPhases extends Omit<PhasesSet, 'type'> {
  readonly type: 'SetPhases'
}
export interface ReviseCalendar extends Omit<CalendarRevised, 'type' | 'version' | 'revisedAt'>, At<'ReviseCalendar'> {}
export interface OpenConsultation extends At<'OpenConsultation'> {}
export interface SuspendConsultation extends At<'SuspendConsultation'> {
  readonly reason: string
}
export interface ResumeConsultation extends At<'ResumeConsultation'> {
  readonly reason: string
}
export interface CloseCollection extends At<'CloseCollection'> {}
export interface DischargeDuty extends Omit<DutyDischarged, 'type' | 'dischargedAt'>, At<'DischargeDuty'> {}
export interface PublishReturn extends Omit<ReturnPublished, 'type' | 'publishedAt'>, At<'PublishReturn'> {}
/** With what the charter makes it owe: the certificate of answers, the synthesis, the decision or the motives for none. */
export interface CloseConsultation extends Omit<ConsultationClosed, 'type' | 'closedAt'>, At<'CloseConsultation'> {}
export interface AbandonConsultation extends At<'AbandonConsultation'> {
  readonly motives: string
}
export interface ReopenFollowUp extends Omit<FollowUpReopened, 'type' | 'version' | 'reopenedAt'>, At<'ReopenFollowUp'> {}

export type ConsultationCommand =
  | DraftConsultation
  | LinkRound
  | PublishCharter
  | AmendCharter
  | EngageDepartment
  | NameOfficer
  | PublishInformation
  | SetCalendar
  | SetPhases
  | ReviseCalendar
  | OpenConsultation
  | SuspendConsultation
  | ResumeConsultation
  | CloseCollection
  | DischargeDuty
  | PublishReturn
  | CloseConsultation
  | AbandonConsultation
  | ReopenFollowUp
