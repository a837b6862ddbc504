import { Command, Option } from 'commander'
import type { Rule } from '@isegoria/election'
import { textTable } from '@isegoria/report'
import { columns, describeRule } from '../describe-rule.ts'
import { bookWith, rulesOption } from '../rule-book.ts'
import { CommandRefused, print } from '../terminal.ts'
import type { Terminal } from '../terminal.ts'

interface RulesOptions {
  readonly family?: string
  readonly rules?: string
  readonly json?: boolean
}

/** What the document of `--json` says of a rule. */
const documentOf = ({ id, version, title, family, source, ballots, parameters, claims, violates }: Rule): Omit<Rule, 'count'> => ({
  id,
  version,
  family,
  title,
  source,
  ballots,
  parameters,
  claims,
  violates,
})

const shortened = (text: string, room: number): string => {
  const letters = [...text]
  return letters.length <= room ? text : `${letters.slice(0, Math.max(room - 1, 0)).join('')}…`
}

/** All rules, one on each line, with as much of their titles as there is room for. */
const tableOf = (rules: ReadonlyArray<Rule>): string => {
  const tableWith = (room: number): string =>
    textTable([
      ['rule', 'family', 'title', 'claims', 'violates'],
      ...rules.map(({ id, family, title, claims, violates }) => [id, family, shortened(title, room), `${claims.length}`, `${violates.length}`]),
    ])
  const widest = Math.max(
    ...tableWith(columns)
      .split('\n')
      .map((line) => [...line].length),
  )
  const title = Math.max('title'.length, ...rules.map((rule) => [...shortened(rule.title, columns)].length))
  return [
    tableWith(title - Math.max(0, widest - columns)),
    '`isegoria rules <id>` tells what a rule reads, claims and violates, and its parameters',
  ].join('\n')
}

/** `isegoria rules`: every rule, or one with what it reads, claims and violates; of each family that has the id. */
export const rulesCommand = (terminal: Terminal): Command =>
  new Command('rules')
    .description('every registered rule, or one with its version, source, ballots, parameters and laws')
    .argument('[id]', 'one rule only')
    .addOption(new Option('--family <family>', 'one family only').choices(['budget', 'voting', 'committee', 'apportionment']))
    .addOption(rulesOption())
    .option('--json', 'one JSON document on stdout')
    .action((id: string | undefined, { family, rules, json = false }: RulesOptions) => {
      const listed = bookWith(rules).filter((rule) => (family === undefined || rule.family === family) && (id === undefined || rule.id === id))
      if (id !== undefined && listed.length === 0)
        throw new CommandRefused(
          `no rule '${id}'${family === undefined ? '' : ` in the family ${family}`}; \`isegoria rules\` lists those that there are`,
        )
      print(terminal, json, { rules: listed.map(documentOf) }, () => (id === undefined ? tableOf(listed) : listed.map(describeRule).join('\n\n')))
    })
