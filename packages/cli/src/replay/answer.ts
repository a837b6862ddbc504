import { whatIf } from '@isegoria/deliberation'
import type { AskedPoll, Difference, WhatIf, WhatIfAnswer } from '@isegoria/deliberation'
import type { Election, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { choose, chooseOfficial, isOfficial } from '../choose.ts'
import { CommandRefused } from '../terminal.ts'
import { describeWhatIfRejection } from './describe-changes.ts'

/** One answer of a what-if as `--json` gives it: a rule on the ballots of a poll. */
interface AnswerDocument extends Pick<WhatIfAnswer, 'rule' | 'outcome' | 'input' | 'without'> {
  readonly poll: string
  /** What was asked to be otherwise besides the rule. */
  readonly whatIf: WhatIf
  readonly difference?: Difference
}

export interface Answered {
  readonly document: AnswerDocument
  /** What was counted. */
  readonly election: Election
}

/**
 * The answer of the rule that `text` names, `official` being the poll's own, with the changes asked, under those constraints
 * of the poll that the rule sees to. Errors: `CommandRefused` for what cannot be asked of this poll.
 */
export const answer = (book: ReadonlyArray<Rule>, text: string, asked: AskedPoll, changes: WhatIf = {}): Answered => {
  const { pollId, terms, election: own } = asked.poll
  const { rule, parameters } = isOfficial(text) ? chooseOfficial(book, text, terms.definition.rule, own) : choose(book, text, own)
  const answered = whatIf(book, asked, { ...changes, rule: rule.id, parameters })
  if (E.isLeft(answered)) {
    const reason = describeWhatIfRejection(answered.left)
    throw new CommandRefused('rule' in answered.left ? `--rule ${text}: ${reason}` : reason)
  }
  const { election, outcome, input, without, difference, rule: choice } = answered.right
  const document = {
    poll: pollId,
    rule: choice,
    outcome,
    input,
    ...(without === undefined ? {} : { without }),
    whatIf: changes,
    ...(difference === undefined ? {} : { difference }),
  }
  return { document, election }
}
