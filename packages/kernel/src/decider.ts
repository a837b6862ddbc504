import type { Either } from './fp.ts'

/** The whole behaviour of one stream of events, as three pure values. `evolve` may return the same object when nothing changes. */
export interface Decider<Command, State, Event, Rejection> {
  readonly initialState: State
  readonly decide: (command: Command, state: State) => Either<Rejection, ReadonlyArray<Event>>
  readonly evolve: (state: State, event: Event) => State
}

/** A fold over events: what a decider and a read model have in common. */
export interface View<State, Event> {
  readonly initialState: State
  readonly evolve: (state: State, event: Event) => State
}

/**
 * The state after `events`, oldest first. Cost: one `evolve` an event.
 *
 * @example
 * const turnout = { initialState: 0, evolve: (voters: number, _: { type: 'BallotCast' }) => voters + 1 }
 * replay(turnout, [{ type: 'BallotCast' }, { type: 'BallotCast' }]) // => 2
 */
export const replay = <State, Event>(view: View<State, Event>, events: Iterable<Event>, from = view.initialState): State => {
  let state = from
  for (const event of events) state = view.evolve(state, event)
  return state
}
