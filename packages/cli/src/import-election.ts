import type { EventStore } from '@isegoria/engine'
import { BatchRefused } from '@isegoria/engine'
import { holdPastElection, rules } from '@isegoria/deliberation'
import { E } from '@isegoria/kernel'
import { onOneLine } from '@isegoria/report'
import { describeRefusal } from './describe-refusal.ts'
import { progress } from './progress.ts'
import type { ReadPastElection } from './read-election.ts'
import { CommandRefused } from './terminal.ts'
import type { Terminal } from './terminal.ts'

/** Holds a past election again in `store`, wholly or not at all; gives the number of events written. */
export const importElection = async (source: ReadPastElection, store: EventStore, terminal: Terminal): Promise<number> => {
  const { path, past, fileId, notes } = source
  const bar = progress(terminal, 'ballots', past.votes.length)
  const recordedAt = new Date().toISOString()
  try {
    const holding = { recordedAt, commandPrefix: fileId, book: rules, onBallot: bar.at }
    const written = await store.appendMany(holdPastElection(past, holding))()
    // The same file again is the same commands again, of which a store keeps one: then nothing is written.
    if (E.isRight(written) && written.right.events > 0) {
      for (const note of notes) terminal.error(`note: ${onOneLine(note)}\n`)
      return written.right.events
    }
    if (E.isLeft(written) && written.left.type === 'StoreFailure') throw new CommandRefused(`${path}: ${written.left.reason}`)
    throw new CommandRefused(`${path}: consultation '${past.consultationId}' is already in this log; nothing was changed`)
  } catch (thrown) {
    if (thrown instanceof BatchRefused) throw new CommandRefused(`${describeRefusal(source, thrown)}; nothing was changed`)
    throw thrown
  } finally {
    bar.stop()
  }
}
