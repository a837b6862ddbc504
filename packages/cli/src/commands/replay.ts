import { existsSync } from 'node:fs'
import { Command } from 'commander'
import { replayLog } from '@isegoria/deliberation'
import type { ReplayedLog, StoredOutcome } from '@isegoria/deliberation'
import type { Rule } from '@isegoria/election'
import type { EventStore } from '@isegoria/engine'
import { E } from '@isegoria/kernel'
import { onOneLine } from '@isegoria/report'
import type { Comparison } from '@isegoria/report'
import { memoryStore } from '@isegoria/store-memory'
import { importElection } from '../import-election.ts'
import { progress } from '../progress.ts'
import { readPastElection } from '../read-election.ts'
import { answer } from '../replay/answer.ts'
import { comparisonOf } from '../replay/comparison-of.ts'
import { describeComparison } from '../replay/describe-comparison.ts'
import { writeReport } from '../replay/write-report.ts'
import { bookWith, rulesOption } from '../rule-book.ts'
import { storePlace } from '../store-place.ts'
import { CommandRefused, print } from '../terminal.ts'
import type { Terminal } from '../terminal.ts'
import { openLog } from './import.ts'

interface ReplayOptions {
  readonly rule: ReadonlyArray<string>
  readonly rules?: string
  readonly report?: string
  readonly json?: boolean
}

const storeOf = async (path: string, terminal: Terminal): Promise<EventStore> => {
  if (!existsSync(path)) throw new CommandRefused(`${path}: no such file`)
  if (!path.endsWith('.pb')) return openLog(storePlace(path), true, path)
  const store = memoryStore()
  await importElection(readPastElection(path), store, terminal)
  return store
}

const replayed = (path: string, store: EventStore, book: ReadonlyArray<Rule>, terminal: Terminal): ReplayedLog => {
  const bar = progress(terminal, 'events', store.head())
  try {
    const log = replayLog(store, book, bar.at)
    if (E.isRight(log)) return log.right
    throw new CommandRefused(log.left.type === 'NoConsultation' ? `${path}: no consultation in this log` : `${path}: ${log.left.reasons.join('; ')}`)
  } finally {
    bar.stop()
  }
}

/** What is wrong with a log, in one sentence; `undefined` for a log that is as it should be. */
const faultOf = ({ problems }: ReplayedLog, stored: ReadonlyArray<StoredOutcome>): string | undefined => {
  const [first, ...more] = problems
  const differing = stored.filter(({ same }) => !same).length
  const faults = [
    ...(differing === 0 ? [] : [`${differing} stored outcome${differing === 1 ? '' : 's'} could not be recomputed`]),
    ...(first === undefined
      ? []
      : [`no decider could have written this log: ${first}${more.length === 0 ? '' : `, and ${more.length} more such events`}`]),
  ]
  return faults.length === 0 ? undefined : faults.join('; ')
}

const describe = (
  { title, events, hash, polls }: ReplayedLog,
  stored: ReadonlyArray<StoredOutcome>,
  comparisons: ReadonlyArray<Comparison>,
): string =>
  [
    `${onOneLine(title)}: ${events} events replayed, SHA-256 ${hash}`,
    ...stored.map(({ rule, same, difference }) =>
      onOneLine(`stored outcome of ${rule.id}: ${same ? 'recomputed, the same' : `DIFFERS: ${difference ?? ''}`}`),
    ),
    ...polls.filter((poll) => poll.stored.length === 0).map(({ pollId }) => onOneLine(`poll ${pollId}: no outcome is stored`)),
    ...comparisons.flatMap((comparison) => ['', describeComparison(comparison)]),
  ].join('\n')

/** `isegoria replay`: every stored outcome computed again from the first event on, then other rules on the same ballots. */
export const replayCommand = (terminal: Terminal): Command =>
  new Command('replay')
    .description('replays a log or a .pb file, recomputes each stored outcome, and answers other rules side by side')
    .argument('<file or log.db>', 'a log, or a .pb file that is imported into memory first')
    .option(
      '--rule <id[:name=value,…]>',
      'a what-if; may be given several times',
      (text: string, before: ReadonlyArray<string>) => [...before, text],
      [],
    )
    .addOption(rulesOption())
    .option('--report <out.html>', 'writes the comparison as one self-contained page')
    .option('--json', 'one JSON document on stdout')
    .action(async (path: string, { rule: texts, rules, report, json = false }: ReplayOptions) => {
      const book = bookWith(rules)
      const store = await storeOf(path, terminal)
      try {
        const log = replayed(path, store, book, terminal)
        const stored = log.polls.flatMap(({ pollId, stored: outcomes }) => outcomes.map((one) => ({ poll: pollId, ...one })))
        const answers = log.polls.flatMap((poll) => texts.map((text) => answer(book, text, poll)))
        const comparisons = log.polls.map((poll) => comparisonOf(poll, answers))
        if (report !== undefined) writeReport(report, { source: path, log, rules: texts, polls: comparisons })
        const document = {
          source: path,
          consultation: log.consultationId,
          events: log.events,
          hash: log.hash,
          problems: log.problems,
          stored,
          outcomes: answers,
        }
        print(terminal, json, document, () => describe(log, stored, comparisons))
        const fault = faultOf(log, stored)
        if (fault !== undefined) throw new CommandRefused(`${path}: ${fault}`)
      } finally {
        store.close()
      }
    })
