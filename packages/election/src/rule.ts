import type { Either } from '@isegoria/kernel'
import type { BallotType } from './ballot.ts'
import type { Election } from './election.ts'
import type { Outcome } from './outcome.ts'

export type RuleFamily = 'budget' | 'voting' | 'committee' | 'apportionment'

/** Values of a rule's parameters by name, as text: how they are stored, typed and read on a command line. */
export type Parameters = Readonly<Record<string, string>>

/** One parameter of a rule: its allowed values, the first of which is the default. */
export interface ParameterDescription {
  readonly name: string
  readonly values: readonly [string, ...ReadonlyArray<string>]
  readonly meaning: string
}

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
  readonly claims: ReadonlyArray<string>
  readonly violates: ReadonlyArray<string>
  readonly count: (election: Election, parameters: Parameters) => Either<RuleRejection, Outcome>
}
