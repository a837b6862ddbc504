import { existsSync } from 'node:fs'
import { Command } from 'commander'
import { replayLog, rules } from '@isegoria/deliberation'
import type { ReplayedLog, ReplayedPoll } from '@isegoria/deliberation'
import { applyRule } from '@isegoria/election'
import type { Outcome } from '@isegoria/election'
import type { EventStore } from '@isegoria/engine'
import { E } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import { choose, describeRuleRejection } from '../choose.ts'
import { describeOutcome } from '../describe-outcome.ts'
import { importElection } from '../import-election.ts'
import { readPastElection } from '../read-election.ts'
import { CommandRefused, print } from '../terminal.ts'
import type { Terminal } from '../terminal.ts'
import { openLog } from './import.ts'

interface ReplayOptions {
  readonly rule: ReadonlyArray<string>
  readonly json?: boolean
}

/** One answer of a what-if: a rule on the same ballots. */
interface Answered {
  readonly rule: { readonly id: string; readonly version: string; readonly parameters: Readonly<Record<string, string>> }
  readonly outcome: Outcome
  readonly input: string
}

const storeOf = async (path: string, terminal: Terminal): Promise<EventStore> => {
  if (!existsSync(path)) throw new CommandRefused(`${path}: no such file`)
  if (!path.endsWith('.pb')) return openLog(path, true)
  const store = memoryStore()
  await importElection({ path, ...readPastElection(path) }, store, terminal)
  return store
}

const replayed = (path: string, store: EventStore): ReplayedLog => {
  const log = replayLog(store, rules)
  if (E.isRight(log)) return log.right
  throw new CommandRefused(log.left.type === 'NoConsultation' ? `${path}: no consultation in this log` : `${path}: ${log.left.reasons.join('; ')}`)
}

const answer = (text: string, { election, input }: ReplayedPoll): Answered => {
  const { rule, parameters } = choose(text)
  const outcome = applyRule(rule, election, parameters)
  if (E.isLeft(outcome)) throw new CommandRefused(`--rule ${text}: ${describeRuleRejection(outcome.left)}`)
  return { rule: { id: rule.id, version: rule.version, parameters }, outcome: outcome.right, input }
}

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
    .option('--json', 'one JSON document on stdout')
    .action(async (path: string, { rule: texts, json = false }: ReplayOptions) => {
      const store = await storeOf(path, terminal)
      try {
        const log = replayed(path, store)
        const stored = log.polls.flatMap((poll) => poll.stored)
        const outcomes = log.polls.flatMap((poll) => texts.map((text) => answer(text, poll)))
        const document = { source: path, consultation: log.consultationId, events: log.events, hash: log.hash, stored, outcomes }
        print(terminal, json, document, () =>
          [
            `${log.title}: ${log.events} events replayed, hash ${log.hash}`,
            ...stored.map(
              ({ rule, same, difference }) => `stored outcome of ${rule.id}: ${same ? 'recomputed, the same' : `DIFFERS: ${difference ?? ''}`}`,
            ),
            ...outcomes.flatMap(({ rule, outcome }) => ['', `${rule.id} ${JSON.stringify(rule.parameters)}`, describeOutcome(outcome)]),
          ].join('\n'),
        )
        const differing = stored.filter(({ same }) => !same)
        if (differing.length > 0)
          throw new CommandRefused(`${path}: ${differing.length} stored outcome${differing.length === 1 ? '' : 's'} could not be recomputed`)
      } finally {
        store.close()
      }
    })
