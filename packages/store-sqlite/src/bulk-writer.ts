import type Database from 'better-sqlite3'
import type { AppendError, Commit } from '@isegoria/engine'
import { E } from '@isegoria/kernel'
import type { Either, NewId } from '@isegoria/kernel'
import { insertRows, isUniqueViolation, valuesOf, writerOf } from './writer.ts'

/** What a bulk has written: events that were new, and the position of the last. */
export interface Written {
  readonly events: number
  readonly position: number
}

const commitsAtOnce = 32

/**
 * Writes commits in their order inside a transaction that somebody else begins and ends; the first refusal ends it.
 *
 * New streams of one event, such as ballots, are inserted 32 at a time: one statement costs less than 32. When one of them
 * is refused, SQLite takes back the whole statement, and the 32 are written one by one to find out which and why.
 */
export const writeAll = (database: Database.Database, newId: NewId, commits: Iterable<Commit>): Either<AppendError, Written> => {
  const { write } = writerOf(database, newId)
  const insert = database.prepare<ReadonlyArray<string | number>>(insertRows(commitsAtOnce))
  let events = 0
  let position = 0
  let waiting: Array<Commit> = []

  const writeOne = (commit: Commit): AppendError | undefined => {
    const written = write(commit)
    if (E.isLeft(written)) return written.left
    if (!written.right.repeated) events += commit.events.length
    position = Math.max(position, written.right.position)
    return undefined
  }

  const inserted = (group: ReadonlyArray<Commit>): boolean => {
    const values: Array<string | number> = []
    for (const commit of group) for (const event of commit.events) values.push(...valuesOf(commit, event, 1, newId))
    try {
      position = Number(insert.run(values).lastInsertRowid)
      events += group.length
      return true
    } catch (thrown) {
      if (isUniqueViolation(thrown)) return false
      throw thrown
    }
  }

  const flush = (): AppendError | undefined => {
    const group = waiting
    waiting = []
    if (group.length === commitsAtOnce && inserted(group)) return undefined
    for (const commit of group) {
      const refused = writeOne(commit)
      if (refused !== undefined) return refused
    }
    return undefined
  }

  for (const commit of commits) {
    const canWait = commit.expected === 'no-stream' && commit.events.length === 1
    if (canWait) waiting.push(commit)
    const refused = canWait && waiting.length < commitsAtOnce ? undefined : (flush() ?? (canWait ? undefined : writeOne(commit)))
    if (refused !== undefined) return E.left(refused)
  }
  const refused = flush()
  return refused === undefined ? E.right({ events, position }) : E.left(refused)
}
