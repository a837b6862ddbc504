import { decodeAll, handle } from '@isegoria/engine'
import type { EventStore } from '@isegoria/engine'
import { E, replay } from '@isegoria/kernel'
import type { Decider, EventCodec, Instant, Tagged } from '@isegoria/kernel'

/** Where commands for one kind of aggregate are sent, and what became of it is asked. */
export interface Room<Command, State, Rejection> {
  /** Errors: throws where the command is refused, since the example says that it is not. */
  readonly act: (id: string, command: Command, at: Instant) => Promise<State>
  /** Why a command is refused. Errors: throws where it is not. */
  readonly refusal: (id: string, command: Command, at: Instant) => Promise<Rejection>
  readonly state: (id: string) => Promise<State>
}

/** Rooms over one store, with command ids that count. */
export const roomsOver = (store: EventStore) => {
  let commands = 0
  return <Command, State, Event extends Tagged, Rejection extends Tagged>(
    decider: Decider<Command, State, Event, Rejection>,
    codec: EventCodec<Event>,
    streamOf: (id: string) => string,
  ): Room<Command, State, Rejection> => {
    const send = handle(decider, codec, store)
    const state = async (id: string): Promise<State> => {
      const past = await store.readStream(streamOf(id))()
      if (E.isLeft(past)) throw new Error(past.left.reason)
      const events = decodeAll(codec, past.right)
      if (E.isLeft(events)) throw new Error(`${streamOf(id)} : ${JSON.stringify(events.left)}`)
      return replay(decider, events.right)
    }
    const sent = (id: string, command: Command, recordedAt: Instant) =>
      send(streamOf(id), command, { commandId: `commande-${++commands}`, recordedAt })()
    return {
      state,
      act: async (id, command, at) => {
        const answered = await sent(id, command, at)
        if (E.isLeft(answered)) throw new Error(`${streamOf(id)} refuse : ${JSON.stringify(answered.left)}`)
        return state(id)
      },
      refusal: async (id, command, at) => {
        const current = await state(id)
        const decided = decider.decide(command, current)
        const answered = await sent(id, command, at)
        if (E.isLeft(decided) && E.isLeft(answered)) return decided.left
        throw new Error(`${streamOf(id)} accepte ce qui devait être refusé`)
      },
    }
  }
}
