import { numberedProfile } from '@isegoria/election'
import type { Election, Outcome } from '@isegoria/election'
import { canonicalText } from '@isegoria/kernel'
import { defineLaw } from './law.ts'
import type { Judge, Law } from './law.ts'
import { textOfElection } from './text-of-election.ts'
import { profileFrom } from './with-ballots.ts'

const frozen = <A>(value: A): A => {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  for (const inner of Object.values(value)) frozen(inner)
  return Object.freeze(value)
}

/** Everything a rule may look at, the numbers behind the profile included: typed arrays cannot be frozen. */
const contentsOf = (election: Election): string => {
  const { options, weights, sequences } = numberedProfile(election.profile)
  return JSON.stringify([textOfElection(election), options, weights, [...sequences.all], [...sequences.ends], sequences.count])
}

const judge: Judge = (count, given) => {
  const election: Election = frozen({ ...given, profile: profileFrom(given.profile.ballots) })
  const before = contentsOf(election)
  const outcomes: Array<Outcome> = []
  for (const one of [election, election, { ...given, profile: profileFrom(given.profile.ballots) }]) {
    const outcome = count(one)
    if (outcome === undefined) return { story: 'an election is counted once and refused once', elections: outcomes.map(() => election), outcomes }
    outcomes.push(outcome)
    if (contentsOf(election) !== before) return { story: 'the count changes the election', elections: outcomes.map(() => election), outcomes }
  }
  const texts = new Set(outcomes.map((outcome) => canonicalText(outcome)))
  return texts.size === 1
    ? undefined
    : { story: 'one election, counted again, gives another outcome', elections: outcomes.map(() => election), outcomes }
}

/** Counted twice, and from ballots read anew, an election gives the same bytes; the count leaves the election as it was. */
export const determinism: Law = defineLaw('determinism', ['budget', 'voting', 'committee', 'apportionment'], judge)
