import type { Ballot } from '@isegoria/election'
import { byCodeUnit } from '@isegoria/kernel'

const sorted = (options: ReadonlyArray<string>): ReadonlyArray<string> => options.toSorted(byCodeUnit)
const byOption = (points: ReadonlyArray<[string, number]>): ReadonlyArray<[string, number]> =>
  points.map(([option, value]): [string, number] => [option, value]).toSorted(([left], [right]) => byCodeUnit(left, right))

/**
 * The ballot with nothing but what it says: no order that means nothing, no key that its type does not know. Else the order
 * in which a voter ticked would be a mark on the ballot.
 */
export const withoutOrder = (ballot: Ballot): Ballot => {
  switch (ballot.type) {
    case 'approval':
      return { type: 'approval', approved: sorted(ballot.approved) }
    case 'choose-one':
      return { type: 'choose-one', choice: ballot.choice }
    case 'ordinal':
      return { type: 'ordinal', ranking: [...ballot.ranking] }
    case 'weak-order':
      return { type: 'weak-order', tiers: ballot.tiers.map(sorted) }
    case 'cumulative':
      return { type: 'cumulative', points: byOption(ballot.points) }
    case 'score':
      return { type: 'score', scores: byOption(ballot.scores) }
  }
}
