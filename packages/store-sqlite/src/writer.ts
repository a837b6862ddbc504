import type Database from 'better-sqlite3'
import { categoryOf, meets, storedText } from '@isegoria/engine'
import type { Appended, AppendError, Commit } from '@isegoria/engine'
import { E } from '@isegoria/kernel'
import type { Either, NewId, Tagged } from '@isegoria/kernel'

/** Writes commits inside a transaction that somebody else begins and ends. */
export interface Writer {
  /** Either the whole commit is written, or nothing of it. */
  readonly write: (commit: Commit) => Either<AppendError, Appended>
}

interface Known {
  readonly version: number
  readonly position: number
}

export const isUniqueViolation = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'SQLITE_CONSTRAINT_UNIQUE'

/** One row of `events` as its columns, in the order of `insertRows`. */
type Values = [id: string, stream: string, category: string, version: number, type: string, recordedAt: string, commandId: string, data: string]

/** The statement that inserts `rows` events at once. */
export const insertRows = (rows: number): string => {
  const places = Array.from({ length: rows }, () => '(?, ?, ?, ?, ?, ?, ?, ?)').join(', ')
  return `INSERT INTO events (id, stream, category, version, type, recorded_at, command_id, data) VALUES ${places}`
}

export const valuesOf = ({ stream, commandId, recordedAt }: Commit, event: Tagged, version: number, newId: NewId): Values => [
  newId(),
  stream,
  categoryOf(stream),
  version,
  event.type,
  recordedAt,
  commandId,
  storedText(event),
]

/** A writer with its statements prepared once. Cost: one insert an event, one look-up a commit unless the stream must be new. */
export const writerOf = (database: Database.Database, newId: NewId): Writer => {
  const insert = database.prepare<Values>(insertRows(1))
  const current = database.prepare<[string], number>('SELECT max(version) FROM events WHERE stream = ?').pluck()
  const known = database.prepare<[string, string], Known>(
    'SELECT version, position FROM events WHERE stream = ? AND command_id = ? ORDER BY version DESC LIMIT 1',
  )

  const insertFrom = (commit: Commit, start: number): Appended => {
    let version = start
    let position = 0
    for (const event of commit.events) position = Number(insert.run(...valuesOf(commit, event, ++version, newId)).lastInsertRowid)
    return { version, position, repeated: false }
  }

  const writeAfterLooking = (commit: Commit): Either<AppendError, Appended> => {
    const { stream, expected, commandId } = commit
    const before = known.get(stream, commandId)
    if (before !== undefined) return E.right({ ...before, repeated: true })
    const actual = current.get(stream) ?? 0
    return meets(expected, actual) ? E.right(insertFrom(commit, actual)) : E.left({ type: 'Conflict', stream, expected, actual })
  }

  /** A new stream's first insert fails by itself when the stream exists, before anything of the commit is written. */
  const writeNew = (commit: Commit): Either<AppendError, Appended> => {
    try {
      return E.right(insertFrom(commit, 0))
    } catch (thrown) {
      if (isUniqueViolation(thrown)) return writeAfterLooking(commit)
      throw thrown
    }
  }

  return { write: (commit) => (commit.expected === 'no-stream' && commit.events.length > 0 ? writeNew(commit) : writeAfterLooking(commit)) }
}
