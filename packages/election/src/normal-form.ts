import { byCodeUnit } from '@isegoria/kernel'
import type { Ballot } from './ballot.ts'

/** Ballots that say the same in another order become one: sets and points are sorted by option, rankings keep their order. */
export const normalForm = (ballot: Ballot): Ballot => {
  switch (ballot.type) {
    case 'approval':
      return { type: 'approval', approved: ballot.approved.toSorted(byCodeUnit) }
    case 'cumulative':
      return { type: 'cumulative', points: byOption(ballot.points) }
    case 'score':
      return { type: 'score', scores: byOption(ballot.scores) }
    case 'choose-one':
    case 'ordinal':
      return ballot
  }
}

type Points = ReadonlyArray<[string, number]>

const byOption = (points: Points): Points => points.toSorted(([left], [right]) => byCodeUnit(left, right))
