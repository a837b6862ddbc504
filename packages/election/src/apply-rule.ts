import * as t from 'io-ts'
import { decode, E, eventCodec } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { BallotType } from './ballot.ts'
import type { Ballot } from './ballot.ts'
import { ballotTypes } from './ballot-numbers.ts'
import { ConstraintType } from './constraint.ts'
import type { Constraint } from './constraint.ts'
import type { Election } from './election.ts'
import { faultOfConstraints } from './fault-of-constraints.ts'
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

const frozenBallot = (ballot: Ballot): void => {
  switch (ballot.type) {
    case 'approval':
      Object.freeze(ballot.approved)
      break
    case 'cumulative':
      for (const points of Object.freeze(ballot.points)) Object.freeze(points)
      break
    case 'ordinal':
      Object.freeze(ballot.ranking)
      break
    case 'score':
      for (const points of Object.freeze(ballot.scores)) Object.freeze(points)
      break
    case 'weak-order':
      for (const tier of Object.freeze(ballot.tiers)) Object.freeze(tier)
      break
    case 'choose-one':
  }
  Object.freeze(ballot)
}

const frozenBallots = (ballots: Profile['ballots']): Profile['ballots'] => {
  for (const entry of Object.freeze(ballots)) {
    frozenBallot(entry.ballot)
    Object.freeze(entry)
  }
  return ballots
}

/**
 * Keeps a profile as it is from now on, whoever has it. One whose ballots are sorted when somebody looks at them still is:
 * they are frozen then. Cost: once, a small part of what sorting them costs.
 */
const keepProfile = (profile: Profile): void => {
  if (Object.isFrozen(profile)) return
  const { get, configurable } = Object.getOwnPropertyDescriptor(profile, 'ballots') ?? {}
  if (get === undefined) frozenBallots(profile.ballots)
  else if (configurable === true) {
    let kept: Profile['ballots'] | undefined
    Object.defineProperty(profile, 'ballots', { enumerable: true, get: () => (kept ??= frozenBallots(get.call(profile))) })
  }
  Object.freeze(profile)
}

const frozenConstraint = (constraint: Constraint): Constraint =>
  Object.freeze('options' in constraint ? { ...constraint, options: Object.freeze([...constraint.options]) } : { ...constraint })

/**
 * The election as a rule gets it: what is asserted of its outcome afterwards, and what others count, is not what it may have
 * changed, and it knows no names, which `electionHash` does not cover.
 */
const ofItsOwn = ({ constraints, lot, ...election }: Election): Election => {
  keepProfile(election.profile)
  return Object.freeze({
    ...election,
    options: Object.freeze(election.options.map(({ id, cost }) => Object.freeze({ id, cost }))),
    ...(constraints === undefined ? {} : { constraints: Object.freeze(constraints.map(frozenConstraint)) }),
    ...(lot === undefined ? {} : { lot: Object.freeze([...lot]) }),
  })
}

/** The first kind of ballots that were cast and that the rule does not read. */
const unreadableBy = ({ ballots }: Rule, profile: Profile): BallotType | undefined => {
  const { sequences, weights, types } = numberedProfile(profile)
  if (types.every((type) => ballots.includes(type))) return undefined
  const cast = new Set<number>()
  for (const [number, weight] of weights.entries()) if (weight > 0) cast.add(sequences.all[number === 0 ? 0 : (sequences.ends[number - 1] ?? 0)] ?? 0)
  return types.find((type) => cast.has(ballotTypes.indexOf(type)) && !ballots.includes(type))
}

/** What the election asks of an allocation and the rule does not see to, or what is wrong with it. */
const refusedConstraint = (rule: Rule, election: Election): RuleRejection | undefined => {
  const { constraints = [] } = election
  const unkept = constraints.find(({ type }) => rule.constraints?.includes(type) !== true)
  if (unkept !== undefined) return { type: 'ConstraintNotKept', rule: rule.id, constraint: unkept.type }
  const fault = faultOfConstraints(election)
  return fault === undefined ? undefined : { type: 'ConstraintNotSound', rule: rule.id, ...fault }
}

