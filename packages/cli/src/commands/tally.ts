import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import type { ChosenRule } from '@isegoria/deliberation'
import { applyRule } from '@isegoria/election'
import type { Outcome } from '@isegoria/election'
import { pabulibElection } from '@isegoria/interchange'
import { byCodeUnit, E } from '@isegoria/kernel'
import { onOneLine } from '@isegoria/report'
import { choose, describeRuleRejection } from '../choose.ts'
import { describeOutcome } from '../describe-outcome.ts'
import { readElectionFile } from '../read-election.ts'
import { CommandRefused } from '../terminal.ts'
import type { Terminal } from '../terminal.ts'

interface TallyOptions {
  readonly rule: string
  readonly json?: boolean
}

interface Tallied {
  readonly file: string
  readonly rule: { readonly id: string; readonly version: string; readonly parameters: Readonly<Record<string, string>> }
  readonly outcome: Outcome
}

const tally = (path: string, { rule, parameters }: ChosenRule): Tallied => {
  const outcome = applyRule(rule, pabulibElection(readElectionFile(path)), parameters)
  if (E.isLeft(outcome)) throw new CommandRefused(`${path}: ${describeRuleRejection(outcome.left)}`)
  return { file: path, rule: { id: rule.id, version: rule.version, parameters }, outcome: outcome.right }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** `isegoria tally`: one rule on one file, or on each .pb file of a folder, one JSON line a file. */
export const tallyCommand = (terminal: Terminal): Command =>
  new Command('tally')
    .description('one rule on a ballot file, with no store; a folder gives one JSON line for each file')
    .argument('<file>', 'a .pb file, or a folder of them')
    .requiredOption('--rule <id[:name=value,…]>', 'the rule to count by')
    .option('--json', 'one JSON document on stdout')
    .action((path: string, { rule, json = false }: TallyOptions) => {
      const chosen = choose(rule)
      if (!isFolder(path)) {
        const tallied = tally(path, chosen)
        terminal.out(json ? `${JSON.stringify(tallied)}\n` : `${describeOutcome(tallied.outcome)}\n`)
        return
      }
      const files = readdirSync(path)
        .filter((name) => name.endsWith('.pb'))
        .toSorted(byCodeUnit)
      if (files.length === 0) throw new CommandRefused(`${path}: no .pb file in this folder`)
      const failures: Array<string> = []
      for (const name of files) {
        try {
          terminal.out(`${JSON.stringify(tally(join(path, name), chosen))}\n`)
        } catch (thrown) {
          if (!(thrown instanceof CommandRefused)) throw thrown
          failures.push(thrown.message)
          terminal.error(`${onOneLine(thrown.message)}\n`)
        }
      }
      if (failures.length > 0) throw new CommandRefused(`${failures.length} of ${files.length} files were refused`)
    })
