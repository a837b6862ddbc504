import { E, placed } from '@isegoria/kernel'
import type { Either, EventCodec, Tagged, Undecodable, View } from '@isegoria/kernel'
import type { EventStore } from './event-store.ts'

/** A view and how far it has read. */
export interface Projected<State> {
  readonly state: State
  /** Position of the last event folded in; go on from here. */
  readonly checkpoint: number
  readonly events: number
}

/**
 * Folds the log into a view, from a checkpoint on, one event at a time in constant memory.
 *
 * Only events of the codec's types are read. Errors: the first event that cannot be decoded, with its stream and version.
 * @example
 * import { E } from '@isegoria/kernel'
 * import { memoryStore } from '@isegoria/store-memory'
 * import { ballotEvents } from '@isegoria/voting'
 * import type { BallotEvent } from '@isegoria/voting'
 *
 * const cast = { initialState: 0, evolve: (count: number, { type }: BallotEvent) => (type === 'BallotCast' ? count + 1 : count) }
 * project(memoryStore(), ballotEvents, cast) // => E.right({ state: 0, checkpoint: 0, events: 0 })
 */
export const project = <State, Event extends Tagged>(
  store: EventStore,
  codec: EventCodec<Event>,
  view: View<State, Event>,
  from: Projected<State> = { state: view.initialState, checkpoint: 0, events: 0 },
): Either<Undecodable, Projected<State>> => {
  let { state, checkpoint, events } = from
  for (const { event, stream, version, position } of store.readOccurrences({ after: checkpoint, types: codec.types })) {
    const decoded = codec.decode(event)
    if (E.isLeft(decoded)) return E.left(placed(`${stream}@${version}`, decoded.left))
    state = view.evolve(state, decoded.right)
    checkpoint = position
    events++
  }
  return E.right({ state, checkpoint, events })
}
