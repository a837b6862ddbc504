import { expect } from 'vitest'
import { E, replay } from '@isegoria/kernel'
import type { Decider, EventCodec, Tagged } from '@isegoria/kernel'

/** Every event of a stream is what the command made of it would have led to there, also as JSON gives that command. */
export const decidedAgain = <Command extends Tagged, State, Event, Rejection>(
  decider: Decider<Command, State, Event, Rejection>,
  commandOf: (event: Event) => Command,
  commands: EventCodec<Command>,
  events: ReadonlyArray<Event>,
): void => {
  let state = replay(decider, [])
  for (const event of events) {
    const command = commandOf(event)
    expect(commands.decode(JSON.parse(JSON.stringify(command)))).toStrictEqual(E.right(command))
    expect(decider.decide(command, state)).toStrictEqual(E.right([event]))
    state = decider.evolve(state, event)
  }
}
