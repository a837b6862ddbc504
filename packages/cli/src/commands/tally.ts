import { readdirSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { byCodeUnit } from '@isegoria/kernel'
import { assertRule } from '../choose.ts'
import { isCountable } from '../counted-file.ts'
import { describeOutcome } from '../describe-outcome.ts'
import { bookWith, rulesOption } from '../rule-book.ts'
import { fileTally, tallyFile } from '../tally-file.ts'
import type { TallyOptions } from '../tally-file.ts'
import { tallyFiles } from '../tally-folder.ts'
import { CommandRefused } from '../terminal.ts'
import type { Terminal } from '../terminal.ts'

interface TallyFlags extends TallyOptions {
  readonly json?: boolean
  readonly jobs?: number
}

const wholeNumber = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1.')
  return Number(text)
}

/** A lot drawn from nothing is one that everybody could foresee. */
const notBlank = (text: string): string => {
  if (text.trim() === '') throw new InvalidArgumentError('It is a text that is not blank.')
  return text
}

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    // Whatever is wrong with the path is said by who reads the file.
    return false
  }
}

/** One JSON line a file, and why for each that is refused. A rule that there is not is refused once, not for each file. */
const tallyFolder = async (folder: string, terminal: Terminal, options: TallyOptions, jobs: number): Promise<void> => {
  const answerOf = fileTally(options)
  const files = readdirSync(folder).filter(isCountable).toSorted(byCodeUnit)
  if (files.length === 0) throw new CommandRefused(`${folder}: no file of ballots in this folder`)
  let refused = 0
  const paths = files.map((name) => join(folder, name))
  await tallyFiles({ files: paths, answerOf, options }, jobs, ({ out, error, isRefused }) => {
    if (error !== '') terminal.error(error)
    if (out !== '') terminal.out(out)
    if (isRefused) refused++
  })
  if (refused > 0) throw new CommandRefused(`${refused} of ${files.length} files were refused`)
}

/** `isegoria tally`: one rule on one file, or on each ballot file of a folder, one JSON line a file. */
export const tallyCommand = (terminal: Terminal): Command =>
  new Command('tally')
    .description('one rule on a ballot file, with no store; a folder gives one JSON line for each file')
    .argument('<file>', 'a file of ballots (.pb .soc .soi .toc .toi .cat .blt .cvotes .abc.yaml .csv), or a folder of them')
    .requiredOption('--rule <id[:name=value,…]>', 'the rule to count by; official is the one that a .pb file names itself')
    .option('--seats <k>', 'how many are elected, or seats to share out; what the file says unless given', wholeNumber)
    .addOption(new Option('--unranked <meaning>', 'what an option means that a ballot leaves out').choices(['last', 'ignored']))
    .option('--settle <step+step…>', 'settles what the rule leaves level, and records how: lowest-cost, most-votes, given-order, option-id, lot')
    .option('--seed <text>', 'draws a lot from a published seed, for rules whose ties=…lot', notBlank)
    .addOption(rulesOption())
    .option('--json', 'one JSON document on stdout')
    .option('--jobs <n>', 'how many files of a folder are counted at once; one for each processor unless given', wholeNumber)
    .action(async (path: string, { json, jobs, ...options }: TallyFlags) => {
      if (isFolder(path)) return tallyFolder(path, terminal, options, jobs ?? availableParallelism())
      const book = bookWith(options.rules)
      assertRule(book, options.rule)
      const { document, names } = tallyFile(path, terminal.error, book, options)
      terminal.out(json === true ? `${JSON.stringify(document)}\n` : `${describeOutcome(document.outcome, names)}\n`)
    })
