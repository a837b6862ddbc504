import { Command, InvalidArgumentError } from 'commander'
import type { EventStore } from '@isegoria/engine'
import { onOneLine } from '@isegoria/report'
import { NotAnEventLog, openSqliteStore } from '@isegoria/store-sqlite'
import { importElection } from '../import-election.ts'
import { isFree, newLog } from '../new-log.ts'
import { readPastElection } from '../read-election.ts'
import { storePlace } from '../store-place.ts'
import { CommandRefused, print } from '../terminal.ts'
import type { Terminal } from '../terminal.ts'

interface ImportOptions {
  readonly store: string
  readonly consultation?: string
  readonly json?: boolean
}

/** Opens a log; `named` is what the user calls it. Errors: `CommandRefused` for a file that is none. */
export const openLog = (path: string, readOnly: boolean, named = path): EventStore => {
  try {
    return openSqliteStore(path, { readOnly })
  } catch (thrown) {
    if (thrown instanceof NotAnEventLog) throw new CommandRefused(thrown.message.replace(path, () => named))
    throw thrown
  }
}

const notEmpty = (text: string): string => {
  if (text.trim() === '') throw new InvalidArgumentError('It is empty.')
  return text
}

/** Imports into `log`, wholly or not at all. */
const importInto = async (log: string, work: (store: EventStore) => Promise<number>): Promise<number> => {
  const place = storePlace(log)
  const grown = isFree(place) ? newLog(place, log) : undefined
  const store = openLog(grown?.path ?? place, false, log)
  try {
    const events = await work(store)
    store.close()
    grown?.finish()
    return events
  } catch (thrown) {
    store.close()
    grown?.discard()
    throw thrown
  }
}

/** `isegoria import`: a file of a past election becomes a full event log, wholly or not at all. */
export const importCommand = (terminal: Terminal): Command =>
  new Command('import')
    .description('turns the file of a past election into an event log, as if it had been run here')
    .argument('<file>', 'a .pb file')
    .requiredOption('--store <log.db>', 'the log to write to; made when it does not exist', notEmpty)
    .option('--consultation <id>', 'its id; follows from the bytes of the file unless named', notEmpty)
    .option('--json', 'one JSON document on stdout')
    .action(async (path: string, { store: log, consultation, json = false }: ImportOptions) => {
      const source = readPastElection(path, consultation)
      const events = await importInto(log, (store) => importElection(source, store, terminal))
      const written = { events, ballots: source.past.votes.length, consultation: source.past.consultationId, store: log }
      print(terminal, json, written, () =>
        onOneLine(`${written.events} events, ${written.ballots} ballots of consultation ${written.consultation} are in ${log}`),
      )
    })
