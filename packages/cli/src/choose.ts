import { chooseRule, readRule, readRuleText, rulesNamed } from '@isegoria/deliberation'
import type { ChosenRule, Counted, RuleChoiceRejection } from '@isegoria/deliberation'
import type { Parameters, Rule, RuleRejection } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { CommandRefused } from './terminal.ts'

/** Rules whose ids begin alike, or where to find them all. */
const hint = ({ rule, known }: { readonly rule: string; readonly known: ReadonlyArray<string> }): string => {
  const near = known.filter((id) => id.slice(0, 3) === rule.slice(0, 3))
  return near.length === 0 ? '`isegoria rules` lists those that there are' : `is it ${near.join(' or ')}? \`isegoria rules\` lists all`
}

/** Says why a `--rule` text names no rule. Errors: throws `CommandRefused`, always. */
const refuse = (text: string, rejection: RuleChoiceRejection): never => {
  switch (rejection.type) {
    case 'UnknownRule':
      throw new CommandRefused(`--rule ${text}: no rule '${rejection.rule}'; ${hint(rejection)}`)
    case 'RuleTextNotReadable':
      throw new CommandRefused(`--rule ${text}: '${rejection.part}' is not name=value`)
    case 'UnknownParameter':
    case 'ParameterOutOfRange':
    case 'BallotNotReadable':
    case 'BudgetMissing':
    case 'SeatsMissing':
    case 'TooFewOptions':
    case 'LotNotDrawn':
    case 'ElectionTooLarge':
    case 'ConstraintNotKept':
    case 'ConstraintNotSound':
    case 'BallotNotCountable':
    case 'RuleFailed':
      throw new CommandRefused(`--rule ${text}: ${describeRuleRejection(rejection)}`)
  }
}

/** The rule of `book` for what is counted that a `--rule` text names. Errors: `CommandRefused` that says what is known instead. */
export const choose = (book: ReadonlyArray<Rule>, text: string, counted?: Counted): ChosenRule => {
  const chosen = readRule(book, text, counted)
  return E.isRight(chosen) ? chosen.right : refuse(text, chosen.left)
}

/**
 * The same, with values for parameters that the text leaves open: those that the rule does not have are passed over.
 * Errors: `CommandRefused`.
 */
export const chooseWith = (book: ReadonlyArray<Rule>, text: string, open: Parameters, counted: Counted): ChosenRule => {
  const read = readRuleText(text)
  if (E.isLeft(read)) return refuse(text, read.left)
  const { id, given } = read.right
  const known = rulesNamed(book, id, counted)[0]?.parameters.map(({ name }) => name) ?? []
  const fitting = Object.entries(open).filter(([name]) => known.includes(name))
  const chosen = chooseRule(book, id, { ...Object.fromEntries(fitting), ...given }, counted)
  return E.isRight(chosen) ? chosen.right : refuse(text, chosen.left)
}

/** Whether a `--rule` text asks for the rule by which an election was decided itself. */
export const isOfficial = (text: string): boolean => text === 'official' || text.startsWith('official:')

/** That rule, with the values of the text in place of its own. Errors: `CommandRefused`. */
export const chooseOfficial = (
  book: ReadonlyArray<Rule>,
  text: string,
  own: { readonly id: string; readonly parameters: Parameters },
  counted: Counted,
): ChosenRule => {
  const read = readRuleText(text)
  if (E.isLeft(read)) return refuse(text, read.left)
  const chosen = chooseRule(book, own.id, { ...own.parameters, ...read.right.given }, counted)
  return E.isRight(chosen) ? chosen.right : refuse(text, chosen.left)
}

/** Refuses a `--rule` text that no file can make sense of. Errors: `CommandRefused`. */
export const assertRule = (book: ReadonlyArray<Rule>, text: string): void => {
  if (!isOfficial(text)) choose(book, text)
}

/** Why a rule cannot be applied, in words. */
export const describeRuleRejection = (rejection: RuleRejection): string => {
  switch (rejection.type) {
    case 'UnknownParameter':
      return `${rejection.rule} has no parameter '${rejection.parameter}'; it has ${rejection.known.join(', ') || 'none'}`
    case 'ParameterOutOfRange':
      return `${rejection.parameter}=${rejection.value} is none of ${rejection.allowed.join(', ')}`
    case 'BallotNotReadable':
      return `${rejection.rule} does not read ${rejection.ballot} ballots; it reads ${rejection.reads.join(', ')}`
    case 'BudgetMissing':
      return `${rejection.rule} needs a budget`
    case 'SeatsMissing':
      return `${rejection.rule} needs a number of seats (--seats)`
    case 'TooFewOptions':
      return `${rejection.seats} seats, but only ${rejection.options} options`
    case 'LotNotDrawn':
      return `${rejection.rule} is to settle ties by a lot, and none was drawn (--seed)`
    case 'ElectionTooLarge':
      return `${rejection.rule} counts at most ${rejection.most} ${rejection.what}; here are ${rejection.size}`
    case 'ConstraintNotKept':
      return `${rejection.rule} does not see to the constraint '${rejection.constraint}' that this election has`
    case 'ConstraintNotSound':
      return `the constraint '${rejection.constraint}' of this election is not sound: ${rejection.reason}`
    case 'BallotNotCountable':
      return `${rejection.rule} cannot count a ballot: ${rejection.reason}`
    case 'RuleFailed':
      return `the rule ${rejection.rule} fails: ${rejection.reason}`
  }
}
