import type Database from 'better-sqlite3'
import { NotStorable } from '@isegoria/engine'
import type { Appended, AppendError, Commit, EventStore, ReadAll, StoreFailure } from '@isegoria/engine'
import { E, uuidV7 } from '@isegoria/kernel'
import type { Either, NewId, Occurrence, Recorded } from '@isegoria/kernel'
import { writeAll } from './bulk-writer.ts'
import type { Written } from './bulk-writer.ts'
import { closeDatabase, openDatabase } from './database.ts'
import { groupCommit } from './group-commit.ts'
import type { GroupCommit } from './group-commit.ts'
import { NotAnEventLog } from './not-an-event-log.ts'
import { writerOf } from './writer.ts'

/** What a reader selects and how it makes an event of it. */
interface Shape<Row extends OccurrenceRow, Read> {
  readonly columns: string
  readonly read: (row: Row) => Read
}

interface OccurrenceRow {
  readonly position: number
  readonly stream: string
  readonly version: number
  readonly data: string
}

interface RecordedRow extends OccurrenceRow {
  readonly id: string
  readonly recorded_at: string
  readonly command_id: string
}

const asOccurrence: Shape<OccurrenceRow, Occurrence> = {
  columns: 'position, stream, version, data',
  read: (row) => ({ stream: row.stream, version: row.version, position: row.position, event: JSON.parse(row.data), text: row.data }),
}

const asRecorded: Shape<RecordedRow, Recorded> = {
  columns: `${asOccurrence.columns}, id, recorded_at, command_id`,
  read: (row) => ({
    id: row.id,
    stream: row.stream,
    version: row.version,
    position: row.position,
    recordedAt: row.recorded_at,
    commandId: row.command_id,
    event: JSON.parse(row.data),
    text: row.data,
  }),
}

const failure = (thrown: unknown): StoreFailure => ({ type: 'StoreFailure', reason: thrown instanceof Error ? thrown.message : String(thrown) })

const isSqliteError = (thrown: unknown): boolean => thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('SQLITE')

/** All commits in one transaction; the first that is refused takes everything with it, and so does an iterable that throws. */
const writeMany = (database: Database.Database, newId: NewId, commits: Iterable<Commit>): Either<AppendError, Written> => {
  if (!database.open) return E.left({ type: 'StoreFailure', reason: 'the store is closed' })
  if (database.inTransaction) return E.left({ type: 'StoreFailure', reason: 'another batch is being written' })
  try {
    database.exec('BEGIN IMMEDIATE')
    const written = writeAll(database, newId, commits)
    database.exec(E.isLeft(written) ? 'ROLLBACK' : 'COMMIT')
    return written
  } catch (thrown) {
    if (database.inTransaction) database.exec('ROLLBACK')
    if (isSqliteError(thrown) || thrown instanceof NotStorable) return E.left(failure(thrown))
    throw thrown
  }
}

const pageSize = 256

/** Does `work` on the file. Errors: throws `NotAnEventLog`, naming the path, where the file turns out to be damaged. */
const reading = <Answer>(path: string, work: () => Answer): Answer => {
  try {
    return work()
  } catch (thrown) {
    if (isSqliteError(thrown) || thrown instanceof SyntaxError) throw new NotAnEventLog(`${path} cannot be read as a log: ${failure(thrown).reason}`)
    throw thrown
  }
}

/** Reads in pages, each a statement of its own, so that a reader that pauses between two events holds nothing open. */
function* select<Row extends OccurrenceRow, Read extends Occurrence>(
  { columns, read }: Shape<Row, Read>,
  reader: Database.Database,
  path: string,
  { after = 0, category, types }: ReadAll,
): Generator<Read> {
  const where = ['position > ?']
  const values: Array<string | number> = []
  if (category !== undefined) {
    where.push('category = ?')
    values.push(category)
  }
  if (types !== undefined) {
    where.push(`type IN (${types.map(() => '?').join(', ')})`)
    values.push(...types)
  }
  const text = `SELECT ${columns} FROM events WHERE ${where.join(' AND ')} ORDER BY position LIMIT ${pageSize}`
  const page = reading(path, () => reader.prepare<Array<string | number>, Row>(text))
  let last = after
  for (;;) {
    const events = reading(path, () => page.all(last, ...values).map(read))
    for (const event of events) yield event
    const end = events.at(-1)
    if (end === undefined || events.length < pageSize) return
    last = end.position
  }
}

const attempt = async <Answer>(work: () => Answer): Promise<Either<StoreFailure, Answer>> => {
  try {
    return E.right(work())
  } catch (thrown) {
    return E.left(failure(thrown))
  }
}

interface Prepared {
  readonly byStream: Database.Statement<[string, number], RecordedRow>
  readonly last: Database.Statement<[], number>
  readonly group: GroupCommit
}

const closingOnFailure = <Answer>(close: () => void, work: () => Answer): Answer => {
  try {
    return work()
  } catch (thrown) {
    close()
    throw thrown
  }
}

/**
 * An event store in one SQLite file: what is acknowledged has been synced to the disk.
 *
 * One connection writes, with group commit; another only reads. Errors: throws `NotAnEventLog` for a file that is no log,
 * and from `readAll` and `head` for one that turns out to be damaged; everything else is a `StoreFailure` value.
 * @example
 * const store = openSqliteStore('town.db')
 * const commit = { stream: 'notice-1', expected: 'no-stream', events: [{ type: 'Posted' }] } as const
 * await store.append({ ...commit, commandId: 'c-1', recordedAt: '2026-03-01T08:00:00Z' })()
 * store.close()
 *
 * const again = openSqliteStore('town.db', { readOnly: true })
 * const streams = [...again.readAll()].map(({ stream, version }) => `${stream}@${version}`) // => ['notice-1@1']
 * again.close()
 */
export const openSqliteStore = (
  path: string,
  { newId = uuidV7, readOnly = false }: { readonly newId?: NewId; readonly readOnly?: boolean } = {},
): EventStore => {
  const database = openDatabase(path, readOnly)
  let reader = database
  const close = (): void => {
    reader.close()
    if (reader !== database && database.open) closeDatabase(database)
  }
  const prepared = (): Prepared => {
    if (!readOnly) reader = openDatabase(path, true)
    const byStream = reader.prepare<[string, number], RecordedRow>(
      `SELECT ${asRecorded.columns} FROM events WHERE stream = ? AND version > ? ORDER BY version`,
    )
    const last = reader.prepare<[], number>('SELECT max(position) FROM events').pluck()
    return { byStream, last, group: groupCommit(database, writerOf(database, newId)) }
  }
  const { byStream, last, group } = closingOnFailure(close, () => reading(path, prepared))
  return {
    capabilities: { durable: true, multiStream: true },
    append: (commit) => (): Promise<Either<AppendError, Appended>> => group.append(commit),
    appendMany: (commits) => async () => writeMany(database, newId, commits),
    readStream:
      (stream, after = 0) =>
      () =>
        attempt(() => byStream.all(stream, after).map(asRecorded.read)),
    readAll: (query = {}) => select(asRecorded, reader, path, query),
    readOccurrences: (query = {}) => select(asOccurrence, reader, path, query),
    head: () => reading(path, () => last.get()) ?? 0,
    close,
  }
}
