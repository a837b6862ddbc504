import { applyRule, electionHash } from '@isegoria/election'
import type { Constraint, Election, Outcome, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import type { RuleChoice } from '@isegoria/voting'
import type { ReplayedPoll } from '../replay-log.ts'
import { chooseRule } from '../rule-book.ts'
import type { ChosenRule, RuleChoiceRejection } from '../rule-book.ts'
import type { CastBallots } from './cast-ballots.ts'
import { changedElection } from './changed-election.ts'
import type { WhatIf, WhatIfRejection } from './changes.ts'
import { countedPublic } from './counted-public.ts'
import { differenceOf } from './difference.ts'
import type { Difference } from './difference.ts'
import { unkeptBy, withoutConstraints } from './without-constraints.ts'

/** A poll of which something is asked; `ballots`, from `castBallots`, are needed for another public or another date only. */
export interface AskedPoll {
  readonly poll: ReplayedPoll
  readonly ballots?: CastBallots | undefined
}

/** What would have been decided. */
export interface WhatIfAnswer {
  readonly rule: RuleChoice
  /** The scratch election that was counted. */
  readonly election: Election
  /** Its hash. */
  readonly input: string
  readonly outcome: Outcome
  /** Constraints of the poll that the rule does not see to, and that it was counted without. */
  readonly without?: ReadonlyArray<Constraint['type']>
  /** From the stored outcome or, where none is stored, from what the poll's own rule gives; absent where that cannot be counted. */
  readonly difference?: Difference
}

const chosenRule = (
  book: ReadonlyArray<Rule>,
  { terms, election }: ReplayedPoll,
  { rule, parameters = {} }: WhatIf,
): Either<RuleChoiceRejection, ChosenRule> => {
  const own = terms.definition.rule
  return rule === undefined ? chooseRule(book, own.id, { ...own.parameters, ...parameters }, election) : chooseRule(book, rule, parameters, election)
}

/** What the poll decided, or would decide as it is. */
const outcomeOf = (book: ReadonlyArray<Rule>, poll: ReplayedPoll): Outcome | undefined => {
  const stored = poll.stored.at(-1)
  if (stored !== undefined) return stored.outcome
  const own = chosenRule(book, poll, {})
  if (E.isLeft(own)) return undefined
  const counted = applyRule(own.right.rule, poll.election, own.right.parameters)
  return E.isRight(counted) ? counted.right : undefined
}

/**
 * What a poll would have decided by another rule, with another public, on another date, with another budget or other
 * costs, or without some of its options; and what differs from what it did decide.
 *
 * It counts a scratch election: nothing is written, and the same changes of the same log give the same bytes. Changes that
 * change nothing give the stored outcome and the hash of its input. What happened to options and lot stays as it was.
 * Errors: `WhatIfRejection`, before anything is counted or, for what the rule itself refuses, by the rule.
 * @example
 * import { E } from '@isegoria/kernel'
 * import { pabulibPastElection, readPabulib } from '@isegoria/interchange'
 * import { memoryStore } from '@isegoria/store-memory'
 * import { readFileSync } from 'node:fs'
 *
 * const store = memoryStore()
 * const file = readPabulib(readFileSync('town.pb'), 'town.pb')
 * if (E.isLeft(file)) throw new Error(file.left.reason)
 * const holding = { recordedAt: '2026-04-01T08:00:00Z', commandPrefix: 'import', book: rules }
 * await store.appendMany(holdPastElection(pabulibPastElection(file.right, 'aubel-2026'), holding))()
 *
 * const [log, ballots] = [replayLog(store, rules), castBallots(store)]
 * if (E.isLeft(log) || E.isLeft(ballots)) throw new Error('not replayed')
 * const [poll] = log.right.polls.map((one) => ({ poll: one, ballots: ballots.right.get(one.pollId) }))
 * const north = poll && whatIf(rules, poll, { voters: [{ attribute: 'district', is: 'North' }], budget: '800' })
 * north && E.isRight(north) && north.right.difference?.out // => ['pool']
 */
export const whatIf = (book: ReadonlyArray<Rule>, { poll, ballots }: AskedPoll, changes: WhatIf): Either<WhatIfRejection, WhatIfAnswer> => {
  const chosen = chosenRule(book, poll, changes)
  if (E.isLeft(chosen)) return chosen
  const { rule, parameters } = chosen.right
  const profile = countedPublic(poll, ballots, changes)
  if (E.isLeft(profile)) return profile
  const election = changedElection(poll, changes, profile.right)
  if (E.isLeft(election)) return election
  const unkept = unkeptBy(rule, election.right)
  const counted = unkept.length === 0 ? election.right : withoutConstraints(election.right, unkept)
  // Before the rule counts, as when a poll is tallied.
  const input = counted === poll.election ? poll.input : electionHash(counted)
  const outcome = applyRule(rule, counted, parameters)
  if (E.isLeft(outcome)) return outcome
  const before = outcomeOf(book, poll)
  return E.right({
    rule: { id: rule.id, version: rule.version, parameters },
    election: counted,
    input,
    outcome: outcome.right,
    ...(unkept.length === 0 ? {} : { without: unkept }),
    ...(before === undefined
      ? {}
      : { difference: differenceOf({ election: poll.election, outcome: before }, { election: counted, outcome: outcome.right }, profile.right) }),
  })
}
