import type { EventStore } from '@isegoria/engine'
import type { Recorded } from '@isegoria/kernel'
import { isFields } from './fields.ts'

/** What a thing is named by in events, and by what it is found. */
const named: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
  ['pollId', ['pollId']],
  ['proposalId', ['proposalId']],
  ['contributionId', ['contributionId']],
  ['contentId', ['contributionId', 'proposalId']],
  ['textId', ['textId']],
  ['questionnaireId', ['questionnaireId']],
  ['rollId', ['rollId']],
  ['projectId', ['proposalId']],
]

/**
 * The events of one consultation in the order of the log, or all of them. An event belongs to the consultation that it names, else to
 * that of its stream, else to that of the poll, proposal, text, questionnaire or roll that it names.
 *
 * Cost: one pass; memory for one entry a stream.
 * Errors: throws where the log turns out to be damaged, as `readAll` of the store.
 */
export function* eventsOf(store: EventStore, consultationId?: string): Generator<Recorded> {
  if (consultationId === undefined) return yield* store.readAll()
  const [streams, things] = [new Set<string>(), new Set<string>()]
  for (const recorded of store.readAll()) {
    const { event, stream } = recorded
    const fields: unknown = event
    if (!isFields(fields)) continue
    const said = fields['consultationId']
    const isNamed = (): boolean => named.some(([field, kinds]) => kinds.some((kind) => things.has(`${kind} ${String(fields[field])}`)))
    const isHere = typeof said === 'string' ? said === consultationId : streams.has(stream) || isNamed()
    if (!isHere) continue
    streams.add(stream)
    if (said === consultationId) for (const [field] of named) if (typeof fields[field] === 'string') things.add(`${field} ${String(fields[field])}`)
    yield recorded
  }
}
