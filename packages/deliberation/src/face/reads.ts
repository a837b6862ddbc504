import { consultation, consultationEvents, consultationStream } from '@isegoria/consultation'
import type { ConsultationState } from '@isegoria/consultation'
import { decodeAll } from '@isegoria/engine'
import type { EventStore, StoreFailure } from '@isegoria/engine'
import { E, replay } from '@isegoria/kernel'
import type { Decider, Either, EventCodec, Tagged, Undecodable } from '@isegoria/kernel'
import { poll, pollEvents, pollStream } from '@isegoria/voting'
import type { PollState } from '@isegoria/voting'
import { isFields, textOf } from './fields.ts'
import type { Fields } from './fields.ts'

/** Why a command could not be completed from the log. */
export type GivenRejection =
  | Undecodable
  | StoreFailure
  /** No ballot is taken now; `status` is the stage of the poll. */
  | { readonly type: 'PollNotOpen'; readonly pollId: string; readonly status: PollState['status'] }
  /** The face counts polls itself: `tally` seals the box and records what the rule says. */
  | { readonly type: 'CountedByTally'; readonly command: string }
  /** A consultation closes on a decision that was taken for it. */
  | { readonly type: 'ConclusionWithoutDecision'; readonly decisionId: string }
  | { readonly type: 'RollNotDrafted'; readonly rollId: string }
  | { readonly type: 'WaveNotOpened'; readonly questionnaireId: string; readonly wave: string }

export type Read<Value> = Promise<Either<Undecodable | StoreFailure, Value>>

/** Completes a command with what the log says. */
export type Given = (command: Fields, reads: Reads) => Promise<Either<GivenRejection, Fields>>

type Folded<State, Event extends Tagged> = Pick<Decider<never, State, Event, never>, 'initialState' | 'evolve'>

/** What the face reads from the log before a command is decided. */
export interface Reads {
  readonly store: EventStore
  /** Kept as far as it was read: only what came after is read again. */
  readonly consultation: (consultationId: string) => Read<ConsultationState>
  readonly poll: (pollId: string) => Read<PollState>
  readonly state: <State, Event extends Tagged>(folded: Folded<State, Event>, codec: EventCodec<Event>, stream: string) => Read<State>
  /** Of which consultation a stream's first event says that it is; nothing for an empty one. */
  readonly home: (stream: string) => Read<string | undefined>
}

const keptStates = <State, Event extends Tagged>(store: EventStore, folded: Folded<State, Event>, codec: EventCodec<Event>) => {
  const kept = new Map<string, { readonly state: State; readonly version: number }>()
  return async (stream: string): Read<State> => {
    const from = kept.get(stream) ?? { state: folded.initialState, version: 0 }
    const recorded = await store.readStream(stream, from.version)()
    if (E.isLeft(recorded)) return recorded
    const events = decodeAll(codec, recorded.right)
    if (E.isLeft(events)) return events
    const state = replay(folded, events.right, from.state)
    if (events.right.length > 0) kept.set(stream, { state, version: from.version + events.right.length })
    return E.right(state)
  }
}

export const readsOf = (store: EventStore): Reads => {
  const consultations = keptStates(store, consultation, consultationEvents)
  const polls = keptStates(store, poll, pollEvents)
  return {
    store,
    consultation: (consultationId) => consultations(consultationStream(consultationId)),
    poll: (pollId) => polls(pollStream(pollId)),
    state: (folded, codec, stream) => keptStates(store, folded, codec)(stream),
    home: async (stream) => {
      const recorded = await store.readStream(stream)()
      if (E.isLeft(recorded)) return recorded
      const event: unknown = recorded.right[0]?.event
      return E.right(isFields(event) ? textOf(event, 'consultationId') : undefined)
    },
  }
}
