import type { EventType, RejectionType, StatusLabels } from './vocabulary.ts'

/** What people read in one language: of each event what happened, of each status how something stands, of each rejection why it was refused. */
export interface Labels {
  readonly events: Readonly<Record<EventType, string>>
  readonly statuses: StatusLabels
  readonly rejections: Readonly<Record<RejectionType, string>>
}

/** The labels of one domain; that no label is missing is checked where all domains are put together. */
export interface SomeLabels {
  readonly events: Partial<Labels['events']>
  readonly statuses: Partial<StatusLabels>
  readonly rejections: Partial<Labels['rejections']>
}
