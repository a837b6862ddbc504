import { Command, Option } from 'commander'
import { allowedOf, defaultOf } from '@isegoria/election'
import type { ParameterDescription } from '@isegoria/election'
import { textTable } from '@isegoria/report'
import { bookWith, rulesOption } from '../rule-book.ts'
import { print } from '../terminal.ts'
import type { Terminal } from '../terminal.ts'

interface RulesOptions {
  readonly family?: string
  readonly rules?: string
  readonly json?: boolean
}

const describeParameter = (parameter: ParameterDescription): string =>
  'values' in parameter
    ? `${parameter.name}=${parameter.values.join('|')}`
    : `${parameter.name}=${defaultOf(parameter)} (${allowedOf(parameter).join()})`

/** `isegoria rules`: every rule with what it reads, claims and violates. */
export const rulesCommand = (terminal: Terminal): Command =>
  new Command('rules')
    .description('every registered rule with its version, source, ballots, parameters and laws')
    .addOption(new Option('--family <family>', 'one family only').choices(['budget', 'voting', 'committee', 'apportionment']))
    .addOption(rulesOption())
    .option('--json', 'one JSON document on stdout')
    .action(({ family, rules, json = false }: RulesOptions) => {
      const listed = bookWith(rules)
        .filter((rule) => family === undefined || rule.family === family)
        .map(({ id, version, family: of, source, ballots, parameters, claims, violates }) => ({
          id,
          version,
          family: of,
          source,
          ballots,
          parameters,
          claims,
          violates,
        }))
      print(terminal, json, { rules: listed }, () =>
        textTable([
          ['rule', 'version', 'family', 'ballots', 'parameters (default first)', 'source'],
          ...listed.map((rule) => [
            rule.id,
            rule.version,
            rule.family,
            rule.ballots.join(' '),
            rule.parameters.map(describeParameter).join(' '),
            rule.source,
          ]),
        ]),
      )
    })
