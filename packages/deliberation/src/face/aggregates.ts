import type { EventCodec, Tagged } from '@isegoria/kernel'
import { boxEvents, rollEvents, spentEvents } from '@isegoria/voting'
import type { SecretEvent } from '@isegoria/voting'
import type { Aggregate } from './aggregate.ts'
import { aggregatesOfContributions } from './aggregates-of-contributions.ts'
import { aggregatesOfField } from './aggregates-of-field.ts'
import { aggregatesOfPeople } from './aggregates-of-people.ts'
import { aggregatesOfPolls } from './aggregates-of-polls.ts'
import { aggregatesOfProcess } from './aggregates-of-process.ts'

/** Every aggregate by its name: what the face executes, what a log may hold and what a replay decides again comes from here alone. */
export const aggregates = {
  ...aggregatesOfProcess,
  ...aggregatesOfContributions,
  ...aggregatesOfPeople,
  ...aggregatesOfField,
  ...aggregatesOfPolls,
}
type Aggregates = typeof aggregates

export type AggregateName = keyof Aggregates

type StateOf<One> = One extends Aggregate<infer _Command, infer State, infer _Event, infer _Rejection> ? State : never
type CommandOf<One> = One extends Aggregate<infer Command, infer _State, infer _Event, infer _Rejection> ? Command : never
type EventOf<One> = One extends Aggregate<infer _Command, infer _State, infer Event, infer _Rejection> ? Event : never
type RejectionOf<One> = One extends Aggregate<infer _Command, infer _State, infer _Event, infer Rejection> ? Rejection : never

/** What an aggregate knows of one of its streams, by the aggregate's name. */
export type AggregateStates = { readonly [Name in AggregateName]: StateOf<Aggregates[Name]> }

/** Every event that a consultation's log may hold. */
export type DeliberationEvent = EventOf<Aggregates[AggregateName]> | SecretEvent
/** Every command that a face executes, as it is decided: with what the face itself puts into it. */
export type DeliberationCommand = CommandOf<Aggregates[AggregateName]>
/** Why any of them may be refused by its aggregate. */
export type DeliberationRejection = RejectionOf<Aggregates[AggregateName]>

/** Written by the ways of a secret ballot only, of which none is a command to one stream. */
export const secretCodecs: ReadonlyArray<EventCodec<SecretEvent>> = [boxEvents, rollEvents, spentEvents]

/** The same aggregates, each under a type that depends on its name alone. */
export const aggregatesByName: {
  readonly [Name in AggregateName]: Aggregate<Tagged, AggregateStates[Name], DeliberationEvent, DeliberationRejection>
} = aggregates
