import type { RankingOutcome } from '@isegoria/election'
import { countDown } from './count-down.ts'
import type { Majorities } from './majorities.ts'

/** A ranking by a set of best options: it comes first, then the best of the rest as if the first had not stood, and so on. */
export const rankingBySets = ({ options, margin }: Majorities, best: (left: ReadonlyArray<number>) => ReadonlyArray<number>): RankingOutcome =>
  countDown(options, (left) => {
    const victoriesOf = (one: number): number => left.filter((other) => margin(one, other) > 0).length
    const defeatsOf = (one: number): number => left.filter((other) => margin(one, other) < 0).length
    return {
      options: best(left),
      goes: 'ahead',
      figuresOf: (one) => ({ victories: `${victoriesOf(one)}`, defeats: `${defeatsOf(one)}` }),
      tallies: Object.fromEntries(left.map((one) => [options[one] ?? '', `${victoriesOf(one)}`])),
    }
  })
