import type { Either } from '@isegoria/kernel'
import type { Axiom } from './axiom.ts'
import { BallotType } from './ballot.ts'
import { ConstraintType } from './constraint.ts'
import type { Constraint } from './constraint.ts'
import type { Election } from './election.ts'
import type { Outcome } from './outcome.ts'
import { defaultOf, faultOfParameter, isValueOf } from './parameter.ts'
import type { ParameterDescription } from './parameter.ts'

export type RuleFamily = 'budget' | 'voting' | 'committee' | 'apportionment'

/** Values of a rule's parameters by name, as text: how they are stored, typed and read on a command line. */
export type Parameters = Readonly<Record<string, string>>

/** Why a rule cannot be applied. */
export type RuleRejection =
  | { readonly type: 'UnknownParameter'; readonly rule: string; readonly parameter: string; readonly known: ReadonlyArray<string> }
  | {
      readonly type: 'ParameterOutOfRange'
      readonly rule: string
      readonly parameter: string
      readonly value: string
      readonly allowed: ReadonlyArray<string>
    }
  | { readonly type: 'BallotNotReadable'; readonly rule: string; readonly ballot: BallotType; readonly reads: ReadonlyArray<BallotType> }
  | { readonly type: 'BudgetMissing'; readonly rule: string }
  | { readonly type: 'SeatsMissing'; readonly rule: string }
  /** Fewer options than seats. */
  | { readonly type: 'TooFewOptions'; readonly rule: string; readonly options: number; readonly seats: number }
  /** The tie-break asks for a lot, and none was drawn. */
  | { readonly type: 'LotNotDrawn'; readonly rule: string }
  /** An exact count of this size would not end in time: what is too large, how large it is, and the most that is counted. */
  | { readonly type: 'ElectionTooLarge'; readonly rule: string; readonly what: string; readonly size: number; readonly most: number }
  /** The election asks of an allocation what the rule does not see to. */
  | { readonly type: 'ConstraintNotKept'; readonly rule: string; readonly constraint: Constraint['type'] }
  /** What the election asks of an allocation contradicts itself or names what does not exist. */
  | { readonly type: 'ConstraintNotSound'; readonly rule: string; readonly constraint: Constraint['type']; readonly reason: string }
  /** A ballot says what the rule cannot count: more points than it may give, a grade that does not exist. */
  | { readonly type: 'BallotNotCountable'; readonly rule: string; readonly reason: string }
  /** A defect of the rule: it threw, took too long, or gave what is no sound outcome. */
  | { readonly type: 'RuleFailed'; readonly rule: string; readonly reason: string }

/**
 * Everything a plug-in author provides: one interface for every family, ours and outsiders' alike.
 *
 * `count` is pure: the same election and parameters give the same outcome, byte for byte, on every machine.
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const inGivenOrder: Rule = {
 *   id: 'in-given-order',
 *   version: '1',
 *   title: 'Options in the order in which they were given',
 *   family: 'voting',
 *   source: 'https://town.example/rules',
 *   ballots: ['approval'],
 *   parameters: [],
 *   claims: ['determinism'],
 *   violates: ['neutrality'],
 *   count: ({ options }) => {
 *     const ranking = options.map(({ id }) => [id])
 *     return E.right({ type: 'ranking', ranking, winners: ranking[0] ?? [], ties: [], rounds: [] })
 *   },
 * }
 * const counted = applyRule(inGivenOrder, { options: [{ id: 'a', cost: 0n }], profile: emptyProfile, decimals: 0 }, {})
 * counted // => E.right({ type: 'ranking', ranking: [['a']], winners: ['a'], ties: [], rounds: [] })
 */
export interface Rule {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly family: RuleFamily
  /** The paper or statute that defines it. */
  readonly source: string
  readonly ballots: ReadonlyArray<BallotType>
  readonly parameters: ReadonlyArray<ParameterDescription>
  readonly claims: ReadonlyArray<Axiom>
  readonly violates: ReadonlyArray<Axiom>
  /** What the rule sees to, where an election asks it of an allocation; nothing where absent. */
  readonly constraints?: ReadonlyArray<Constraint['type']>
  readonly count: (election: Election, parameters: Parameters) => Either<RuleRejection, Outcome>
}

