import Database from 'better-sqlite3'
import { replayLog, rules } from '@isegoria/deliberation'
import { E } from '@isegoria/kernel'
import { openSqliteStore } from '@isegoria/store-sqlite'
import type { Pair } from './harness.ts'
import { isegoria } from './workplace.ts'
import type { Workplace } from './workplace.ts'

const columns = ['id', 'stream', 'category', 'version', 'type', 'recorded_at', 'command_id', 'data']

/** The rows and the tables of a log, read once: what a hand-written program would insert, and into what. */
const contentsOf = (log: string): { readonly schema: ReadonlyArray<string>; readonly rows: ReadonlyArray<ReadonlyArray<unknown>> } => {
  const database = new Database(log, { readonly: true })
  const schema = database.prepare<[], string>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL').pluck().all()
  const rows = database
    .prepare<[], ReadonlyArray<unknown>>(`SELECT ${columns.join(', ')} FROM events ORDER BY position`)
    .raw()
    .all()
  database.close()
  return { schema, rows }
}

/** The least that puts the same rows into the same tables with the same promise: one loop, one transaction. */
const insertByHand = (path: string, { schema, rows }: ReturnType<typeof contentsOf>): void => {
  const database = new Database(path)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  for (const statement of schema) database.exec(statement)
  const insert = database.prepare(`INSERT INTO events (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
  database.exec('BEGIN IMMEDIATE')
  for (const row of rows) insert.run(row)
  database.exec('COMMIT')
  database.close()
}

/** The least that reads every event of a log: one statement, one parse a row. */
const iterateByHand = (log: string): number => {
  const database = new Database(log, { readonly: true })
  let events = 0
  for (const row of database.prepare<[], { readonly data: string }>('SELECT * FROM events ORDER BY position').iterate()) {
    const event: unknown = JSON.parse(row.data)
    if (event !== null) events++
  }
  database.close()
  return events
}

const replayWhole = (log: string): void => {
  const store = openSqliteStore(log, { readOnly: true })
  const replayed = replayLog(store, rules)
  store.close()
  if (E.isLeft(replayed) || replayed.right.polls.some(({ stored }) => stored.some(({ same }) => !same))) throw new Error(`${log} does not replay`)
}

/** Import and replay of one file against a loop written by hand that does nothing else with the same rows. */
export const pairsOf = async (place: Workplace, name: string, file: string): Promise<ReadonlyArray<Pair>> => {
  const log = place.path('pair.db')
  place.removeLog('pair.db')
  await isegoria('import', file, '--store', log)
  const contents = contentsOf(log)
  const common = { size: name, items: contents.rows.length, unit: 'events' }
  const into = (target: string, run: (path: string) => unknown) => (): unknown => {
    place.removeLog(target)
    return run(place.path(target))
  }
  return [
    {
      wanted: 0.5,
      ours: { ...common, work: 'import: file to log', run: into('ours.db', (path) => isegoria('import', file, '--store', path)) },
      other: { ...common, work: 'insert the same rows', run: into('other.db', (path) => insertByHand(path, contents)) },
    },
    {
      wanted: 0.5,
      ours: { ...common, work: 'replay: log to outcome', run: () => replayWhole(log) },
      other: { ...common, work: 'iterate() and JSON.parse', run: () => iterateByHand(log) },
    },
  ]
}
