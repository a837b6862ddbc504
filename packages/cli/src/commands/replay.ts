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
import { changesOf, readAmount, readCost, readFilter, readUntil } from '../replay/changes-of.ts'
import type { ChangeFlags } from '../replay/changes-of.ts'
import { picturesOf } from '../replay/pictures-of.ts'
import { castIn, pollsToAsk } from '../replay/polls-to-ask.ts'
import { comparisonOf } from '../replay/comparison-of.ts'
import { describeComparison } from '../replay/describe-comparison.ts'
import { writeReport } from '../replay/write-report.ts'
import { bookWith, rulesOption } from '../rule-book.ts'
import { storePlace } from '../store-place.ts'
import { CommandRefused, print } from '../terminal.ts'
import type { Terminal } from '../terminal.ts'
import { openLog } from './import.ts'

interface ReplayOptions extends ChangeFlags {
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
      'a what-if, official being the poll’s own rule; may be given several times',
      (text: string, before: ReadonlyArray<string>) => [...before, text],
      [],
    )
    .option(
      '--voters <attribute=value>',
      'only voters who declared it: sex=F, district=North,South, age=18..30; several times for all at once',
      readFilter,
    )
    .option('--until <day or instant>', 'the poll closes earlier: only ballots cast until then count', readUntil)
    .option('--budget <amount>', 'another budget', readAmount)
    .option('--cost <project=amount>', 'another cost of a project; may be given several times', readCost)
    .option('--without <option>', 'an option that is not to be had; may be given several times', (id: string, before: ReadonlyArray<string> = []) => [
      ...before,
      id,
    ])
    .addOption(rulesOption())
    .option('--report <out.html>', 'writes the comparison as one self-contained page')
    .option('--json', 'one JSON document on stdout')
    .action(async (path: string, { rule: given, rules, report, json = false, ...flags }: ReplayOptions) => {
      const book = bookWith(rules)
      const changes = changesOf(flags)
      const texts = given.length === 0 && changes !== undefined ? ['official'] : given
      const store = await storeOf(path, terminal)
      try {
        const log = replayed(path, store, book, terminal)
        const stored = log.polls.flatMap(({ pollId, stored: outcomes }) => outcomes.map((one) => ({ poll: pollId, ...one })))
        const answered = pollsToAsk(path, log.polls, store, changes).flatMap((asked) => texts.map((text) => answer(book, text, asked, changes)))
        const answers = answered.map(({ document }) => document)
        for (const {
          rule: { id },
          without = [],
        } of answers)
          if (without.length > 0) terminal.error(`note: ${id} is counted without what it does not see to: ${without.join(', ')}\n`)
        const comparisons = log.polls.map((poll) => comparisonOf(poll, answered))
        if (report !== undefined) {
          const cast = castIn(path, store)
          const polls = log.polls.map((poll) => comparisonOf(poll, answered, picturesOf(poll, cast.get(poll.pollId))))
          writeReport(report, { source: path, log, rules: given, changes, polls })
        }
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
