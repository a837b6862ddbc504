import type Database from 'better-sqlite3'
import type { Appended, AppendError, Commit } from '@isegoria/engine'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import type { Writer } from './writer.ts'

type Answer = Either<AppendError, Appended>

interface Waiting {
  readonly commit: Commit
  readonly answer: (answer: Answer) => void
}

/** Appends that share a transaction. */
export interface GroupCommit {
  readonly append: (commit: Commit) => Promise<Answer>
}

/**
 * All commits that arrive before the next turn of the event loop share one transaction and one sync of the disk.
 *
 * Each has its own savepoint, so that one that fails leaves its neighbours alone; each is answered after the COMMIT, and
 * a COMMIT that fails is the failure of all.
 */
export const groupCommit = (database: Database.Database, { write }: Writer): GroupCommit => {
  let waiting: Array<Waiting> = []

  const writeOne = (commit: Commit): Answer => {
    database.exec('SAVEPOINT one')
    try {
      const answer = write(commit)
      database.exec(E.isLeft(answer) ? 'ROLLBACK TO one; RELEASE one' : 'RELEASE one')
      return answer
    } catch (thrown) {
      if (database.inTransaction) database.exec('ROLLBACK TO one; RELEASE one')
      return E.left({ type: 'StoreFailure', reason: thrown instanceof Error ? thrown.message : String(thrown) })
    }
  }

  const flush = (): void => {
    const group = waiting
    waiting = []
    try {
      database.exec('BEGIN IMMEDIATE')
      const answers = group.map(({ commit }) => writeOne(commit))
      database.exec('COMMIT')
      for (const [place, { answer }] of group.entries()) {
        const given = answers[place]
        if (given !== undefined) answer(given)
      }
    } catch (thrown) {
      if (database.open && database.inTransaction) database.exec('ROLLBACK')
      const reason = thrown instanceof Error ? thrown.message : String(thrown)
      for (const { answer } of group) answer(E.left({ type: 'StoreFailure', reason }))
    }
  }

  return {
    append: (commit) =>
      new Promise((answer) => {
        waiting.push({ commit, answer })
        if (waiting.length === 1) setImmediate(flush)
      }),
  }
}
