import { E } from '@isegoria/kernel'
import type { Decider, EventCodec, Tagged } from '@isegoria/kernel'
import type { Commit } from './event-store.ts'
import { firstUnreadable } from './handle.ts'

/** A command was refused while a batch was being decided; thrown inside the batch so that the store keeps none of it. */
export class BatchRefused<Rejection = unknown> extends Error {
  override readonly name = 'BatchRefused'
  readonly stream: string
  readonly rejection: Rejection
  constructor(stream: string, rejection: Rejection) {
    super(`${stream} refused: ${JSON.stringify(rejection)}`)
    this.stream = stream
    this.rejection = rejection
  }
}

/** One new stream that a batch writes command after command, holding its state so that nothing is read back. */
export interface BatchStream<Command, State> {
  readonly state: () => State
  /** Decides and gives the commit to append; throws `BatchRefused` for a rejection and for an event that the codec cannot decode. */
  readonly execute: (command: Command, commandId: string) => Commit
}

/**
 * The bulk path of `handle`: the same decider decides the same commands into the same events, without a read for each.
 *
 * The stream must be new: its first commit says so and the store refuses it otherwise.
 * @example
 * import * as t from 'io-ts'
 * import { E, eventCodec } from '@isegoria/kernel'
 * import type { Decider } from '@isegoria/kernel'
 * import { memoryStore } from '@isegoria/store-memory'
 *
 * interface Counted {
 *   readonly type: 'Counted'
 *   readonly by: number
 * }
 * const events = eventCodec<Counted>({ Counted: t.strict({ type: t.literal('Counted'), by: t.number }) })
 * const count: Decider<number, number, Counted, never> = {
 *   initialState: 0,
 *   decide: (by) => E.right([{ type: 'Counted', by }]),
 *   evolve: (sum, { by }) => sum + by,
 * }
 * const stream = batchStream(count, events, 'count-1', '2026-03-01T08:00:00Z')
 * const commits = [2, 3].map((by) => stream.execute(by, `c-${by}`))
 * await memoryStore().appendMany(commits)() // => E.right({ events: 2, position: 2 })
 * stream.state() // => 5
 */
export const batchStream = <Command, State, Event extends Tagged, Rejection>(
  decider: Decider<Command, State, Event, Rejection>,
  codec: EventCodec<Event>,
  stream: string,
  recordedAt: string,
): BatchStream<Command, State> => {
  let state = decider.initialState
  let version = 0
  return {
    state: () => state,
    execute: (command, commandId) => {
      const decided = decider.decide(command, state)
      if (E.isLeft(decided)) throw new BatchRefused(stream, decided.left)
      const events = decided.right
      const unreadable = firstUnreadable(codec, stream, events)
      if (unreadable !== undefined) throw new BatchRefused(stream, unreadable)
      const expected = version === 0 ? 'no-stream' : { at: version }
      for (const event of events) state = decider.evolve(state, event)
      version += events.length
      return { stream, expected, events, commandId, recordedAt }
    },
  }
}
