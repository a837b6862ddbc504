import type { Rule } from '@isegoria/election'
import type { EventStore, StoreFailure } from '@isegoria/engine'
import { E, uuidV7 } from '@isegoria/kernel'
import type { Either, Instant, NewId, Recorded, TaskEither, Undecodable } from '@isegoria/kernel'
import { tallyPoll } from '../tally-poll.ts'
import type { Tally, TallyError } from '../tally-poll.ts'
import type { Expectation } from './aggregate.ts'
import { aggregatesByName } from './aggregates.ts'
import type { AggregateName, AggregateStates } from './aggregates.ts'
import { eventsOf } from './events-of.ts'
import { executing } from './execute.ts'
import type { CommandOrigin, Execute, Notice } from './execute.ts'
import { fateOf } from './fate-of.ts'
import type { Fate, FateRejection } from './fate-of.ts'
import { noticesOf } from './notices.ts'
import type { Listener } from './notices.ts'

/** What a face stands on: where events are kept, the rules that polls may be counted by, and the ports to the world. */
export interface Opening {
  readonly store: EventStore
  readonly rules: ReadonlyArray<Rule>
  readonly clock: () => Instant
  readonly newId?: NewId
  /** What a listener throws, with what it was told; nothing is done with it without this. */
  readonly onError?: (error: unknown, notice?: Notice) => void
}

/** A deliberation engine as an application sees it: commands go in, events and states come out, and no stream is ever named. */
export interface Deliberation {
  /** Decides one command and stores what comes of it. */
  readonly execute: Execute
  /** Counts a closed poll by its own rule, seals its box and records the tally. */
  readonly tally: (pollId: string, origin?: CommandOrigin) => TaskEither<TallyError, Tally>
  readonly query: {
    /** The state of one aggregate, by its ids in the order of its stream's name: `state('ballot', pollId, voterKey)`. */
    readonly state: <Name extends AggregateName>(
      name: Name,
      ...ids: ReadonlyArray<string>
    ) => TaskEither<Undecodable | StoreFailure, AggregateStates[Name]>
    /** What can happen next to it, and who may do it. */
    readonly expected: (name: AggregateName, ...ids: ReadonlyArray<string>) => TaskEither<Undecodable | StoreFailure, ReadonlyArray<Expectation>>
    /** The events of one consultation, or all, in the order of the log. */
    readonly events: (consultationId?: string) => Iterable<Recorded>
    /** What became of a contribution or a proposal. */
    readonly fateOf: (id: string) => Either<FateRejection, Fate>
  }
  /** Calls back for each event that this face stores from now on, in the order of the log; gives what ends it. */
  readonly subscribe: (listener: Listener) => () => void
}

const expectedOf =
  <Name extends AggregateName>(store: EventStore, name: Name, ids: ReadonlyArray<string>): ReturnType<Deliberation['query']['expected']> =>
  async () => {
    const one = aggregatesByName[name]
    const state = await one.state(store, ...ids)()
    return E.isLeft(state) ? state : E.right(one.expected(state.right))
  }

/**
 * Opens the face of the engine on a store.
 *
 * A command is found by its `type`, decoded, completed and decided: `at` comes from the clock where it is left out; the gate of the
 * consultation, the terms of a poll, the certificate of answers, the results that polls have certified are read from the log,
 * whatever the command says of them.
 * Errors: every refusal is a value with a `type`; what cannot be read is told by its place.
 * @example
 * import { E, instant } from '@isegoria/kernel'
 * import { memoryStore } from '@isegoria/store-memory'
 *
 * const face = openDeliberation({ store: memoryStore(), rules, clock: () => instant('2026-02-01T09:00:00Z') })
 * const draft = { type: 'DraftConsultation', consultationId: 'square', title: 'A new square', convenor: 'Little Aubel' }
 * const drafted = await face.execute(draft, { commandId: 'c-1' })()
 * E.isRight(drafted) && drafted.right.version // => 1
 * const again = await face.execute(draft, { commandId: 'c-1' })()
 * E.isRight(again) && again.right.repeated // => true
 * await face.execute({ type: 'OpenConsultatoin' })() // => E.left({ type: 'CommandUnknown', command: 'OpenConsultatoin', near: ['OpenConsultation'] })
 */
export const openDeliberation = ({ store, rules, clock, newId = uuidV7, onError = () => undefined }: Opening): Deliberation => {
  const { subscribe, whileStoring } = noticesOf(store, onError)
  const count = tallyPoll(store, rules)
  return {
    execute: executing({ store, clock, newId }, whileStoring),
    tally: (pollId, { commandId = newId() } = {}) => {
      const ids = [`${commandId}:seal`, `${commandId}:tally`]
      return () => whileStoring(ids, count(pollId, { commandId, recordedAt: clock() }))
    },
    query: {
      state: (name, ...ids) => aggregatesByName[name].state(store, ...ids),
      expected: (name, ...ids) => expectedOf(store, name, ids),
      events: (consultationId) => eventsOf(store, consultationId),
      fateOf: (id) => fateOf(store, id),
    },
    subscribe,
  }
}
