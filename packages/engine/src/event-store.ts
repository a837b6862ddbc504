import type { Recorded, Tagged, TaskEither } from '@isegoria/kernel'

/** What a writer believes of a stream: nothing, that it is new, that it exists, or that it has just `at` events. */
export type Expected = 'any' | 'no-stream' | 'exists' | { readonly at: number }

/** Events for one stream that are stored wholly or not at all. */
export interface Commit {
  readonly stream: string
  readonly expected: Expected
  /** Never empty. */
  readonly events: ReadonlyArray<Tagged>
  /** The same command id again on the same stream changes nothing and is answered as the first time. */
  readonly commandId: string
  readonly recordedAt: string
}

export interface Appended {
  /** Of the last event of the commit, in its stream. */
  readonly version: number
  /** Of the last event of the commit, in the log. */
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

/** The port every store implements; a store knows no domain. */
export interface EventStore {
  readonly capabilities: { readonly durable: boolean; readonly multiStream: boolean }
  readonly append: (commit: Commit) => TaskEither<AppendError, Appended>
  /** Several streams at once: all or nothing. */
  readonly appendMany: (commits: Iterable<Commit>) => TaskEither<AppendError, { readonly events: number; readonly position: number }>
  /** The events of one stream with a version above `after`, oldest first; an unknown stream is empty. */
  readonly readStream: (stream: string, after?: number) => TaskEither<StoreFailure, ReadonlyArray<Recorded>>
  /** The log in order, one event at a time with constant memory. */
  readonly readAll: (query?: ReadAll) => Iterable<Recorded>
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
