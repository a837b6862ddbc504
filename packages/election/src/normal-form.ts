import { byCodeUnit } from '@isegoria/kernel'
import type { Ballot } from './ballot.ts'

/**
 * Ballots that say the same in another order become one: sets, tiers and points are sorted by option, rankings keep
 * their order, and a tier of nobody is left out.
 *
 * Keys stand in alphabetical order, so that the JSON text of a normal form is canonical (RFC 8785).
 */
export const normalForm = (ballot: Ballot): Ballot => {
  switch (ballot.type) {
    case 'approval':
      return { approved: idsInOrder(ballot.approved).slice(), type: 'approval' }
    case 'cumulative':
      return { points: pointsInOrder(ballot.points), type: 'cumulative' }
    case 'score':
      return { scores: pointsInOrder(ballot.scores), type: 'score' }
    case 'choose-one':
      return { choice: ballot.choice, type: 'choose-one' }
    case 'ordinal':
      return { ranking: ballot.ranking, type: 'ordinal' }
    case 'weak-order':
      return { tiers: ballot.tiers.filter((tier) => tier.length > 0).map((tier) => idsInOrder(tier).slice()), type: 'weak-order' }
  }
}

type Points = ReadonlyArray<[string, number]>

/** A set of options by code unit; the given list where it stands so already, as most do. */
const idsInOrder = (ids: ReadonlyArray<string>): ReadonlyArray<string> => {
  for (let place = 1; place < ids.length; place++) if (byCodeUnit(ids[place - 1] ?? '', ids[place] ?? '') > 0) return ids.toSorted(byCodeUnit)
  return ids
}

const pointsInOrder = (points: Points): Points => points.toSorted(([left], [right]) => byCodeUnit(left, right))
