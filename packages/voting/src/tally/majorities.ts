import type { Election, OptionId, Parameters } from '@isegoria/election'
import { pairsOfRankings } from './pairs-of-rankings.ts'
import { pairwise, unrankedOf } from './pairwise.ts'
import { preferencesOf } from './preferences.ts'

/** Who is preferred to whom: all that a rule about pairs looks at. Options are their places, from 0. */
export interface Majorities {
  readonly options: ReadonlyArray<OptionId>
  readonly size: number
  /** The matrix of `pairwise`. */
  readonly wins: Float64Array
  /** Voters who prefer the first option to the second. */
  readonly support: (one: number, other: number) => number
  /** Those less the voters who prefer the second. */
  readonly margin: (one: number, other: number) => number
}

/** The same for a matrix that is at hand. */
export const majoritiesOf = (options: ReadonlyArray<OptionId>, wins: Float64Array): Majorities => {
  const size = options.length
  const support = (one: number, other: number): number => wins[one * size + other] ?? 0
  return { options, size, wins, support, margin: (one, other) => support(one, other) - support(other, one) }
}

/** The pairs of an election, its unranked options read as the parameter `unranked` says. */
export const majoritiesIn = (election: Election, { unranked }: Parameters): Majorities => {
  const meaning = unrankedOf(unranked)
  const wins = pairsOfRankings(election, meaning) ?? pairwise(preferencesOf(election), meaning)
  return majoritiesOf(
    election.options.map(({ id }) => id),
    wins,
  )
}
