import type { RuleChoice } from '@isegoria/voting'

/** A rule with all its parameters as it is written on a command line: `id:name=value,…`. */
export const ruleText = ({ id, parameters }: Pick<RuleChoice, 'id' | 'parameters'>): string => {
  const given = Object.entries(parameters).map(([name, value]) => `${name}=${value}`)
  return given.length === 0 ? id : `${id}:${given.join(',')}`
}
