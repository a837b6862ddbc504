import { allowedOf, defaultOf } from '@isegoria/election'
import type { ParameterDescription, Rule } from '@isegoria/election'
import { onOneLine } from '@isegoria/report'

/** The columns that a terminal surely has room for. */
export const columns = 100

/** Words in lines behind a label of a given width; a word that is longer than a line has one of its own. */
export const wrapped = (label: string, width: number, text: string): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let line = onOneLine(label).padEnd(width)
  let isEmpty = true
  for (const word of onOneLine(text).split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = ' '.repeat(width)
      isEmpty = true
    }
    line = isEmpty ? line + word : `${line} ${word}`
    isEmpty = false
  }
  return [...lines, line]
}

const valuesOf = (parameter: ParameterDescription): string => {
  if (!('values' in parameter)) return `${defaultOf(parameter)} by default, or ${allowedOf(parameter).join()}`
  const [first, ...others] = parameter.values
  return [`${first} (default)`, ...others].join(', ')
}

/** A rule as a person reads it on a terminal: what it is, what it reads, its parameters, and the laws that it obeys and breaks. */
export const describeRule = (rule: Rule): string => {
  const { id, title, version, family, source, ballots, parameters, claims, violates } = rule
  const facts: ReadonlyArray<readonly [string, string]> = [
    ['version', version],
    ['family', family],
    ['source', source],
    ['reads', ballots.join(', ')],
    ['claims', claims.join(', ') || 'nothing'],
    ['violates', violates.join(', ') || 'nothing that is known'],
  ]
  const width = Math.max(...parameters.map(({ name }) => name.length + 4), 10)
  return [
    ...wrapped('', 0, `${id}: ${title}`),
    ...facts.flatMap(([label, text]) => wrapped(label, 10, text)),
    ...(parameters.length === 0 ? ['no parameters'] : ['parameters']),
    ...parameters.flatMap((parameter) => [...wrapped(`  ${parameter.name}`, width, valuesOf(parameter)), ...wrapped('', width, parameter.meaning)]),
  ].join('\n')
}
