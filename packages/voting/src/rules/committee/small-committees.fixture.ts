import * as fc from 'fast-check'
import { applyRule, profileOf } from '@isegoria/election'
import type { Ballot, Election, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'

/** An election so small that every committee can be looked at, with its voters one by one. */
export interface SmallElection {
  readonly election: Election
  readonly options: ReadonlyArray<string>
  readonly voters: ReadonlyArray<ReadonlyArray<string>>
  readonly seats: number
}

export const smallElection = (options: ReadonlyArray<string>, voters: ReadonlyArray<ReadonlyArray<string>>, seats: number): SmallElection => {
  const profile = profileOf(voters.map((approved): Ballot => ({ type: 'approval', approved })))
  return { election: { options: options.map((id) => ({ id, cost: 0n })), profile, seats, decimals: 0 }, options, voters, seats }
}

const ids = ['d', 'b', 'e', 'a', 'c']

/** Up to five options in an order that is not that of their names, up to seven voters, blank and equal ballots among them. */
export const anySmallElection: fc.Arbitrary<SmallElection> = fc
  .integer({ min: 1, max: ids.length })
  .chain((size) =>
    fc
      .tuple(fc.array(fc.subarray(ids.slice(0, size)), { maxLength: 7 }), fc.integer({ min: 0, max: size }))
      .map(([voters, seats]) => smallElection(ids.slice(0, size), voters, seats)),
  )

/** The committees that a rule elects; throws where it refuses. */
export const committeesBy = (rule: Rule, election: Election, parameters: Readonly<Record<string, string>>): ReadonlyArray<ReadonlyArray<string>> => {
  const outcome = applyRule(rule, election, parameters)
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right.type === 'committee' ? outcome.right.committees : []
}

/** Committees as text, each in the given order, the list in order: sets to compare. */
export const asText = (options: ReadonlyArray<string>, committees: Iterable<ReadonlyArray<string>>): ReadonlyArray<string> =>
  [...new Set([...committees].map((committee) => options.filter((id) => committee.includes(id)).join(' ')))].toSorted()
