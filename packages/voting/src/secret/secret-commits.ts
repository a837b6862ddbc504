import { byCodeUnit, E } from '@isegoria/kernel'
import type { Either, Instant, NewId } from '@isegoria/kernel'
import { coarseInstant } from './coarse-instant.ts'
import type { SecretWrite } from './vote-secretly.ts'

/** A write with what the store records beside its events; a `Commit` of `@isegoria/engine`. */
export interface SecretCommit extends SecretWrite {
  readonly commandId: string
  readonly recordedAt: Instant
}

/** An id that tells a time, or that was drawn before, would join what must stay apart. */
export interface IdNotRandom {
  readonly type: 'IdNotRandom'
  readonly id: string
}

/** A uuid of a version that holds a time: 1, 2, 6 or 7. */
const tellsTime = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[1267][0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i

/**
 * The writes of one or more votes as commits for one `appendMany`: each with a command id of its own, all with the day as
 * their time, sorted by stream.
 *
 * `randomId` must be random for each call, as `crypto.randomUUID` is and `uuidV7` is not: a command id stands beside the event
 * for ever, and one id, or two that were drawn at the same time, would join the roll to the box. The **ids of the store's
 * events** must be random as well: open the store of a secret poll with `newId: () => crypto.randomUUID()`.
 * Sorting mixes the votes of one transaction: with k of them, the order of commits tells of a ballot only that it is one of k.
 * Errors: `IdNotRandom` for a uuid that holds a time, as command id or as ballot id, and for an id that comes twice.
 */
export const secretCommits = (
  writes: ReadonlyArray<SecretWrite>,
  { at, randomId }: { readonly at: Instant; readonly randomId: NewId },
): Either<IdNotRandom, ReadonlyArray<SecretCommit>> => {
  const recordedAt = coarseInstant(at)
  const used = new Set<string>()
  const commits: Array<SecretCommit> = []
  for (const write of writes.toSorted((left, right) => byCodeUnit(left.stream, right.stream))) {
    const commandId = randomId()
    const key = write.stream.slice(write.stream.lastIndexOf('/') + 1)
    const odd = [commandId, ...(write.stream.startsWith('box-') ? [key] : [])].find((id) => tellsTime.test(id))
    if (odd !== undefined) return E.left({ type: 'IdNotRandom', id: odd })
    if (used.has(commandId) || commandId === key) return E.left({ type: 'IdNotRandom', id: commandId })
    used.add(commandId)
    commits.push({ ...write, commandId, recordedAt })
  }
  return E.right(commits)
}
