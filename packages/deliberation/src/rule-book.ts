import { completeParameters } from '@isegoria/election'
import type { Parameters, Rule, RuleRejection } from '@isegoria/election'
import { equalShares, greedy } from '@isegoria/budget'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { votingRules } from '@isegoria/voting'

/** The rules of the house. An outsider's rule is put beside them in a list of the same kind. */
export const rules: ReadonlyArray<Rule> = [...votingRules, equalShares, greedy]

/** A rule with every parameter spelled out, ready to count. */
export interface ChosenRule {
  readonly rule: Rule
  readonly parameters: Parameters
}

export type RuleChoiceRejection =
  | RuleRejection
  | { readonly type: 'UnknownRule'; readonly rule: string; readonly known: ReadonlyArray<string> }
  | { readonly type: 'RuleTextNotReadable'; readonly text: string; readonly part: string }

/** The rule of that id in `book`, with `given` and its defaults as parameters. */
export const chooseRule = (book: ReadonlyArray<Rule>, id: string, given: Parameters): Either<RuleChoiceRejection, ChosenRule> => {
  const rule = book.find((candidate) => candidate.id === id)
  if (rule === undefined) return E.left({ type: 'UnknownRule', rule: id, known: book.map((known) => known.id) })
  const parameters = completeParameters(rule, given)
  return E.isLeft(parameters) ? parameters : E.right({ rule, parameters: parameters.right })
}

/** A rule as it is written on a command line, before anybody has looked whether there is such a rule. */
export interface RuleText {
  readonly id: string
  readonly given: Parameters
}

/** Takes `id` or `id:name=value,name=value` apart. Errors: `RuleTextNotReadable` naming the part. */
export const readRuleText = (text: string): Either<RuleChoiceRejection, RuleText> => {
  const colon = text.indexOf(':')
  const id = colon === -1 ? text : text.slice(0, colon)
  const given = new Map<string, string>()
  for (const part of colon === -1 ? [] : text.slice(colon + 1).split(',')) {
    const equals = part.indexOf('=')
    if (equals < 1 || equals === part.length - 1 || given.has(part.slice(0, equals))) return E.left({ type: 'RuleTextNotReadable', text, part })
    given.set(part.slice(0, equals), part.slice(equals + 1))
  }
  return E.right({ id, given: Object.fromEntries(given) })
}

/**
 * Reads a rule as it is written on a command line: `id` or `id:name=value,name=value`.
 *
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const chosen = readRule(rules, 'greedy:satisfaction=cardinality')
 * E.isRight(chosen) && chosen.right.parameters // => { satisfaction: 'cardinality', ties: 'lowest-cost' }
 * readRule(rules, 'greedy:fast') // => E.left({ type: 'RuleTextNotReadable', text: 'greedy:fast', part: 'fast' })
 */
export const readRule = (book: ReadonlyArray<Rule>, text: string): Either<RuleChoiceRejection, ChosenRule> => {
  const read = readRuleText(text)
  return E.isLeft(read) ? read : chooseRule(book, read.right.id, read.right.given)
}
