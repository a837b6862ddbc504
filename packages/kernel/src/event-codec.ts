import * as t from 'io-ts'
import { decode } from './decode.ts'
import type { Undecodable } from './decode.ts'
import type { Tagged } from './event.ts'
import { E } from './fp.ts'
import type { Either } from './fp.ts'

/** Decodes any event of one stream kind; the codec is found by the event's type in a map, never by trial. */
export interface EventCodec<Event extends Tagged> {
  readonly types: ReadonlyArray<string>
  readonly decode: (event: unknown) => Either<Undecodable, Event>
}

const tagged = t.type({ type: t.string }, 'Event')

/** An event codec from one codec for each event type, keyed by that type. */
export const eventCodec = <Event extends Tagged>(codecs: {
  readonly [Type in Event['type']]: t.Type<Extract<Event, { type: Type }>, unknown>
}): EventCodec<Event> => {
  const byType = new Map<string, t.Type<Event, unknown>>(Object.entries(codecs))
  return {
    types: [...byType.keys()],
    decode: (event) => {
      const tag = decode(tagged, event)
      if (E.isLeft(tag)) return tag
      const codec = byType.get(tag.right.type)
      if (codec === undefined)
        return E.left({ type: 'Undecodable', expected: [...byType.keys()].join(' | '), reasons: [`unknown event type '${tag.right.type}'`] })
      return decode(codec, event)
    },
  }
}
