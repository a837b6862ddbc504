import type { OptionId, RankingOutcome, Round } from '@isegoria/election'

/** An option with the figure that ranks it and the figures that explain it. */
export interface Ranked<Figure> {
  readonly option: OptionId
  readonly figure: Figure
  readonly figures: Readonly<Record<string, string>>
}

/**
 * A ranking by a figure, best first: options of equal figures share a tier, within which they keep the order in which they
 * are given. The first tier wins.
 */
export const rankingBy = <Figure>(ranked: ReadonlyArray<Ranked<Figure>>, compare: (left: Figure, right: Figure) => number): RankingOutcome => {
  const tiers: Array<Array<Ranked<Figure>>> = []
  for (const one of ranked.toSorted((left, right) => compare(left.figure, right.figure))) {
    const tier = tiers.at(-1)
    const level = tier?.[0]
    if (tier !== undefined && level !== undefined && compare(level.figure, one.figure) === 0) tier.push(one)
    else tiers.push([one])
  }
  const ranking = tiers.map((tier) => tier.map(({ option }) => option))
  const rounds = tiers.flatMap((tier, place) => tier.map(({ option, figures }): Round => ({ round: place + 1, option, decision: 'ranked', figures })))
  return { type: 'ranking', ranking, winners: ranking[0] ?? [], ties: [], rounds }
}