const families: ReadonlyArray<string> = ['budget', 'voting', 'committee', 'apportionment'] satisfies ReadonlyArray<RuleFamily>

/** Every axiom, for rules that are written without types. */
const axioms: Readonly<Record<Axiom, true>> = {
  anonymity: true,
  neutrality: true,
  determinism: true,
  merge: true,
  pareto: true,
  majority: true,
  'condorcet-consistency': true,
  'condorcet-loser': true,
  smith: true,
  monotonicity: true,
  participation: true,
  consistency: true,
  'clone-independence': true,
  jr: true,
  pjr: true,
  ejr: true,
  psc: true,
  proportionality: true,
  'house-monotonicity': true,
  quota: true,
}
const isAxiom = (value: unknown): boolean => typeof value === 'string' && Object.hasOwn(axioms, value)

/** What in a rule is of another type than it should be, in words. */
const faultOfTypes = (rule: Rule): string | undefined => {
  const { id, version, title, source, family, ballots, parameters, claims, violates, constraints = [], count } = rule
  const texts: ReadonlyArray<readonly [string, unknown]> = [
    ['id', id],
    ['version', version],
    ['title', title],
    ['source', source],
  ]
  const noText = texts.find(([, text]) => typeof text !== 'string')
  if (noText !== undefined) return `its ${noText[0]} is no text`
  if (!families.includes(family)) return `'${String(family)}' is no family; there are ${families.join(', ')}`
  if (typeof count !== 'function') return 'its count is no function'
  if (!Array.isArray(parameters)) return 'its parameters are no list'
  const lists: ReadonlyArray<readonly [string, unknown, (value: unknown) => boolean, string]> = [
    ['ballots', ballots, BallotType.is, 'kind of ballot'],
    ['claims', claims, isAxiom, 'axiom'],
    ['violates', violates, isAxiom, 'axiom'],
    ['constraints', constraints, ConstraintType.is, 'constraint'],
  ]
  for (const [name, list, isOne, kind] of lists) {
    if (!Array.isArray(list)) return `its ${name} are no list`
    const stranger: unknown = list.find((value) => !isOne(value))
    if (stranger !== undefined || list.includes(undefined)) return `'${String(stranger)}' among its ${name} is no ${kind}`
  }
  return undefined
}

/**
 * A rule, checked as far as a value can be: what is wrong with it is said where it is written, not when it is first counted by.
 *
 * Errors: throws `RangeError` for an id that is not kebab-case, a repeated parameter, a default that is no value, an axiom
 * both claimed and violated; and for what types rule out: a text or list that is none, a ballot or an axiom that there is not.
 */
export const defineRule = (rule: Rule): Rule => {
  const fail = (reason: string): never => {
    throw new RangeError(`rule '${rule.id}': ${reason}`)
  }
  const odd = faultOfTypes(rule)
  if (odd !== undefined) fail(odd)
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(rule.id)) fail('an id is lower-case words joined by hyphens')
  if (rule.version === '') fail('a version is not empty')
  if (rule.ballots.length === 0) fail('a rule reads at least one kind of ballot')
  for (const parameter of rule.parameters) {
    const fault = faultOfParameter(parameter)
    if (fault !== undefined) fail(fault)
  }
  const names = rule.parameters.map(({ name }) => name)
  const repeated = names.find((name, place) => names.indexOf(name) !== place)
  if (repeated !== undefined) fail(`two parameters are named ${repeated}`)
  for (const parameter of rule.parameters) {
    if (!isValueOf(parameter, defaultOf(parameter))) fail(`${parameter.name}=${defaultOf(parameter)} is the default, but no value`)
  }
  const both = rule.claims.find((axiom) => rule.violates.includes(axiom))
  if (both !== undefined) fail(`${both} is both claimed and violated`)
  return Object.freeze({ ...rule })
}
