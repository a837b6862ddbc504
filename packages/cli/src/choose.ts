import { readRule, rules } from '@isegoria/deliberation'
import type { ChosenRule } from '@isegoria/deliberation'
import type { RuleRejection } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { CommandRefused } from './terminal.ts'

/** The rule that a `--rule` text names. Errors: `CommandRefused` that says what is known instead. */
export const choose = (text: string): ChosenRule => {
  const chosen = readRule(rules, text)
  if (E.isRight(chosen)) return chosen.right
  switch (chosen.left.type) {
    case 'UnknownRule':
      throw new CommandRefused(`--rule ${text}: no rule '${chosen.left.rule}'; known are ${chosen.left.known.join(', ')}`)
    case 'RuleTextNotReadable':
      throw new CommandRefused(`--rule ${text}: '${chosen.left.part}' is not name=value`)
    case 'UnknownParameter':
    case 'ParameterOutOfRange':
    case 'BallotNotReadable':
    case 'BudgetMissing':
    case 'SeatsMissing':
    case 'TooFewOptions':
    case 'LotNotDrawn':
    case 'ElectionTooLarge':
    case 'BallotNotCountable':
      throw new CommandRefused(`--rule ${text}: ${describeRuleRejection(chosen.left)}`)
  }
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
      return `${rejection.rule} needs a number of seats`
    case 'TooFewOptions':
      return `${rejection.seats} seats, but only ${rejection.options} options`
    case 'LotNotDrawn':
      return `${rejection.rule} is to settle ties by a lot, and none was drawn`
    case 'ElectionTooLarge':
      return `${rejection.rule} counts at most ${rejection.most} ${rejection.what}; here are ${rejection.size}`
    case 'BallotNotCountable':
      return `${rejection.rule} cannot count a ballot: ${rejection.reason}`
  }
}
