import * as fc from 'fast-check'
import { expect } from 'vitest'
import { E } from '@isegoria/kernel'
import type { Decider, EventCodec, Tagged } from '@isegoria/kernel'
import { livedThrough } from '@isegoria/testing'

interface Aggregate<Command extends Tagged, State, Event extends Tagged, Rejection> {
  readonly decider: Decider<Command, State, Event, Rejection>
  readonly events: EventCodec<Event>
  readonly commands: EventCodec<Command>
  readonly expected: (state: State) => ReadonlyArray<{ readonly command: Command['type'] }>
  readonly command: fc.Arbitrary<Command>
  readonly commandOf: (event: Event) => Command
  /** What three histories in four start with, where chance alone would seldom get that far. */
  readonly opening?: Command
  /** What holds of every history, asked beside the laws. */
  readonly always?: (events: ReadonlyArray<Event>, state: State) => void
}

/**
 * Holds an aggregate to the laws of a decider over random commands, to do only what it says is expected, to read its commands as JSON
 * gives them, to lead to each event again by the command that is made of it, and to have each of its events happen.
 */
export const heldToLaws = <Command extends Tagged, State, Event extends Tagged, Rejection>({
  decider,
  events: codec,
  commands,
  expected,
  command,
  commandOf,
  opening,
  always,
}: Aggregate<Command, State, Event, Rejection>): void => {
  const seen = new Map(codec.types.map((type) => [type, 0]))
  const random = fc.array(command, { maxLength: 40, size: 'max' })
  const histories = opening === undefined ? random : fc.tuple(fc.nat(3), random).map(([place, some]) => (place === 0 ? some : [opening, ...some]))
  fc.assert(
    fc.property(histories, (given) => {
      const { events, state: last, breach } = livedThrough(decider, codec, given)
      expect(breach).toBeUndefined()
      for (const { type } of events) seen.set(type, (seen.get(type) ?? 0) + 1)
      always?.(events, last)
      let state = decider.initialState
      for (const one of given) {
        const decided = decider.decide(one, state)
        if (E.isLeft(decided) || decided.right.length === 0) continue
        expect(expected(state).map((next) => next.command)).toContain(one.type)
        expect(decided.right.map((event) => decider.decide(commandOf(event), state))).toStrictEqual([decided])
        for (const event of decided.right) state = decider.evolve(state, event)
        expect(commands.decode(JSON.parse(JSON.stringify(one)))).toStrictEqual(E.right(one))
      }
    }),
    { numRuns: 300 },
  )
  for (const [type, times] of seen) expect([type, times > 0]).toStrictEqual([type, true])
}

/** For records as JSON gives them: with a prototype. */
export const plain = { noNullPrototype: true } as const
