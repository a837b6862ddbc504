import type { ReplayedPoll } from '@isegoria/deliberation'
import { applyRule } from '@isegoria/election'
import type { Outcome, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import type { RuleChoice } from '@isegoria/voting'
import { choose, describeRuleRejection } from '../choose.ts'
import { CommandRefused } from '../terminal.ts'

/** One answer of a what-if: a rule on the ballots of a poll. */
export interface Answered {
  readonly poll: string
  readonly rule: RuleChoice
  readonly outcome: Outcome
  /** Hash of what the rule was given. */
  readonly input: string
}

/** The answer of the rule that `text` names. Errors: `CommandRefused` for a rule that cannot be applied to these ballots. */
export const answer = (book: ReadonlyArray<Rule>, text: string, { pollId, election, input }: ReplayedPoll): Answered => {
  const { rule, parameters } = choose(book, text)
  const outcome = applyRule(rule, election, parameters)
  if (E.isLeft(outcome)) throw new CommandRefused(`--rule ${text}: ${describeRuleRejection(outcome.left)}`)
  return { poll: pollId, rule: { id: rule.id, version: rule.version, parameters }, outcome: outcome.right, input }
}
