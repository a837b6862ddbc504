import type { EventStore, HandleError } from '@isegoria/engine'
import { E, Instant, isBefore } from '@isegoria/kernel'
import type { NewId, Tagged, TaskEither } from '@isegoria/kernel'
import type { Aggregate, Executed } from './aggregate.ts'
import { aggregatesByName } from './aggregates.ts'
import type { DeliberationEvent, DeliberationRejection } from './aggregates.ts'
import { timeFieldOf } from './clocked.ts'
import { isFields, textOf } from './fields.ts'
import type { Fields } from './fields.ts'
import { nearNames } from './near-names.ts'
import { readsOf } from './reads.ts'
import type { GivenRejection } from './reads.ts'

/** Why the face did not do what it was asked. */
export type ExecuteRejection =
  | HandleError<DeliberationRejection>
  | GivenRejection
  /** `near`: the commands that were perhaps meant. */
  | { readonly type: 'CommandUnknown'; readonly command: string; readonly near: ReadonlyArray<string> }
  /** Nothing is done before its time: a gate that is shut now is not passed by a later time. */
  | { readonly type: 'TimeAhead'; readonly at: Instant; readonly now: Instant }

/** Where a command comes from: the same id again has no second effect. */
export interface CommandOrigin {
  readonly commandId?: string
}

/** An event that this face has stored, where it stands. */
export interface Notice {
  readonly event: Tagged
  readonly stream: string
  readonly version: number
  readonly position: number
}

type AnyAggregate = Aggregate<Tagged, unknown, DeliberationEvent, DeliberationRejection>

const byCommand: ReadonlyMap<string, Pick<AnyAggregate, 'execute'>> = new Map(
  Object.values(aggregatesByName).flatMap((one) => one.commands.types.map((type) => [type, one] as const)),
)

export type Execute = (command: unknown, origin?: CommandOrigin) => TaskEither<ExecuteRejection, Executed<DeliberationEvent>>

/** What has no time is now. */
const timed = (type: string, command: Fields, now: Instant): Fields => {
  const field = timeFieldOf(type)
  return command[field] === undefined ? { ...command, [field]: now } : command
}

/** Finds the aggregate of a command, completes it from the clock and the log, and lets it be decided. */
export const executing = (
  { store, clock, newId }: { readonly store: EventStore; readonly clock: () => Instant; readonly newId: NewId },
  whileStoring: <Value>(commandIds: ReadonlyArray<string>, work: () => Promise<Value>) => Promise<Value>,
): Execute => {
  const reads = readsOf(store)
  return (command, { commandId = newId() } = {}) =>
    async () => {
      const type = isFields(command) ? (textOf(command, 'type') ?? '') : ''
      const found = byCommand.get(type)
      if (!isFields(command) || found === undefined) return E.left({ type: 'CommandUnknown', command: type, near: nearNames(type, byCommand.keys()) })
      const now = clock()
      const asked = timed(type, command, now)
      const at = asked[timeFieldOf(type)]
      if (Instant.is(at) && isBefore(now, at)) return E.left({ type: 'TimeAhead', at, now })
      return whileStoring([commandId], found.execute(asked, reads, { commandId, recordedAt: now }))
    }
}
