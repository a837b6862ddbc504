import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { applyRule } from '@isegoria/election'
import type { Outcome, Rule } from '@isegoria/election'
import { byCodeUnit, E } from '@isegoria/kernel'
import { onOneLine } from '@isegoria/report'
import { choose, chooseWith, describeRuleRejection } from '../choose.ts'
import { countedFile, isCountable } from '../counted-file.ts'
import type { CountedAs } from '../counted-file.ts'
import { describeOutcome } from '../describe-outcome.ts'
import { bookWith, rulesOption } from '../rule-book.ts'
import { settled } from '../settled.ts'
import { CommandRefused } from '../terminal.ts'
import type { Terminal } from '../terminal.ts'

interface TallyOptions extends CountedAs {
  readonly rule: string
  readonly unranked?: string
  readonly settle?: string
  readonly rules?: string
  readonly json?: boolean
}

interface Tallied {
  readonly file: string
  readonly rule: { readonly id: string; readonly version: string; readonly parameters: Readonly<Record<string, string>> }
  readonly outcome: Outcome
}

const wholeNumber = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1.')
  return Number(text)
}

/** Counts one file. What the user says of unranked options comes before what the file says, and both before the rule's default. */
const tally = (
  path: string,
  terminal: Terminal,
  book: ReadonlyArray<Rule>,
  { rule: text, unranked: asked, settle, ...as }: TallyOptions,
): Tallied => {
  const { election, unranked, notes } = countedFile(path, as)
  for (const note of notes) terminal.error(`note: ${onOneLine(note)}\n`)
  const meaning = asked ?? unranked
  const { rule, parameters } = chooseWith(book, text, meaning === undefined ? {} : { unranked: meaning })
  const outcome = applyRule(rule, election, parameters)
  if (E.isLeft(outcome)) throw new CommandRefused(`${path}: ${describeRuleRejection(outcome.left)}`)
  return {
    file: path,
    rule: { id: rule.id, version: rule.version, parameters },
    outcome: settle === undefined ? outcome.right : settled(path, settle, election, outcome.right),
  }
}

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    // Whatever is wrong with the path is said by who reads the file.
    return false
  }
}

/** `isegoria tally`: one rule on one file, or on each ballot file of a folder, one JSON line a file. */
export const tallyCommand = (terminal: Terminal): Command =>
  new Command('tally')
    .description('one rule on a ballot file, with no store; a folder gives one JSON line for each file')
    .argument('<file>', 'a file of ballots (.pb .soc .soi .toc .toi .cat .blt .cvotes .abc.yaml .csv), or a folder of them')
    .requiredOption('--rule <id[:name=value,…]>', 'the rule to count by')
    .option('--seats <k>', 'how many are elected, or seats to share out; what the file says unless given', wholeNumber)
    .addOption(new Option('--unranked <meaning>', 'what an option means that a ballot leaves out').choices(['last', 'ignored']))
    .option('--settle <step+step…>', 'settles what the rule leaves level, and records how: lowest-cost, most-votes, given-order, option-id, lot')
    .option('--seed <text>', 'draws a lot from a published seed, for rules whose ties=…lot')
    .addOption(rulesOption())
    .option('--json', 'one JSON document on stdout')
    .action((path: string, options: TallyOptions) => {
      const book = bookWith(options.rules)
      // A rule that there is not is refused once, not for each file.
      choose(book, options.rule)
      if (!isFolder(path)) {
        const tallied = tally(path, terminal, book, options)
        terminal.out(options.json === true ? `${JSON.stringify(tallied)}\n` : `${describeOutcome(tallied.outcome)}\n`)
        return
      }
      const files = readdirSync(path).filter(isCountable).toSorted(byCodeUnit)
      if (files.length === 0) throw new CommandRefused(`${path}: no file of ballots in this folder`)
      const failures: Array<string> = []
      for (const name of files) {
        try {
          terminal.out(`${JSON.stringify(tally(join(path, name), terminal, book, options))}\n`)
        } catch (thrown) {
          if (!(thrown instanceof CommandRefused)) throw thrown
          failures.push(thrown.message)
          terminal.error(`${onOneLine(thrown.message)}\n`)
        }
      }
      if (failures.length > 0) throw new CommandRefused(`${failures.length} of ${files.length} files were refused`)
    })
