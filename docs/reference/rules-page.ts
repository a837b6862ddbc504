import { allowedOf, defaultOf } from '@isegoria/election'
import type { ParameterDescription, Rule, RuleFamily } from '@isegoria/election'

const families: ReadonlyArray<{ readonly family: RuleFamily; readonly heading: string }> = [
  { family: 'budget', heading: 'Budget rules' },
  { family: 'voting', heading: 'Voting rules' },
  { family: 'committee', heading: 'Committee rules' },
  { family: 'apportionment', heading: 'Apportionment rules' },
]

const listed = (words: ReadonlyArray<string>): string => words.join(', ') || 'none'

const valuesOf = (parameter: ParameterDescription): string => {
  if (!('values' in parameter)) return `${allowedOf(parameter).join()}; \`${defaultOf(parameter)}\` by default`
  const [first, ...others] = parameter.values.map((value) => `\`${value}\``)
  return [`${first} (default)`, ...others].join(', ')
}

const parameterOf = (parameter: ParameterDescription): string => `- \`${parameter.name}\`: ${valuesOf(parameter)}. Meaning: ${parameter.meaning}.`

const sectionOf = (rule: Rule): string =>
  [
    `### \`${rule.id}\``,
    `${rule.title}, version ${rule.version}.`,
    [
      `- Source: <${rule.source}>`,
      `- Reads: ${listed(rule.ballots)}`,
      `- Claims: ${listed(rule.claims)}`,
      `- Violates: ${listed(rule.violates)}`,
    ].join('\n'),
    ...(rule.parameters.length === 0 ? [] : ['Parameters:', rule.parameters.map(parameterOf).join('\n')]),
  ].join('\n\n')

/** The reference of rules, made from the rule book itself. */
export const rulesPage = (book: ReadonlyArray<Rule>): string => {
  const parts = families.flatMap(({ family, heading }) => {
    const rules = book.filter((rule) => rule.family === family)
    return rules.length === 0 ? [] : [`## ${heading}`, ...rules.map(sectionOf)]
  })
  const introduction =
    'Every rule of the rule book, as `isegoria rules` lists it. A test makes this page from the rules and compares; ' +
    '`npx -y pnpm@12.21.0 test docs/reference -u` writes it anew.'
  return `${['# Rules', introduction, ...parts].join('\n\n')}\n`
}
