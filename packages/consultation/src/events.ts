import * as t from 'io-ts'
import { eventCodec, Instant } from '@isegoria/kernel'

// These names are stored. Add, never change.

export const ConsultationDrafted = t.strict(
  { type: t.literal('ConsultationDrafted'), consultationId: t.string, title: t.string, convenor: t.string },
  'ConsultationDrafted',
)
export interface ConsultationDrafted extends Readonly<t.TypeOf<typeof ConsultationDrafted>> {}

/** Why the public is asked: to inform it, to consult it, to design together, or to decide together. */
const Purpose = t.keyof({ inform: null, consult: null, 'co-design': null, decide: null }, 'Purpose')
/** What a citizen is asked to be. */
const CitizenRole = t.keyof({ sensor: null, evaluator: null, 'co-producer': null }, 'CitizenRole')
/** What the answer is worth: it binds the decision, advises it, or is an inventory. */
const PlaceOfCitizens = t.keyof({ 'direct-impact': null, advice: null, inventory: null }, 'PlaceOfCitizens')

export const CharterPublished = t.strict(
  {
    type: t.literal('CharterPublished'),
    consultationId: t.string,
    question: t.string,
    purpose: Purpose,
    citizenRole: CitizenRole,
    placeOfCitizens: PlaceOfCitizens,
    commitment: t.string,
  },
  'CharterPublished',
)
export interface CharterPublished extends Readonly<t.TypeOf<typeof CharterPublished>> {}

export const CalendarSet = t.strict({ type: t.literal('CalendarSet'), consultationId: t.string, opensAt: Instant, closesAt: Instant }, 'CalendarSet')
export interface CalendarSet extends Readonly<t.TypeOf<typeof CalendarSet>> {}

export const ConsultationOpened = t.strict(
  { type: t.literal('ConsultationOpened'), consultationId: t.string, openedAt: Instant },
  'ConsultationOpened',
)
export interface ConsultationOpened extends Readonly<t.TypeOf<typeof ConsultationOpened>> {}

export const ConsultationClosed = t.strict(
  { type: t.literal('ConsultationClosed'), consultationId: t.string, closedAt: Instant },
  'ConsultationClosed',
)
export interface ConsultationClosed extends Readonly<t.TypeOf<typeof ConsultationClosed>> {}

export type ConsultationEvent = ConsultationDrafted | CharterPublished | CalendarSet | ConsultationOpened | ConsultationClosed

export const consultationEvents = eventCodec<ConsultationEvent>({
  ConsultationDrafted,
  CharterPublished,
  CalendarSet,
  ConsultationOpened,
  ConsultationClosed,
})
