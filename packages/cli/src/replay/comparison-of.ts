import { rules } from '@isegoria/deliberation'
import type { ReplayedPoll } from '@isegoria/deliberation'
import { unknownDay } from '@isegoria/election'
import { canonicalText } from '@isegoria/kernel'
import type { Answer, Comparison } from '@isegoria/report'
import type { RuleChoice } from '@isegoria/voting'
import type { Answered } from './answer.ts'
import { ruleText } from './rule-text.ts'

const answerOf = (choice: RuleChoice, outcome: Answered['outcome'], decided: boolean): Answer => {
  const title = rules.find(({ id }) => id === choice.id)?.title ?? choice.id
  return { title, rule: ruleText(choice), version: choice.version, decided, outcome }
}

/** A poll's stored outcomes and, beside them, each what-if that is not one of them. */
export const comparisonOf = (poll: ReplayedPoll, answered: ReadonlyArray<Answered>): Comparison => {
  const { definition, frozen } = poll.terms
  const [from, until] = [definition.opensAt.slice(0, 10), definition.closesAt.slice(0, 10)]
  const stored = new Set(poll.stored.map(({ rule }) => canonicalText(rule)))
  const asked = answered.filter(({ poll: of, rule }) => of === poll.pollId && !stored.has(canonicalText(rule)))
  return {
    question: definition.question,
    ...(from === unknownDay.first ? {} : { from }),
    ...(until === unknownDay.last ? {} : { until }),
    currency: frozen.currency,
    election: poll.election,
    attributes: poll.attributes,
    input: poll.input,
    answers: [
      ...poll.stored.map(({ rule, outcome }) => answerOf(rule, outcome, true)),
      ...asked.map(({ rule, outcome }) => answerOf(rule, outcome, false)),
    ],
  }
}
