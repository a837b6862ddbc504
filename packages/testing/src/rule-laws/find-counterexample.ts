import * as fc from 'fast-check'
import type { Axiom, Election, Parameters, Rule } from '@isegoria/election'
import { elections, small } from './elections.ts'
import type { Size } from './elections.ts'
import type { Counterexample, Law } from './law.ts'
import { lawOf } from './laws.ts'
import { shrunk } from './shrunk.ts'

export interface Search {
  readonly parameters?: Parameters
  /** How many elections are looked at; 1,000 where left out. */
  readonly tries?: number
  /** The same seed looks at the same elections; 1 where left out. */
  readonly seed?: number
  /** How large they may be. */
  readonly size?: Partial<Size>
}

const batch = 250

function* randomElections(rule: Rule, { tries = 1000, seed = 1, size = small }: Search): Generator<Election> {
  for (let from = 0; from < tries; from += batch)
    yield* fc.sample(elections(rule, size), { numRuns: Math.min(batch, tries - from), seed: seed + from })
}

/** The first breach of `law` in these elections, made as small as it gets. */
export const breachAmong = (given: Iterable<Election>, law: Law, rule: Rule, parameters: Parameters): Counterexample | undefined => {
  const check = (election: Election): Counterexample | undefined => law.check(rule, parameters, election)
  for (const election of given) if (check(election) !== undefined) return check(shrunk(election, (smaller) => check(smaller) !== undefined))
  return undefined
}

/**
 * Looks for an election in which `rule` breaks `axiom`, and makes it small: fewer options, fewer voters, shorter ballots.
 *
 * Nothing found proves nothing; more tries, another seed or another size may find more. Errors: throws `RangeError` for an
 * axiom that says nothing about rules of this family.
 * @example
 * import type { Rule } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const firstOption: Rule = {
 *   id: 'first-option', version: '1', title: 'First option', family: 'voting', source: 'https://town.example/rules',
 *   ballots: ['choose-one'], parameters: [], claims: [], violates: ['majority'],
 *   count: ({ options }) => E.right({ type: 'ranking', ranking: options.map(({ id }) => [id]), winners: [options[0]?.id ?? ''], ties: [], rounds: [] }),
 * }
 * const found = findCounterexample(firstOption, 'majority')
 * found?.story // => '1 of 1 voters put a first, but b wins'
 */
export const findCounterexample = (rule: Rule, axiom: Axiom, search: Search = {}): Counterexample | undefined => {
  const law = lawOf(axiom, rule.family)
  if (law === undefined) throw new RangeError(`${axiom} says nothing about rules of the family ${rule.family}`)
  return breachAmong(randomElections(rule, search), law, rule, search.parameters ?? {})
}
