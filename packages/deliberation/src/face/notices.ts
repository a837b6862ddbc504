import type { EventStore } from '@isegoria/engine'
import type { Notice } from './execute.ts'

export type Listener = (notice: Notice) => void | Promise<void>

/** What listens to what one face stores. */
export interface Notices {
  readonly subscribe: (listener: Listener) => () => void
  /** Does the work that stores under these command ids, then tells the listeners what came of it. */
  readonly whileStoring: <Value>(commandIds: ReadonlyArray<string>, work: () => Promise<Value>) => Promise<Value>
}

/**
 * Tells listeners of events in the order of the log, each once, after it was stored: whoever stores reads on from where the last one
 * stopped. Without listeners nothing is read. What a listener throws, at once or later, goes to `onError`.
 */
export const noticesOf = (store: EventStore, onError: (error: unknown, notice?: Notice) => void): Notices => {
  const listeners = new Set<{ readonly listener: Listener }>()
  const storing = new Map<string, number>()
  let seen = 0

  const report = (error: unknown, ...notice: readonly [Notice?]): void => {
    try {
      onError(error, ...notice)
    } catch {
      // Whoever cannot take an error cannot take another one.
    }
  }
  const tell = async (listener: Listener, notice: Notice): Promise<void> => {
    try {
      await listener(notice)
    } catch (error) {
      report(error, notice)
    }
  }
  const readOn = (): void => {
    const audience = [...listeners]
    if (audience.length === 0) return
    const fresh: Array<Notice> = []
    for (const { event, stream, version, position, commandId } of store.readAll({ after: seen })) {
      seen = position
      if (storing.has(commandId)) fresh.push({ event, stream, version, position })
    }
    for (const notice of fresh) for (const entry of audience) if (listeners.has(entry)) void tell(entry.listener, notice)
  }
  /** What is stored is stored: a log that cannot be read on must not look like a command that failed. */
  const tellAll = (): void => {
    try {
      readOn()
    } catch (error) {
      report(error)
    }
  }
  return {
    subscribe: (listener) => {
      if (listeners.size === 0) seen = store.head()
      const entry = { listener }
      listeners.add(entry)
      return () => void listeners.delete(entry)
    },
    whileStoring: async (commandIds, work) => {
      for (const id of commandIds) storing.set(id, (storing.get(id) ?? 0) + 1)
      try {
        return await work()
      } finally {
        tellAll()
        for (const id of commandIds) {
          const others = (storing.get(id) ?? 1) - 1
          if (others === 0) storing.delete(id)
          else storing.set(id, others)
        }
      }
    },
  }
}
