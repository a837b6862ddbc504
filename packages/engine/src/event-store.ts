import type { Occurrence, Recorded, Tagged, TaskEither } from '@isegoria/kernel'

/** What a writer believes of a stream: nothing, that it is new, that it exists, or that it has just `at` events. */
export type Expected = 'any' | 'no-stream' | 'exists' | { readonly at: number }

/** Events for one stream that are stored wholly or not at all. */
export interface Commit {
  readonly stream: string
  readonly expected: Expected
  /** Without any, nothing is written: the answer is the stream's version and position 0. */
  readonly events: ReadonlyArray<Tagged>
  /** The same command id again on the same stream changes nothing and is answered as the first time. */
  readonly commandId: string
  readonly recordedAt: string
}

export interface Appended {
  /** Of the last event of the commit, in its stream. */
  readonly version: number
  /** Of the last event of the commit, in the log; 0 where it has none. */
  readonly position: number
  /** True when the command id was known and nothing was written now. */
  readonly repeated: boolean
}

/** Why a commit was not stored. */
export type AppendError = Conflict | StoreFailure
export interface Conflict {
  readonly type: 'Conflict'
  readonly stream: string
  readonly expected: Expected
  /** Number of events in the stream now. */
  readonly actual: number
}
export interface StoreFailure {
  readonly type: 'StoreFailure'
  readonly reason: string
}

export interface ReadAll {
  /** Position after which to start; 0 from the beginning. */
  readonly after?: number
  /** First part of the stream's name, before its first `-`. */
  readonly category?: string
  readonly types?: ReadonlyArray<string>
}

/** Whether a stream of `actual` events is what its writer believes it to be. */
export const meets = (expected: Expected, actual: number): boolean => {
  if (expected === 'any') return true
  if (expected === 'no-stream') return actual === 0
  if (expected === 'exists') return actual > 0
  return actual === expected.at
}

/** An event that JSON cannot write; thrown inside a store, which answers it as a `StoreFailure`. */
export class NotStorable extends Error {
  override readonly name = 'NotStorable'
}

/**
 * The text of an event as a store keeps it. Errors: throws `NotStorable`.
 *
 * @example storedText({ type: 'Posted' }) // => '{"type":"Posted"}'
 */
export const storedText = (event: Tagged): string => {
  let text: string | undefined
  try {
    text = JSON.stringify(event)
  } catch (thrown) {
    throw new NotStorable(`the event ${event.type} is no JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
  }
  if (text === undefined || !text.startsWith('{')) throw new NotStorable(`the event ${event.type} is no JSON object`)
  return text
}

/** The port every store implements; a store knows no domain. */
export interface EventStore {
  readonly capabilities: { readonly durable: boolean; readonly multiStream: boolean }
  readonly append: (commit: Commit) => TaskEither<AppendError, Appended>
  /** Several streams at once: all or nothing. */
  readonly appendMany: (commits: Iterable<Commit>) => TaskEither<AppendError, { readonly events: number; readonly position: number }>
  /** The events of one stream with a version above `after`, oldest first; an unknown stream is empty. */
  readonly readStream: (stream: string, after?: number) => TaskEither<StoreFailure, ReadonlyArray<Recorded>>
  /** The log in order, one event at a time with constant memory. Errors: may throw where the log turns out to be damaged. */
  readonly readAll: (query?: ReadAll) => Iterable<Recorded>
  /** `readAll` without ids, times and command ids: what projections and replays read, where leaving them out is quicker. */
  readonly readOccurrences: (query?: ReadAll) => Iterable<Occurrence>
  /** Position of the last event of the log; 0 while it is empty. */
  readonly head: () => number
  readonly close: () => void
}

/**
 * The part of a stream's name that says what it holds.
 *
 * @example categoryOf('ballot-p1/v7') // => 'ballot'
 */
export const categoryOf = (stream: string): string => {
  const dash = stream.indexOf('-')
  return dash === -1 ? stream : stream.slice(0, dash)
}
