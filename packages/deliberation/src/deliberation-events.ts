import { envelopeEvents, feasibilityEvents } from '@isegoria/budget'
import type { EnvelopeEvent, FeasibilityEvent } from '@isegoria/budget'
import { consultationEvents } from '@isegoria/consultation'
import type { ConsultationEvent } from '@isegoria/consultation'
import { anyOf } from '@isegoria/kernel'
import type { EventCodec } from '@isegoria/kernel'
import { ballotEvents, boxEvents, electorEvents, pollEvents, rollEvents, spentEvents } from '@isegoria/voting'
import type { BallotEvent, ElectorEvent, PollEvent, SecretEvent } from '@isegoria/voting'

/** Every event that a consultation's log may hold. */
export type DeliberationEvent = ConsultationEvent | PollEvent | BallotEvent | SecretEvent | ElectorEvent | EnvelopeEvent | FeasibilityEvent

/** Decodes any event of the log with the codec of its aggregate. */
export const deliberationEvents: EventCodec<DeliberationEvent> = anyOf<DeliberationEvent>([
  ballotEvents,
  boxEvents,
  rollEvents,
  spentEvents,
  electorEvents,
  pollEvents,
  consultationEvents,
  envelopeEvents,
  feasibilityEvents,
])
