import type { OptionId, RankingOutcome } from '@isegoria/election'
import { layersOf } from './layers.ts'
import { rankingOfLayers } from './ranking-of-layers.ts'
import type { Victories, Victory } from './victories.ts'

/**
 * The ranking by those victories that a rule lets stand, which have no cycle: the first tier holds whoever is not beaten,
 * each further one whoever is beaten by options of the tiers before it only.
 *
 * A round says how many victories over and under the option stand; its tallies give the strength of each that it won.
 */
export const rankingOfVictories = (
  options: ReadonlyArray<OptionId>,
  { size, ranks, texts }: Victories,
  standing: ReadonlyArray<Victory>,
): RankingOutcome => {
  const stands = new Uint8Array(size * size)
  for (const { winner, loser } of standing) stands[winner * size + loser] = 1
  const isAbove = (one: number, other: number): boolean => stands[one * size + other] === 1
  return rankingOfLayers(options, layersOf(size, isAbove), (one) => {
    const beaten = [...options.keys()].filter((other) => isAbove(one, other))
    const beatenBy = [...options.keys()].filter((other) => isAbove(other, one))
    const figures = { victories: `${beaten.length}`, defeats: `${beatenBy.length}` }
    if (beaten.length === 0) return { figures }
    return { figures, tallies: Object.fromEntries(beaten.map((other) => [options[other] ?? '', texts[ranks[one * size + other] ?? 0] ?? ''])) }
  })
}
