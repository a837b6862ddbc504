import type { Instant } from '@isegoria/kernel'
import type { CalendarSet, CharterPublished, ConsultationDrafted } from './events.ts'

export interface DraftConsultation extends Omit<ConsultationDrafted, 'type'> {
  readonly type: 'DraftConsultation'
}
export interface PublishCharter extends Omit<CharterPublished, 'type'> {
  readonly type: 'PublishCharter'
}
export interface SetCalendar extends Omit<CalendarSet, 'type'> {
  readonly type: 'SetCalendar'
}
export interface OpenConsultation {
  readonly type: 'OpenConsultation'
  readonly consultationId: string
  readonly at: Instant
}
export interface CloseConsultation {
  readonly type: 'CloseConsultation'
  readonly consultationId: string
  readonly at: Instant
}

export type ConsultationCommand = DraftConsultation | PublishCharter | SetCalendar | OpenConsultation | CloseConsultation
