import { strongestPaths } from './strongest-paths.ts'
import type { Victories, Victory } from './victories.ts'

/**
 * The victories that are not the weakest of any cycle: those stronger than the strongest path from the loser back.
 *
 * Cost: size³.
 */
export const undefeatedVictories = ({ size, groups, ranks }: Victories): ReadonlyArray<Victory> => {
  const paths = strongestPaths(ranks, size)
  return groups.flat().filter(({ winner, loser }) => (ranks[winner * size + loser] ?? 0) > (paths[loser * size + winner] ?? 0))
}
