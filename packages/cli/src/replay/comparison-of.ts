import { rules, rulesNamed } from '@isegoria/deliberation'
import type { ReplayedPoll } from '@isegoria/deliberation'
import { unknownDay } from '@isegoria/election'
import type { Election, Outcome } from '@isegoria/election'
import { canonicalText } from '@isegoria/kernel'
import type { Answer, AnsweredWhatIf, Comparison } from '@isegoria/report'
import type { RuleChoice } from '@isegoria/voting'
import type { Answered } from './answer.ts'
import type { PicturesOf } from './pictures-of.ts'
import { describeChanges } from './describe-changes.ts'
import { ruleText } from './rule-text.ts'

const titleOf = ({ id }: RuleChoice, counted: Election): string => rulesNamed(rules, id, counted)[0]?.title ?? id

const answerOf = (choice: RuleChoice, outcome: Outcome, decided: boolean, counted: Election): Answer => ({
  title: titleOf(choice, counted),
  rule: ruleText(choice),
  version: choice.version,
  decided,
  outcome,
})

const whatIfOf = ({ document, election }: Answered, currency: string): AnsweredWhatIf => {
  const { rule, outcome, input, whatIf, difference } = document
  return {
    changes: describeChanges(whatIf, currency),
    title: titleOf(rule, election),
    rule: ruleText(rule),
    version: rule.version,
    election,
    input,
    outcome,
    ...(difference === undefined ? {} : { difference }),
  }
}

const isChanged = ({ document }: Answered): boolean => Object.keys(document.whatIf).length > 0

/**
 * A poll's stored outcomes and, beside them, each what-if that is not one of them; those that change more than the rule apart.
 * With pictures where they are wanted.
 */
export const comparisonOf = (poll: ReplayedPoll, answered: ReadonlyArray<Answered>, picturesOf: PicturesOf = () => ({})): Comparison => {
  const { definition, frozen } = poll.terms
  const [from, until] = [definition.opensAt.slice(0, 10), definition.closesAt.slice(0, 10)]
  const stored = new Set(poll.stored.map(({ rule }) => canonicalText(rule)))
  const own = answered.filter(({ document }) => document.poll === poll.pollId)
  const asked = own.filter((one) => !isChanged(one) && !stored.has(canonicalText(one.document.rule)))
  const changed = own.filter(isChanged)
  return {
    question: definition.question,
    ...(from === unknownDay.first ? {} : { from }),
    ...(until === unknownDay.last ? {} : { until }),
    currency: frozen.currency,
    election: poll.election,
    attributes: poll.attributes,
    input: poll.input,
    answers: [
      ...poll.stored.map(({ rule, outcome }) => ({ ...answerOf(rule, outcome, true, poll.election), ...picturesOf(rule, outcome) })),
      ...asked.map(({ document: { rule, outcome }, election }) => ({
        ...answerOf(rule, outcome, false, election),
        ...picturesOf(rule, outcome),
      })),
    ],
    ...(changed.length === 0 ? {} : { whatIfs: changed.map((one) => whatIfOf(one, frozen.currency)) }),
  }
}
