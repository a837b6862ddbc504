import { resolve } from 'node:path'
import { Option } from 'commander'
import { rules, rulesFromModule, RulesNotReadable } from '@isegoria/deliberation'
import type { Rule } from '@isegoria/election'
import { CommandRefused } from './terminal.ts'

/** The flag that puts rules of one's own beside those of the house. */
export const rulesOption = (): Option => new Option('--rules <module>', 'a JavaScript or TypeScript module that exports rules of your own')

const ownRules = (path: string): ReadonlyArray<Rule> => {
  try {
    return rulesFromModule(resolve(path))
  } catch (thrown) {
    if (thrown instanceof RulesNotReadable) throw new CommandRefused(`--rules ${path}: ${thrown.message}`)
    throw thrown
  }
}

/** The rules of the house, and those of a module beside them. Errors: `CommandRefused` for a module without rules or an id twice in a family. */
export const bookWith = (path: string | undefined): ReadonlyArray<Rule> => {
  if (path === undefined) return rules
  const book = [...rules, ...ownRules(path)]
  const names = book.map(({ id, family }) => `${family} rule '${id}'`)
  const twice = names.find((name, place) => names.indexOf(name) !== place)
  if (twice !== undefined) throw new CommandRefused(`--rules ${path}: there is a ${twice} already`)
  return book
}
