import * as t from 'io-ts'
import { decode, E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import type { BallotType } from './ballot.ts'
import { ballotTypes } from './ballot-numbers.ts'
import type { Election } from './election.ts'
import { faultOfOutcome } from './fault-of-outcome.ts'
import { Outcome } from './outcome.ts'
import { allowedOf, defaultOf, isValueOf } from './parameter.ts'
import { numberedProfile } from './profile.ts'
import type { Profile } from './profile.ts'
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

/** The first kind of ballots that were cast and that the rule does not read. */
const unreadableBy = ({ ballots }: Rule, profile: Profile): BallotType | undefined => {
  const { sequences, weights, types } = numberedProfile(profile)
  if (types.every((type) => ballots.includes(type))) return undefined
  const cast = new Set<number>()
  for (const [number, weight] of weights.entries()) if (weight > 0) cast.add(sequences.all[number === 0 ? 0 : (sequences.ends[number - 1] ?? 0)] ?? 0)
  return types.find((type) => cast.has(ballotTypes.indexOf(type)) && !ballots.includes(type))
}

/** What a family needs of an election besides options and ballots. */
const missingFor = ({ id: rule, family }: Rule, { budget, seats, options }: Election): RuleRejection | undefined => {
  if (family === 'budget') return budget === undefined ? { type: 'BudgetMissing', rule } : undefined
  if (family === 'voting') return undefined
  if (seats === undefined) return { type: 'SeatsMissing', rule }
  return family === 'committee' && seats > options.length ? { type: 'TooFewOptions', rule, options: options.length, seats } : undefined
}

const rejections: Readonly<Record<RuleRejection['type'], null>> = {
  UnknownParameter: null,
  ParameterOutOfRange: null,
  BallotNotReadable: null,
  BudgetMissing: null,
  SeatsMissing: null,
  TooFewOptions: null,
  LotNotDrawn: null,
  ElectionTooLarge: null,
  BallotNotCountable: null,
  RuleFailed: null,
}
const AnyRejection = t.type({ _tag: t.literal('Left'), left: t.type({ type: t.keyof(rejections) }) })
const isRejection = (answer: unknown): answer is E.Left<RuleRejection> => AnyRejection.is(answer)

/** What a rule counted, as it is stored: a rule of an outsider may be written without types. */
const Counted = t.type({ _tag: t.literal('Right'), right: Outcome }, 'an Either of an outcome')

const failed = (rule: Rule, reason: string): E.Either<RuleRejection, never> => E.left({ type: 'RuleFailed', rule: rule.id, reason })

const counted = (rule: Rule, election: Election, parameters: Parameters): Either<RuleRejection, Outcome> => {
  const answer: unknown = rule.count(ofItsOwn(election), parameters)
  if (isRejection(answer)) return answer
  const outcome = decode(Counted, answer)
  if (E.isLeft(outcome)) return failed(rule, `gives no outcome: ${outcome.left.reasons.slice(0, 3).join('; ')}`)
  const fault = faultOfOutcome(rule, election, outcome.right.right)
  return fault === undefined ? E.right(outcome.right.right) : failed(rule, fault)
}

/**
 * Counts `election` by `rule`: the only way in which the engine calls a rule.
 *
 * Errors: a rejection for wrong parameters, unreadable ballots, a missing budget or number of seats; `RuleFailed` when the
 * rule throws, or when its outcome breaks what must always hold: its shape, options that exist, Σ cost ≤ budget, no more
 * seats than there are.
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
  const unreadable = unreadableBy(rule, election.profile)
  if (unreadable !== undefined) return E.left({ type: 'BallotNotReadable', rule: rule.id, ballot: unreadable, reads: rule.ballots })
  const missing = missingFor(rule, election)
  if (missing !== undefined) return E.left(missing)
  try {
    return counted(rule, election, parameters.right)
  } catch (thrown) {
    return failed(rule, thrown instanceof Error ? thrown.message : String(thrown))
  }
}
