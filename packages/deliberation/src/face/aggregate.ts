import { decodeAll, handle } from '@isegoria/engine'
import type { CommandContext, EventStore, Handled, HandleError, StoreFailure } from '@isegoria/engine'
import { E, placed, replay } from '@isegoria/kernel'
import type { Decider, Either, EventCodec, Occurrence, Tagged, TaskEither, Undecodable } from '@isegoria/kernel'
import { following } from '../following.ts'
import type { Fields } from './fields.ts'
import type { Given, GivenRejection, Reads } from './reads.ts'

/** One thing that can happen next and who may do it; what else is said of it depends on the aggregate. */
export interface Expectation {
  readonly command: string
  readonly by: string
}

/** An event where it stands, and what is wrong with it there. */
export interface FollowedEvent<Event> {
  readonly event: Event
  readonly problem: string | undefined
}
type FollowRaw<Event> = (occurrence: Occurrence) => Either<Undecodable, FollowedEvent<Event>>

/** What the face needs to know of an aggregate. */
interface Definition<Command extends Tagged, State, Event extends Tagged, Rejection extends Tagged> {
  readonly decider: Decider<Command, State, Event, Rejection>
  readonly events: EventCodec<Event>
  readonly commands: EventCodec<Command>
  readonly streamOf: (command: Command) => string
  readonly streamOfEvent: (event: Event) => string
  /** The stream of the ids that `state` is asked with, in the order of the stream's name. */
  readonly stream: (id: string, within: string, last: string) => string
  /** Where there is none, a replay looks only at where its events stand. */
  readonly commandOf?: (event: Event) => Command
  readonly expected?: (state: State) => ReadonlyArray<Expectation>
  /** What the face reads from the log and puts into a command, whatever its sender says of it. */
  readonly given?: Given
  /** The stream of a command that could not be completed, in which its first sending may have been stored. */
  readonly streamOfAsked?: (command: Fields) => string
  /** Whoever reads a whole log follows these streams themselves. */
  readonly isFollowedWithItsPoll?: true
}

export interface Executed<Event> extends Handled<Event> {
  readonly stream: string
}

/** An aggregate with its types closed in: it decodes, decides and reads for itself. */
export interface Aggregate<Command extends Tagged, State, Event extends Tagged, Rejection> {
  readonly events: EventCodec<Event>
  readonly commands: EventCodec<Command>
  readonly stream: (...ids: ReadonlyArray<string>) => string
  readonly execute: (command: Fields, reads: Reads, context: CommandContext) => TaskEither<HandleError<Rejection> | GivenRejection, Executed<Event>>
  readonly state: (store: EventStore, ...ids: ReadonlyArray<string>) => TaskEither<Undecodable | StoreFailure, State>
  readonly expected: (state: State) => ReadonlyArray<Expectation>
  /** Follows the streams of one log: each event is decoded, and decided again. */
  readonly follow: () => FollowRaw<Event>
}

/** What the codec knows of each event, and no field that it does not know: a command's odd fields never reach the log. */
const onlyKnown = <Event extends Tagged>(codec: EventCodec<Event>, events: ReadonlyArray<Event>): ReadonlyArray<Event> =>
  events.map((event) => {
    const decoded = codec.decode(event)
    return E.isRight(decoded) ? decoded.right : event
  })

/** A decider reads a command as its type has it; one whose parts are something else makes it throw, and is told as what it is. */
const decidedBy = <Command extends Tagged, State, Event, Rejection>(
  decider: Decider<Command, State, Event, Rejection>,
  command: Command,
  state: State,
): Either<Rejection | Undecodable, ReadonlyArray<Event>> => {
  try {
    return decider.decide(command, state)
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown
    return E.left({ type: 'Undecodable', expected: command.type, reasons: [`${command.type} has a part of another shape: ${thrown.message}`] })
  }
}

/** The answer to a command that was stored before, though what it relied upon is gone by now: the first answer stands. */
const repeatOf = async (
  store: EventStore,
  stream: string | undefined,
  { commandId }: CommandContext,
): Promise<Either<never, Executed<never>> | undefined> => {
  if (stream === undefined) return undefined
  const recorded = await store.readStream(stream)()
  const known = E.isLeft(recorded) ? undefined : recorded.right.findLast((one) => one.commandId === commandId)
  return known === undefined ? undefined : E.right({ stream, events: [], version: known.version, repeated: true })
}

export const aggregate = <Command extends Tagged, State, Event extends Tagged, Rejection extends Tagged>(
  definition: Definition<Command, State, Event, Rejection>,
): Aggregate<Command, State, Event, Rejection> => {
  const { decider, events, commands, streamOf, streamOfEvent, stream, commandOf, expected = () => [], given } = definition
  const { isFollowedWithItsPoll = false } = definition
  const storing: Decider<Command, State, Event, Rejection | Undecodable> = {
    ...decider,
    decide: (command, state) => {
      const decided = decidedBy(decider, command, state)
      return E.isLeft(decided) ? decided : E.right(onlyKnown(events, decided.right))
    },
  }
  return {
    events,
    commands,
    expected,
    stream: (id = '', within = '', last = '') => stream(id, within, last),
    execute: (asked, reads, context) => async () => {
      const complete = given === undefined ? E.right(asked) : await given(asked, reads)
      if (E.isLeft(complete)) return (await repeatOf(reads.store, definition.streamOfAsked?.(asked), context)) ?? complete
      const command = commands.decode(complete.right)
      if (E.isLeft(command)) return command
      const name = streamOf(command.right)
      const handled = await handle(storing, events, reads.store)(name, command.right, context)()
      return E.isLeft(handled) ? handled : E.right({ stream: name, ...handled.right })
    },
    state:
      (store, id = '', within = '', last = '') =>
      async () => {
        const recorded = await store.readStream(stream(id, within, last))()
        if (E.isLeft(recorded)) return recorded
        const decoded = decodeAll(events, recorded.right)
        return E.isLeft(decoded) ? decoded : E.right(replay(decider, decoded.right))
      },
    follow: () => {
      const follow = following(decider, streamOfEvent, commandOf)
      return (occurrence) => {
        const decoded = events.decode(occurrence.event)
        if (E.isLeft(decoded)) return E.left(placed(`${occurrence.stream}@${occurrence.version}`, decoded.left))
        return E.right({ event: decoded.right, problem: isFollowedWithItsPoll ? undefined : follow(occurrence, decoded.right) })
      }
    },
  }
}
