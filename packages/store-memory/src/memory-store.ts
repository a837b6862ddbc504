import { categoryOf, meets, NotStorable, storedText } from '@isegoria/engine'
import type { Appended, AppendError, Commit, EventStore } from '@isegoria/engine'
import { E, uuidV7 } from '@isegoria/kernel'
import type { Either, NewId, Recorded } from '@isegoria/kernel'

interface Stored extends Omit<Recorded, 'event'> {
  readonly type: string
}

const recorded = ({ type: _, ...envelope }: Stored): Recorded => ({ ...envelope, event: JSON.parse(envelope.text) })

/**
 * An event store in memory: for tests, what-ifs and reading a file without keeping it. Events are kept as JSON text, so
 * nobody can change them.
 *
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const store = memoryStore()
 * const commit = { stream: 'notice-1', events: [{ type: 'Posted' }], commandId: 'c-1', recordedAt: '2026-03-01T08:00:00Z' }
 * await store.append({ ...commit, expected: 'no-stream' })() // => E.right({ version: 1, position: 1, repeated: false })
 * const late = { ...commit, commandId: 'c-2', expected: 'no-stream' } as const
 * await store.append(late)() // => E.left({ type: 'Conflict', stream: 'notice-1', expected: 'no-stream', actual: 1 })
 */
export const memoryStore = ({ newId = uuidV7 }: { readonly newId?: NewId } = {}): EventStore => {
  const log: Array<Stored> = []
  const streams = new Map<string, Array<Stored>>()

  const write = ({ stream, expected, events, commandId, recordedAt }: Commit): Either<AppendError, Appended> => {
    const past = streams.get(stream) ?? []
    const known = past.findLast((event) => event.commandId === commandId)
    if (known !== undefined) return E.right({ version: known.version, position: known.position, repeated: true })
    if (!meets(expected, past.length)) return E.left({ type: 'Conflict', stream, expected, actual: past.length })
    if (events.length === 0) return E.right({ version: past.length, position: 0, repeated: false })
    const texts = events.map((event) => ({ type: event.type, text: storedText(event) }))
    streams.set(stream, past)
    for (const { type, text } of texts) {
      const stored = {
        id: newId(),
        stream,
        version: past.length + 1,
        position: log.length + 1,
        recordedAt,
        commandId,
        type,
        text,
      }
      past.push(stored)
      log.push(stored)
    }
    return E.right({ version: past.length, position: log.length, repeated: false })
  }

  const writeOne = (commit: Commit): Either<AppendError, Appended> => {
    try {
      return write(commit)
    } catch (thrown) {
      if (thrown instanceof NotStorable) return E.left({ type: 'StoreFailure', reason: thrown.message })
      throw thrown
    }
  }

  const forget = (length: number): void => {
    for (const { stream } of log.splice(length).toReversed()) {
      const past = streams.get(stream)
      past?.pop()
      if (past?.length === 0) streams.delete(stream)
    }
  }

  const writeAll = (commits: Iterable<Commit>): Either<AppendError, { readonly events: number; readonly position: number }> => {
    const before = log.length
    try {
      for (const commit of commits) {
        const written = write(commit)
        if (E.isRight(written)) continue
        forget(before)
        return written
      }
    } catch (thrown) {
      forget(before)
      if (thrown instanceof NotStorable) return E.left({ type: 'StoreFailure', reason: thrown.message })
      throw thrown
    }
    return E.right({ events: log.length - before, position: log.length })
  }

  const readAll: EventStore['readAll'] = function* ({ after = 0, category, types } = {}) {
    for (let place = after; place < log.length; place++) {
      const stored = log[place]
      if (stored === undefined || (types !== undefined && !types.includes(stored.type))) continue
      if (category === undefined || categoryOf(stored.stream) === category) yield recorded(stored)
    }
  }

  return {
    capabilities: { durable: false, multiStream: true },
    append: (commit) => async () => writeOne(commit),
    appendMany: (commits) => async () => writeAll(commits),
    readStream:
      (stream, after = 0) =>
      async () =>
        E.right((streams.get(stream) ?? []).slice(after).map(recorded)),
    readAll,
    readOccurrences: readAll,
    head: () => log.length,
    close: () => undefined,
  }
}
