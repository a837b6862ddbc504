import type { Election, OptionId } from '@isegoria/election'
import { defineLaw, named } from './law.ts'
import type { Judge, Law } from './law.ts'
import { placeOn } from './preference.ts'
import { firstOf } from './some-of.ts'

/** Voters who all put the same options above all others, in whatever order. */
interface Coalition {
  readonly supported: ReadonlyArray<OptionId>
  voters: number
}

/** Every set of options that some ballot puts above all others, with all voters whose ballots do. Cost: a sort for each ballot. */
const coalitionsIn = ({ options, profile }: Election): Iterable<Coalition> => {
  const coalitions = new Map<string, Coalition>()
  for (const { ballot, weight } of profile.ballots) {
    const placeOf = placeOn(ballot)
    const sorted = options.map(({ id }) => id).toSorted((left, right) => placeOf(left) - placeOf(right))
    for (const [place, id] of sorted.entries()) {
      const next = sorted[place + 1]
      if (next !== undefined && placeOf(next) === placeOf(id)) continue
      const supported = sorted.slice(0, place + 1).toSorted()
      const key = JSON.stringify(supported)
      const known = coalitions.get(key)
      if (known === undefined) coalitions.set(key, { supported, voters: weight })
      else known.voters += weight
    }
  }
  return coalitions.values()
}

const judge: Judge = (_, election, outcome) => {
  if (outcome.type !== 'committee') return undefined
  const { profile, seats = 0 } = election
  const quota = Math.floor(profile.voters / (seats + 1)) + 1
  return firstOf(coalitionsIn(election), ({ supported, voters }) => {
    const due = Math.min(Math.floor(voters / quota), supported.length)
    const committee = outcome.committees.find((members) => members.filter((id) => supported.includes(id)).length < due)
    if (committee === undefined) return undefined
    const group = `${voters} of ${profile.voters} voters put ${named(supported)} above all others, which is enough for ${due} of ${seats} seats`
    return { story: `${group}, but ${named(committee)} are elected`, elections: [election], outcomes: [outcome] }
  })
}

/**
 * Proportionality for solid coalitions: of the options that a group puts above all others, each voter in an own order, as
 * many are elected as the group has Droop quotas, or all of them.
 *
 * The quota is the whole number next above `voters ÷ (seats + 1)`; ballots that rank nothing count among the voters. With
 * one seat it is the mutual majority criterion. Options that a ballot leaves out are level below those that it names.
 * Source: M. Dummett, "Voting Procedures", 1984; D. R. Woodall, "Properties of preferential election rules", Voting matters
 * 3, 1994; Aziz & Lee, "The expanding approvals rule", 2020, https://doi.org/10.1007/s00355-019-01208-3
 */
export const psc: Law = defineLaw('psc', ['committee'], judge)
