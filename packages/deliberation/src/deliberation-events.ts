import { anyOf } from '@isegoria/kernel'
import type { EventCodec } from '@isegoria/kernel'
import { aggregates, secretCodecs } from './face/aggregates.ts'
import type { DeliberationEvent } from './face/aggregates.ts'

/** Decodes any event of the log with the codec of its aggregate. */
export const deliberationEvents: EventCodec<DeliberationEvent> = anyOf<DeliberationEvent>([
  ...Object.values(aggregates).map(({ events }) => events),
  ...secretCodecs,
])
