import { canonicalText, E } from '@isegoria/kernel'
import type { Decider, Occurrence, Tagged } from '@isegoria/kernel'

/** Where an event stands. */
type Place = Pick<Occurrence, 'stream' | 'version'>

/** Decides every event of the small streams again; gives a sentence for one that its decider would not have written there. */
export type Follow<Event> = (place: Place, event: Event) => string | undefined

/** Follows the streams of one aggregate; where no command can be told from an event, it is only asked where the event stands. */
export const following = <Command, State, Event extends Tagged, Rejection extends Tagged>(
  decider: Decider<Command, State, Event, Rejection>,
  streamOf: (event: Event) => string,
  commandOf?: (event: Event) => Command,
): Follow<Event> => {
  const streams = new Map<string, { readonly state: State; readonly version: number }>()
  return ({ stream, version }, event) => {
    const before = streams.get(stream) ?? { state: decider.initialState, version: 0 }
    streams.set(stream, { state: commandOf === undefined ? before.state : decider.evolve(before.state, event), version })
    if (version !== before.version + 1) return `${event.type} stands where event ${before.version + 1} of its stream is missing`
    if (stream !== streamOf(event)) return `${event.type} belongs to ${streamOf(event)}`
    if (commandOf === undefined) return undefined
    const decided = decider.decide(commandOf(event), before.state)
    if (E.isLeft(decided)) return `${event.type} could not have been decided there: ${decided.left.type}`
    return canonicalText(decided.right) === canonicalText([event]) ? undefined : `${event.type} is not what would have been decided there`
  }
}
