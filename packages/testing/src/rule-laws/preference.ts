import type { Ballot, Election, OptionId } from '@isegoria/election'

/** Places in a list of tiers, smaller is better; whatever is in none of them comes last. */
const placesIn = (tiers: ReadonlyArray<ReadonlyArray<OptionId>>): ((option: OptionId) => number) => {
  const places = new Map(tiers.flatMap((tier, place) => tier.map((id) => [id, place] as const)))
  return (option) => places.get(option) ?? tiers.length
}

/** Fewest points last; who gets none on a ballot has 0. */
const placesBy = (points: ReadonlyArray<readonly [OptionId, number]>): ((option: OptionId) => number) => {
  const given = new Map(points)
  return (option) => -(given.get(option) ?? 0)
}

/**
 * How good an option is to the voter of a ballot: smaller is better, equal is level.
 *
 * Options that a ballot does not rank, approve or choose are level below those that it does; one without a score has 0.
 */
export const placeOn = (ballot: Ballot): ((option: OptionId) => number) => {
  switch (ballot.type) {
    case 'approval':
      return placesIn([ballot.approved])
    case 'choose-one':
      return placesIn(ballot.choice === null ? [] : [[ballot.choice]])
    case 'ordinal':
      return placesIn(ballot.ranking.map((id) => [id]))
    case 'weak-order':
      return placesIn(ballot.tiers)
    case 'cumulative':
      return placesBy(ballot.points)
    case 'score':
      return placesBy(ballot.scores)
  }
}

/** Voters who prefer the first option to the second. */
export type Preferring = (better: OptionId, worse: OptionId) => number

/** Counts those who prefer one option to another. Cost: a look at each distinct ballot, each time it is asked. */
export const preferring = ({ profile }: Election): Preferring => {
  const voters = profile.ballots.map(({ ballot, weight }) => ({ placeOf: placeOn(ballot), weight }))
  return (better, worse) => voters.reduce((sum, { placeOf, weight }) => (placeOf(better) < placeOf(worse) ? sum + weight : sum), 0)
}

/** Whether more voters prefer the first option to the second than the other way round. */
export const beating = (election: Election): ((winner: OptionId, loser: OptionId) => boolean) => {
  const count = preferring(election)
  return (winner, loser) => count(winner, loser) > count(loser, winner)
}

/** The smallest set of options each of which beats all outside it. */
export const smithSet = (election: Election): ReadonlyArray<OptionId> => {
  const ids = election.options.map(({ id }) => id)
  const beats = beating(election)
  // Whoever is in such a set takes along all that it does not beat.
  const setOf = (first: OptionId): ReadonlySet<OptionId> => {
    const set = new Set([first])
    for (const member of set) for (const id of ids) if (!beats(member, id)) set.add(id)
    return set
  }
  const smallest = ids.map(setOf).toSorted((left, right) => left.size - right.size)[0] ?? new Set()
  return ids.filter((id) => smallest.has(id))
}
