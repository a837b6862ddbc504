import type { EnvelopeEvent, FeasibilityEvent } from '@isegoria/budget'
import type { CommitmentEvent, ConsultationEvent, DecisionEvent, OfficialResponseEvent } from '@isegoria/consultation'
import type { PollEvent } from '@isegoria/voting'
import type { DeliberationEvent } from '../face/aggregates.ts'
import type { Detail } from './detail.ts'
import type { SingleEvent } from './group-of.ts'
import type { Known } from './known.ts'

export type SingleType = SingleEvent['type']
export type EventOf<Type> = Extract<DeliberationEvent, { readonly type: Type }>

/** What a line says besides the label of its event; `undefined` for what is not told at all. Nobody is named who is not a public body. */
export type Telling<Type> = (event: EventOf<Type>, known: Known) => ReadonlyArray<Detail> | undefined
export type Tellings = { readonly [Type in SingleType]: Telling<Type> }

type ProcessEvent = CommitmentEvent | ConsultationEvent | DecisionEvent | OfficialResponseEvent
type CountedEvent = EnvelopeEvent | FeasibilityEvent | PollEvent

/** The parts that are written in files of their own. */
export type ProcessTellings = Pick<Tellings, Extract<SingleType, ProcessEvent['type']>>
export type PollTellings = Pick<Tellings, Extract<SingleType, CountedEvent['type']>>
export type PeopleTellings = Omit<Tellings, keyof PollTellings | keyof ProcessTellings>

/** Where the label says all. */
export const nothingMore = (): ReadonlyArray<Detail> => []
