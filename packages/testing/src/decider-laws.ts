import { isDeepStrictEqual } from 'node:util'
import { E, replay } from '@isegoria/kernel'
import type { Decider, EventCodec, Tagged } from '@isegoria/kernel'

/** What came of a sequence of commands: all events in order, and the first law that was broken, if one was. */
export interface Lived<State, Event> {
  readonly events: ReadonlyArray<Event>
  readonly state: State
  readonly breach?: string
}

const stored = <Event extends Tagged>(codec: EventCodec<Event>, event: Event): Event | undefined => {
  const decoded = codec.decode(JSON.parse(JSON.stringify(event)))
  return E.isRight(decoded) && isDeepStrictEqual(decoded.right, event) ? decoded.right : undefined
}

/**
 * Lives through `commands`, as one stream would, and checks the laws that every decider obeys:
 *
 * - stored: each event comes back from JSON and its codec as it was;
 * - idempotence: a command decided again at once adds nothing, it is refused or there is nothing to do;
 * - purity: neither deciding nor folding changes a state that was given;
 * - fold: the state is that of replaying the stored events from nothing.
 *
 * @example
 * import { consultation, consultationEvents } from '@isegoria/consultation'
 *
 * const draft = { type: 'DraftConsultation', consultationId: 'c-1', title: 'A new square', convenor: 'Little Aubel' } as const
 * const { events, breach } = livedThrough(consultation, consultationEvents, [draft, draft])
 * events.length // => 1
 * breach // => undefined
 */
export const livedThrough = <Command extends Tagged, State, Event extends Tagged, Rejection>(
  decider: Decider<Command, State, Event, Rejection>,
  codec: EventCodec<Event>,
  commands: ReadonlyArray<Command>,
): Lived<State, Event> => {
  const events: Array<Event> = []
  let state = decider.initialState
  for (const command of commands) {
    const before = structuredClone(state)
    const decision = decider.decide(command, state)
    const decided = E.isRight(decision) ? decision.right : []
    const given = state
    for (const event of decided) {
      const kept = stored(codec, event)
      if (kept === undefined) return { events, state, breach: `stored: ${JSON.stringify(event)} does not come back as it was` }
      events.push(kept)
      state = decider.evolve(state, event)
    }
    if (!isDeepStrictEqual(given, before)) return { events, state, breach: `purity: ${command.type} changed the state that it was given` }
    const again = decider.decide(command, state)
    if (E.isRight(again) && again.right.length > 0)
      return { events, state, breach: `idempotence: ${command.type} again is ${JSON.stringify(again.right)}` }
  }
  const folded = replay(decider, events)
  return isDeepStrictEqual(folded, state) ? { events, state } : { events, state, breach: `fold: replaying gives ${JSON.stringify(folded)}` }
}
