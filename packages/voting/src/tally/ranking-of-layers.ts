import type { OptionId, RankingOutcome, Round } from '@isegoria/election'

/** What explains the place of an option. */
export interface Placed {
  readonly figures: Readonly<Record<string, string>>
  readonly tallies?: Readonly<Record<string, string>>
}

/** A ranking whose tiers are layers of options, best first; the first tier wins. */
export const rankingOfLayers = (
  options: ReadonlyArray<OptionId>,
  layers: ReadonlyArray<ReadonlyArray<number>>,
  placed: (option: number) => Placed,
): RankingOutcome => {
  const ranking = layers.map((layer) => layer.map((option) => options[option] ?? ''))
  const rounds = layers.flatMap((layer, place) =>
    layer.map((option): Round => ({ round: place + 1, option: options[option] ?? '', decision: 'ranked', ...placed(option) })),
  )
  return { type: 'ranking', ranking, winners: ranking[0] ?? [], ties: [], rounds }
}
