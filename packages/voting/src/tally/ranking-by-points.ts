import type { OptionId, RankingOutcome } from '@isegoria/election'
import { compare, formatRatio, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { rankingBy } from './ranking-by.ts'

/** A ranking by points, most first; `name` is what the points are called in the rounds. */
export const rankingByPoints = (options: ReadonlyArray<OptionId>, points: ReadonlyArray<Ratio>, name: string): RankingOutcome =>
  rankingBy(
    options.map((option, place) => {
      const figure = points[place] ?? zero
      return { option, figure, figures: { [name]: formatRatio(figure) } }
    }),
    (left, right) => compare(right, left),
  )