/** What a family needs of an election besides options and ballots. */
const missingFor = ({ id: rule, family }: Rule, { budget, seats, options }: Election): RuleRejection | undefined => {
  if (family === 'budget') return budget === undefined ? { type: 'BudgetMissing', rule } : undefined
  if (family === 'voting') return undefined
  if (seats === undefined) return { type: 'SeatsMissing', rule }
  return family === 'committee' && seats > options.length ? { type: 'TooFewOptions', rule, options: options.length, seats } : undefined
}

const texts = t.readonlyArray(t.string)
const told = { rule: t.string }

/** Every rejection by its type: a rule of an outsider may be written without types, and says why it refuses or fails. */
const rejections = eventCodec<RuleRejection>({
  UnknownParameter: t.strict({ type: t.literal('UnknownParameter'), ...told, parameter: t.string, known: texts }),
  ParameterOutOfRange: t.strict({ type: t.literal('ParameterOutOfRange'), ...told, parameter: t.string, value: t.string, allowed: texts }),
  BallotNotReadable: t.strict({ type: t.literal('BallotNotReadable'), ...told, ballot: BallotType, reads: t.readonlyArray(BallotType) }),
  BudgetMissing: t.strict({ type: t.literal('BudgetMissing'), ...told }),
  SeatsMissing: t.strict({ type: t.literal('SeatsMissing'), ...told }),
  TooFewOptions: t.strict({ type: t.literal('TooFewOptions'), ...told, options: t.number, seats: t.number }),
  LotNotDrawn: t.strict({ type: t.literal('LotNotDrawn'), ...told }),
  ElectionTooLarge: t.strict({ type: t.literal('ElectionTooLarge'), ...told, what: t.string, size: t.number, most: t.number }),
  ConstraintNotKept: t.strict({ type: t.literal('ConstraintNotKept'), ...told, constraint: ConstraintType }),
  ConstraintNotSound: t.strict({ type: t.literal('ConstraintNotSound'), ...told, constraint: ConstraintType, reason: t.string }),
  BallotNotCountable: t.strict({ type: t.literal('BallotNotCountable'), ...told, reason: t.string }),
  RuleFailed: t.strict({ type: t.literal('RuleFailed'), ...told, reason: t.string }),
})
const AnyLeft = t.type({ _tag: t.literal('Left'), left: t.unknown })

/** The rejection that a rule answered with, in the rule's own name; `undefined` for what is none. */
const rejectionOf = (rule: Rule, answer: unknown): RuleRejection | undefined => {
  if (!AnyLeft.is(answer)) return undefined
  const rejection = rejections.decode(answer.left)
  return E.isRight(rejection) ? { ...rejection.right, rule: rule.id } : undefined
}

/** What a rule counted, as it is stored: a rule of an outsider may be written without types. */
const Counted = t.type({ _tag: t.literal('Right'), right: Outcome }, 'an Either of an outcome')

const failed = (rule: Rule, reason: string): E.Either<RuleRejection, never> => E.left({ type: 'RuleFailed', rule: rule.id, reason })

const counted = (rule: Rule, election: Election, parameters: Parameters): Either<RuleRejection, Outcome> => {
  const answer: unknown = rule.count(ofItsOwn(election), parameters)
  const rejection = rejectionOf(rule, answer)
  if (rejection !== undefined) return E.left(rejection)
  const outcome = decode(Counted, answer)
  if (E.isLeft(outcome)) return failed(rule, `gives no outcome: ${outcome.left.reasons.slice(0, 3).join('; ')}`)
  const fault = faultOfOutcome(rule, election, outcome.right.right)
  return fault === undefined ? E.right(outcome.right.right) : failed(rule, fault)
}

/**
 * Counts `election` by `rule`: the only way in which the engine calls a rule.
 *
 * A rule in this thread shares the ballots with whoever else counts them, so the profile is frozen, its ballots when they
 * are first looked at; a rule that would change them fails. What `numberedProfile` gives cannot be frozen.
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
  const refused = refusedConstraint(rule, election)
  if (refused !== undefined) return E.left(refused)
  try {
    return counted(rule, election, parameters.right)
  } catch (thrown) {
    return failed(rule, thrown instanceof Error ? thrown.message : String(thrown))
  }
}
