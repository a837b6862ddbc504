import { E, placed, replay } from '@isegoria/kernel'
import type { Decider, Either, EventCodec, Recorded, Tagged, TaskEither, Undecodable } from '@isegoria/kernel'
import type { Appended, AppendError, Conflict, EventStore, StoreFailure } from './event-store.ts'

/** Who asks, and when: the same `commandId` again on the same stream has no second effect. */
export interface CommandContext {
  readonly commandId: string
  readonly recordedAt: string
}

/** What came of a command: the events decided now (none when there was nothing to do, or when the command was a repeat). */
export interface Handled<Event> {
  readonly events: ReadonlyArray<Event>
  /** Of the last event that the command wrote, now or the first time; of the stream where it wrote none. */
  readonly version: number
  readonly repeated: boolean
}

/** Other writers kept winning; `attempts` were made. */
export interface TooMuchContention {
  readonly type: 'TooMuchContention'
  readonly stream: string
  readonly attempts: number
  readonly last: Conflict
}

export type HandleError<Rejection> = Rejection | Undecodable | StoreFailure | TooMuchContention

const mostAttempts = 5

/** Decodes stored events with the codec of their stream; the first unreadable one stops everything. */
export const decodeAll = <Event extends Tagged>(
  codec: EventCodec<Event>,
  recorded: ReadonlyArray<Recorded>,
): Either<Undecodable, ReadonlyArray<Event>> => {
  const events: Array<Event> = []
  for (const { event, stream, version } of recorded) {
    const decoded = codec.decode(event)
    if (E.isLeft(decoded)) return E.left(placed(`${stream}@${version}`, decoded.left))
    events.push(decoded.right)
  }
  return E.right(events)
}

/** Why an event that was decided could never be read back; a decider and a codec that disagree must not reach a log. */
export const firstUnreadable = <Event extends Tagged>(
  codec: EventCodec<Event>,
  stream: string,
  events: ReadonlyArray<Event>,
): Undecodable | undefined => {
  for (const event of events) {
    const decoded = codec.decode(event)
    if (E.isLeft(decoded)) return placed(stream, decoded.left)
  }
  return undefined
}

/**
 * Reads a stream, decides on its state and appends with the expected revision: the one place where deciding meets storage.
 *
 * A conflict re-reads and decides again, at most five times in all. A command id that the stream has already stored is
 * answered with no new events, even when deciding again would refuse it: the first answer stands.
 * Errors: the decider's rejection, an event, stored or about to be, that the codec cannot decode, a store failure, or too
 * much contention. What a decider throws is its defect and is thrown on.
 * @example
 * import * as t from 'io-ts'
 * import { E, eventCodec } from '@isegoria/kernel'
 * import type { Decider } from '@isegoria/kernel'
 * import { memoryStore } from '@isegoria/store-memory'
 *
 * interface Signed {
 *   readonly type: 'Signed'
 *   readonly by: string
 * }
 * const events = eventCodec<Signed>({ Signed: t.strict({ type: t.literal('Signed'), by: t.string }) })
 * const petition: Decider<{ readonly by: string }, ReadonlyArray<string>, Signed, { readonly type: 'SignedAlready' }> = {
 *   initialState: [],
 *   decide: ({ by }, signed) => (signed.includes(by) ? E.left({ type: 'SignedAlready' }) : E.right([{ type: 'Signed', by }])),
 *   evolve: (signed, { by }) => [...signed, by],
 * }
 *
 * const send = handle(petition, events, memoryStore())
 * const at = (commandId: string) => ({ commandId, recordedAt: '2026-03-01T08:00:00Z' })
 * await send('petition-1', { by: 'Ana' }, at('c-1'))() // => E.right({ events: [{ type: 'Signed', by: 'Ana' }], version: 1, repeated: false })
 * await send('petition-1', { by: 'Ana' }, at('c-1'))() // => E.right({ events: [], version: 1, repeated: true })
 * await send('petition-1', { by: 'Ana' }, at('c-2'))() // => E.left({ type: 'SignedAlready' })
 */
export const handle =
  <Command, State, Event extends Tagged, Rejection>(
    decider: Decider<Command, State, Event, Rejection>,
    codec: EventCodec<Event>,
    store: EventStore,
  ) =>
  (stream: string, command: Command, context: CommandContext): TaskEither<HandleError<Rejection>, Handled<Event>> =>
  async () => {
    for (let attempt = 1; ; attempt++) {
      const past = await store.readStream(stream)()
      if (E.isLeft(past)) return past
      const version = past.right.length
      const known = past.right.findLast(({ commandId }) => commandId === context.commandId)
      if (known !== undefined) return E.right({ events: [], version: known.version, repeated: true })
      const decoded = decodeAll(codec, past.right)
      if (E.isLeft(decoded)) return decoded
      const decided = decider.decide(command, replay(decider, decoded.right))
      if (E.isLeft(decided)) return decided
      const events = decided.right
      if (events.length === 0) return E.right({ events, version, repeated: false })
      const unreadable = firstUnreadable(codec, stream, events)
      if (unreadable !== undefined) return E.left(unreadable)
      const appended: Either<AppendError, Appended> = await store.append({ stream, expected: { at: version }, events, ...context })()
      if (E.isRight(appended))
        return E.right({ events: appended.right.repeated ? [] : events, version: appended.right.version, repeated: appended.right.repeated })
      if (appended.left.type === 'StoreFailure') return E.left(appended.left)
      if (attempt === mostAttempts) return E.left({ type: 'TooMuchContention', stream, attempts: attempt, last: appended.left })
    }
  }
