import { envelopeEvents } from '@isegoria/budget'
import type { EnvelopeEvent } from '@isegoria/budget'
import { consultationEvents } from '@isegoria/consultation'
import type { ConsultationEvent } from '@isegoria/consultation'
import type { EventCodec } from '@isegoria/kernel'
import { ballotEvents, pollEvents } from '@isegoria/voting'
import type { BallotEvent, PollEvent } from '@isegoria/voting'

/** Every event that a consultation's log may hold. */
export type DeliberationEvent = ConsultationEvent | PollEvent | BallotEvent | EnvelopeEvent

const codecs: ReadonlyArray<EventCodec<DeliberationEvent>> = [ballotEvents, pollEvents, consultationEvents, envelopeEvents]
const byType = new Map(codecs.flatMap((codec) => codec.types.map((type) => [type, codec] as const)))

/** Decodes any event of the log with the codec of its aggregate. */
export const deliberationEvents: EventCodec<DeliberationEvent> = {
  types: [...byType.keys()],
  decode: (event) => (byType.get(typeOf(event)) ?? consultationEvents).decode(event),
}

const typeOf = (event: unknown): string =>
  typeof event === 'object' && event !== null && 'type' in event && typeof event.type === 'string' ? event.type : ''
