import {
  budgetMaximinSupport,
  equalShares,
  equalSharesOverspending,
  exactEqualShares,
  greedy,
  majorityJudgmentBudget,
  phragmen,
  welfareMaximum,
} from '@isegoria/budget'
import { completeParameters } from '@isegoria/election'
import type { Election, Parameters, Rule, RuleRejection } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { votingRules } from '@isegoria/voting'

/** The rules of the house. An outsider's rule is put beside them in a list of the same kind. A family has each id once. */
export const rules: ReadonlyArray<Rule> = [
  ...votingRules,
  equalShares,
  equalSharesOverspending,
  exactEqualShares,
  phragmen,
  budgetMaximinSupport,
  greedy,
  welfareMaximum,
  majorityJudgmentBudget,
]

/** A rule with every parameter spelled out, ready to count. */
export interface ChosenRule {
  readonly rule: Rule
  readonly parameters: Parameters
}

export type RuleChoiceRejection =
  | RuleRejection
  | { readonly type: 'UnknownRule'; readonly rule: string; readonly known: ReadonlyArray<string> }
  | { readonly type: 'RuleTextNotReadable'; readonly text: string; readonly part: string }

/** What of an election tells which rule is meant by an id that several families have. */
export type Counted = Pick<Election, 'budget' | 'seats'>

/** Whether rules of that family are for such an election. Seats go before a budget, which a file has whoever is elected. */
const isFor = ({ budget, seats }: Counted, { family }: Rule): boolean => {
  switch (family) {
    case 'budget':
      return budget !== undefined && seats === undefined
    case 'committee':
    case 'apportionment':
      return seats !== undefined
    case 'voting':
      return budget === undefined && seats === undefined
  }
}

/** The rules of that id, first those that are for what is counted. */
export const rulesNamed = (book: ReadonlyArray<Rule>, id: string, counted?: Counted): ReadonlyArray<Rule> => {
  const named = book.filter((rule) => rule.id === id)
  if (counted === undefined || named.length < 2) return named
  return [...named.filter((rule) => isFor(counted, rule)), ...named.filter((rule) => !isFor(counted, rule))]
}

/**
 * The rule of that id in `book`, with `given` and its defaults as parameters.
 *
 * Where several families have the id, what is `counted` tells which is meant: of a budget the budget rule, of seats the
 * committee's. Where nothing is counted yet, it is the first that has such parameters.
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const ofBudget = chooseRule(rules, 'maximin-support', {}, { budget: 1000n })
 * E.isRight(ofBudget) && ofBudget.right.rule.family // => 'budget'
 * const ofSeats = chooseRule(rules, 'maximin-support', {}, { seats: 3 })
 * E.isRight(ofSeats) && ofSeats.right.rule.family // => 'committee'
 */
export const chooseRule = (book: ReadonlyArray<Rule>, id: string, given: Parameters, counted?: Counted): Either<RuleChoiceRejection, ChosenRule> => {
  const [first, ...others] = rulesNamed(book, id, counted)
  if (first === undefined) return E.left({ type: 'UnknownRule', rule: id, known: [...new Set(book.map((known) => known.id))] })
  const parameters = completeParameters(first, given)
  if (E.isRight(parameters)) return E.right({ rule: first, parameters: parameters.right })
  for (const rule of counted === undefined ? others : []) {
    const complete = completeParameters(rule, given)
    if (E.isRight(complete)) return E.right({ rule, parameters: complete.right })
  }
  return parameters
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
 * Reads a rule as it is written on a command line: `id` or `id:name=value,name=value`. What is `counted` tells which rule is
 * meant where several families have the id.
 *
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const chosen = readRule(rules, 'greedy:satisfaction=cardinality')
 * E.isRight(chosen) && chosen.right.parameters['satisfaction'] // => 'cardinality'
 * readRule(rules, 'greedy:fast') // => E.left({ type: 'RuleTextNotReadable', text: 'greedy:fast', part: 'fast' })
 */
export const readRule = (book: ReadonlyArray<Rule>, text: string, counted?: Counted): Either<RuleChoiceRejection, ChosenRule> => {
  const read = readRuleText(text)
  return E.isLeft(read) ? read : chooseRule(book, read.right.id, read.right.given, counted)
}
