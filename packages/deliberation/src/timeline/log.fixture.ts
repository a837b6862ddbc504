import type { EventStore } from '@isegoria/engine'
import type { Tagged } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import type { DeliberationEvent } from '../face/aggregates.ts'

export const drafted = (consultationId = 'c-1', title = 'A square for all'): DeliberationEvent => ({
  type: 'ConsultationDrafted',
  consultationId,
  title,
  convenor: 'The town',
})

/** A log of these events, one after the other; a timeline does not look at streams but for that of a consultation. */
export const logOfEvents = async (events: ReadonlyArray<Tagged>, recordedAt = '2026-05-01T00:00:00Z'): Promise<EventStore> => {
  const store = memoryStore()
  for (const [place, event] of events.entries()) {
    const stream = event.type === 'ConsultationDrafted' ? `consultation-${place}` : `other-${place}`
    await store.append({ stream, expected: 'any', events: [event], commandId: `${recordedAt}:${place}`, recordedAt })()
  }
  return store
}
