import type { Ballot } from './ballot.ts'
import type { OptionId } from './option.ts'

/**
 * The options a ballot speaks of, in its own order, whatever it says of them.
 *
 * @example marked({ type: 'cumulative', points: [['trees', 3], ['bench', 0]] }) // => ['trees', 'bench']
 */
export const marked = (ballot: Ballot): ReadonlyArray<OptionId> => {
  switch (ballot.type) {
    case 'approval':
      return ballot.approved
    case 'choose-one':
      return ballot.choice === null ? [] : [ballot.choice]
    case 'ordinal':
      return ballot.ranking
    case 'weak-order':
      return ballot.tiers.flat()
    case 'cumulative':
      return ballot.points.map(([option]) => option)
    case 'score':
      return ballot.scores.map(([option]) => option)
  }
}
