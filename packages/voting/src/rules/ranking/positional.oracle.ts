import type { Election, OptionId } from '@isegoria/election'
import { add, compare, divide, ratio, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { firsts, votersOf } from './runoff.oracle.ts'
import type { Tiers } from './runoff.oracle.ts'

/** Points voter by voter: an option gets the average of the points of the places on which its tier stands, written out in full. */
export const pointsByHand = (
  election: Election,
  pointsOfPlaces: ReadonlyArray<Ratio>,
  unranked: 'last' | 'ignored',
): Readonly<Record<OptionId, Ratio>> => {
  const ids = election.options.map(({ id }) => id)
  const points = Object.fromEntries(ids.map((id) => [id, zero]))
  for (const ranked of votersOf(election)) {
    const rest = ids.filter((id) => !ranked.flat().includes(id))
    let places = pointsOfPlaces
    for (const tier of unranked === 'last' ? [...ranked, rest] : ranked) {
      const sum = places.slice(0, tier.length).reduce(add, zero)
      places = places.slice(tier.length)
      for (const id of tier) points[id] = add(points[id] ?? zero, divide(sum, ratio(BigInt(tier.length))))
    }
  }
  return points
}

/** Tiers by falling points. */
export const tiersBy = (ids: ReadonlyArray<OptionId>, points: (id: OptionId) => Ratio): Tiers => {
  const better = (id: OptionId): number => ids.filter((other) => compare(points(other), points(id)) > 0).length
  const levels = [...new Set(ids.map(better))].toSorted((left, right) => left - right)
  return levels.map((level) => ids.filter((id) => better(id) === level))
}

/** Two rounds as two elections. */
export const twoRoundByHand = (election: Election): Tiers => {
  const ids = election.options.map(({ id }) => id)
  const voters = votersOf(election)
  const first = firsts(voters, ids)
  const votes = (id: OptionId): Ratio => first.get(id) ?? zero
  const ranking = tiersBy(ids, votes)
  const cast = voters.filter((tiers) => tiers.flat().length > 0).length
  const [leader] = ranking.flat()
  if (leader === undefined || compare(votes(leader), ratio(BigInt(cast), 2n)) > 0) return ranking
  const second = ranking.flat()[1] ?? leader
  const finalists = ids.filter((id) => compare(votes(id), votes(second)) >= 0)
  const final = firsts(voters, finalists)
  return [
    ...tiersBy(finalists, (id) => final.get(id) ?? zero),
    ...tiersBy(
      ids.filter((id) => !finalists.includes(id)),
      votes,
    ),
  ]
}
