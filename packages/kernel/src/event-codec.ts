import type * as t from 'io-ts'
import { decode } from './decode.ts'
import type { Undecodable } from './decode.ts'
import type { Tagged } from './event.ts'
import { E } from './fp.ts'
import type { Either } from './fp.ts'
import { passesUnchanged } from './passes-unchanged.ts'

/** Decodes any event of one stream kind; the codec is found by the event's type in a map, never by trial. */
export interface EventCodec<Event extends Tagged> {
  readonly types: ReadonlyArray<string>
  readonly decode: (event: unknown) => Either<Undecodable, Event>
}

type Decode<Event> = (event: unknown) => Either<Undecodable, Event>

const typeOf = (event: unknown): string | undefined =>
  typeof event === 'object' && event !== null && 'type' in event && typeof event.type === 'string' ? event.type : undefined

const byType = <Event extends Tagged>(decoders: ReadonlyMap<string, Decode<Event>>): EventCodec<Event> => {
  const types = [...decoders.keys()]
  const unknown = (type: string | undefined): Undecodable => ({
    type: 'Undecodable',
    expected: types.join(' | '),
    reasons: [type === undefined ? 'an event is an object with a type' : `unknown event type '${type}'`],
  })
  return {
    types,
    decode: (event) => {
      const type = typeOf(event)
      const decoder = type === undefined ? undefined : decoders.get(type)
      return decoder === undefined ? E.left(unknown(type)) : decoder(event)
    },
  }
}

const decoderOf = <Event>(codec: t.Type<Event, unknown>): Decode<Event> => {
  const isGood = passesUnchanged(codec)
  return (event) => (isGood(event) ? E.right(event) : decode(codec, event))
}

/**
 * An event codec from one codec for each event type, keyed by that type.
 *
 * @example
 * import * as t from 'io-ts'
 *
 * interface Opened {
 *   readonly type: 'Opened'
 *   readonly by: string
 * }
 * const events = eventCodec<Opened>({ Opened: t.strict({ type: t.literal('Opened'), by: t.string }) })
 * events.decode({ type: 'Opened', by: 'the mayor' }) // => E.right({ type: 'Opened', by: 'the mayor' })
 * E.isLeft(events.decode({ type: 'Shut' })) // => true
 */
export const eventCodec = <Event extends Tagged>(codecs: {
  readonly [Type in Event['type']]: t.Type<Extract<Event, { type: Type }>, unknown>
}): EventCodec<Event> => {
  const byName = new Map<string, t.Type<Event, unknown>>(Object.entries(codecs))
  return byType(new Map([...byName].map(([type, codec]) => [type, decoderOf(codec)])))
}

/** One codec for the events of several: what reads a whole log. Where two know one type, the last one decodes it. */
export const anyOf = <Event extends Tagged>(codecs: ReadonlyArray<EventCodec<Event>>): EventCodec<Event> =>
  byType(new Map(codecs.flatMap(({ types, decode: decoder }) => types.map((type) => [type, decoder]))))
