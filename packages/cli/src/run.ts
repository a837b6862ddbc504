import { Command, CommanderError } from 'commander'
import { onOneLine } from '@isegoria/report'
import { NotAnEventLog } from '@isegoria/store-sqlite'
import { fateCommand } from './commands/fate.ts'
import { importCommand } from './commands/import.ts'
import { newCommand } from './commands/new.ts'
import { replayCommand } from './commands/replay.ts'
import { rulesCommand } from './commands/rules.ts'
import { tallyCommand } from './commands/tally.ts'
import { timelineCommand } from './commands/timeline.ts'
import { CommandRefused } from './terminal.ts'
import type { Terminal } from './terminal.ts'

const done = 0
const refused = 1
const wrongUsage = 2

const program = (terminal: Terminal): Command =>
  new Command('isegoria')
    .description('Consultations, votes and budgets that can be replayed and checked.')
    .addCommand(rulesCommand(terminal))
    .addCommand(newCommand(terminal))
    .addCommand(importCommand(terminal))
    .addCommand(replayCommand(terminal))
    .addCommand(tallyCommand(terminal))
    .addCommand(timelineCommand(terminal))
    .addCommand(fateCommand(terminal))

/** What the reader of arguments says quotes them: they may neither steer the terminal nor reorder its lines. */
const unsteered = (text: string): string => text.split('\n').map(onOneLine).join('\n')

const throwing = (command: Command, terminal: Terminal): Command => {
  command.exitOverride().configureOutput({ writeOut: terminal.out, writeErr: (text) => terminal.error(unsteered(text)) })
  for (const inner of command.commands) throwing(inner, terminal)
  return command
}

/**
 * Runs one command line. Exit code: 0 done, 1 refused or failed, 2 wrong usage.
 *
 * @example
 * const errors: Array<string> = []
 * const terminal = { out: () => undefined, error: (text: string) => errors.push(text), isTerminal: false }
 * await run(['tally', 'town.pb', '--rule', 'greedy'], terminal) // => 0
 * await run(['tally', 'town.pb', '--rule', 'greed'], terminal) // => 1
 * errors // => ["--rule greed: no rule 'greed'; is it greedy-monroe or greedy? `isegoria rules` lists all\n"]
 */
export const run = async (args: ReadonlyArray<string>, terminal: Terminal): Promise<number> => {
  try {
    await throwing(program(terminal), terminal).parseAsync([...args], { from: 'user' })
    return done
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? done : wrongUsage
    const isRefusal = thrown instanceof CommandRefused || thrown instanceof NotAnEventLog
    terminal.error(`${onOneLine(isRefusal ? thrown.message : `unexpected failure: ${String(thrown)}`)}\n`)
    return refused
  }
}
