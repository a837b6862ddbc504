import { byCodeUnit } from '@isegoria/kernel'
import type { Ballot } from './ballot.ts'

/**
 * Ballots that say the same in another order become one: sets and points are sorted by option, rankings keep their order.
 *
 * Keys stand in alphabetical order, so that the JSON text of a normal form is canonical (RFC 8785).
 */
export const normalForm = (ballot: Ballot): Ballot => {
  switch (ballot.type) {
    case 'approval':
      return { approved: ballot.approved.toSorted(byCodeUnit), type: 'approval' }
    case 'cumulative':
      return { points: byOption(ballot.points), type: 'cumulative' }
    case 'score':
      return { scores: byOption(ballot.scores), type: 'score' }
    case 'choose-one':
      return { choice: ballot.choice, type: 'choose-one' }
    case 'ordinal':
      return { ranking: ballot.ranking, type: 'ordinal' }
  }
}

type Points = ReadonlyArray<[string, number]>

const byOption = (points: Points): Points => points.toSorted(([left], [right]) => byCodeUnit(left, right))
