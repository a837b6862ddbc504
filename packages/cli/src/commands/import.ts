import { existsSync, rmSync } from 'node:fs'
import { Command } from 'commander'
import type { EventStore } from '@isegoria/engine'
import { NotAnEventLog, openSqliteStore } from '@isegoria/store-sqlite'
import { importElection } from '../import-election.ts'
import { readPastElection } from '../read-election.ts'
import { CommandRefused, print } from '../terminal.ts'
import type { Terminal } from '../terminal.ts'

interface ImportOptions {
  readonly store: string
  readonly consultation?: string
  readonly json?: boolean
}

/** Opens a log. Errors: `CommandRefused` for a file that is none. */
export const openLog = (path: string, readOnly: boolean): EventStore => {
  try {
    return openSqliteStore(path, { readOnly })
  } catch (thrown) {
    if (thrown instanceof NotAnEventLog) throw new CommandRefused(thrown.message)
    throw thrown
  }
}

const removeLog = (path: string): void => {
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
}

/** `isegoria import`: a file of a past election becomes a full event log, wholly or not at all. */
export const importCommand = (terminal: Terminal): Command =>
  new Command('import')
    .description('turns the file of a past election into an event log, as if it had been run here')
    .argument('<file>', 'a .pb file')
    .requiredOption('--store <log.db>', 'the log to write to; made when it does not exist')
    .option('--consultation <id>', 'its id; follows from the bytes of the file unless named')
    .option('--json', 'one JSON document on stdout')
    .action(async (path: string, { store: log, consultation, json = false }: ImportOptions) => {
      const source = { path, ...readPastElection(path, consultation) }
      const isNew = !existsSync(log)
      const store = openLog(log, false)
      try {
        const events = await importElection(source, store, terminal)
        store.close()
        const written = { events, ballots: source.past.votes.length, consultation: source.past.consultationId, store: log }
        print(
          terminal,
          json,
          written,
          () => `${written.events} events, ${written.ballots} ballots of consultation ${written.consultation} are in ${log}`,
        )
      } catch (thrown) {
        store.close()
        if (isNew) removeLog(log)
        throw thrown
      }
    })
