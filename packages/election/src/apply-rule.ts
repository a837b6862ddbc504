import * as t from 'io-ts'
import { decode, E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { assertSound, UnsoundOutcome } from './assert-sound.ts'
import type { Election } from './election.ts'
import { Outcome } from './outcome.ts'
import { allowedOf, defaultOf, isValueOf } from './parameter.ts'
import type { Parameters, Rule, RuleRejection } from './rule.ts'

/** All parameters of `rule`, defaults filled in; unknown names and values are refused. */
export const completeParameters = (rule: Rule, given: Parameters): Either<RuleRejection, Parameters> => {
  const known = rule.parameters.map(({ name }) => name)
  const unknown = Object.keys(given).find((name) => !known.includes(name))
  if (unknown !== undefined) return E.left({ type: 'UnknownParameter', rule: rule.id, parameter: unknown, known })
  const complete: Record<string, string> = {}
  for (const parameter of rule.parameters) {
    const { name } = parameter
    const value = given[name] ?? defaultOf(parameter)
    if (!isValueOf(parameter, value))
      return E.left({ type: 'ParameterOutOfRange', rule: rule.id, parameter: name, value, allowed: allowedOf(parameter) })
    complete[name] = value
  }
  return E.right(complete)
}

/**
 * The election as a rule gets it: what is asserted of its outcome afterwards is not what it may have changed, and it knows
 * no names, which `electionHash` does not cover.
 */
const ofItsOwn = (election: Election): Election =>
  Object.freeze({ ...election, options: Object.freeze(election.options.map(({ id, cost }) => Object.freeze({ id, cost }))) })

/** What a family needs of an election besides options and ballots. */
const missingFor = ({ id: rule, family }: Rule, { budget, seats, options }: Election): RuleRejection | undefined => {
  if (family === 'budget') return budget === undefined ? { type: 'BudgetMissing', rule } : undefined
  if (family === 'voting') return undefined
  if (seats === undefined) return { type: 'SeatsMissing', rule }
  return family === 'committee' && seats > options.length ? { type: 'TooFewOptions', rule, options: options.length, seats } : undefined
}

const AnyLeft = t.type({ _tag: t.literal('Left') })
const isRejection = (answer: unknown): answer is E.Left<RuleRejection> => AnyLeft.is(answer)

/** What a rule counted, as it is stored: a rule of an outsider may be written without types. */
const Counted = t.type({ _tag: t.literal('Right'), right: Outcome }, 'an Either of an outcome')

/**
 * Counts `election` by `rule`: the only way in which the engine calls a rule.
 *
 * Errors: a rejection for wrong parameters, unreadable ballots, a missing budget or number of seats; throws `UnsoundOutcome` when the
 * rule breaks what must always hold: the shape of an outcome, options that exist, Σ cost ≤ budget,
 * no more seats than there are. What a rule throws is
 * thrown on.
 * @example
 * import { greedy } from '@isegoria/budget'
 * import { E } from '@isegoria/kernel'
 *
 * const election: Election = {
 *   options: [{ id: 'trees', cost: 300n }, { id: 'pool', cost: 900n }],
 *   profile: profileOf([{ type: 'approval', approved: ['trees', 'pool'] }, { type: 'approval', approved: ['trees'] }]),
 *   budget: 1000n,
 *   decimals: 0,
 * }
 * const outcome = applyRule(greedy, election, { satisfaction: 'cost' })
 * E.isRight(outcome) && outcome.right.type === 'allocation' && outcome.right.selected // => ['trees']
 */
export const applyRule = (rule: Rule, election: Election, given: Parameters): Either<RuleRejection, Outcome> => {
  const parameters = completeParameters(rule, given)
  if (E.isLeft(parameters)) return parameters
  const unreadable = election.profile.ballots.find(({ ballot }) => !rule.ballots.includes(ballot.type))
  if (unreadable !== undefined) return E.left({ type: 'BallotNotReadable', rule: rule.id, ballot: unreadable.ballot.type, reads: rule.ballots })
  const missing = missingFor(rule, election)
  if (missing !== undefined) return E.left(missing)
  const answer: unknown = rule.count(ofItsOwn(election), parameters.right)
  if (isRejection(answer)) return answer
  const outcome = decode(Counted, answer)
  if (E.isLeft(outcome)) throw new UnsoundOutcome(`${rule.id} gives no outcome: ${outcome.left.reasons.slice(0, 3).join('; ')}`)
  assertSound(rule, election, outcome.right.right)
  return E.right(outcome.right.right)
}
