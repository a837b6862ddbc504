import type { ParameterDescription } from '@isegoria/election'
import type { Preferences } from './preferences.ts'

/** What an option that a ballot leaves out means: that it stands below all that are ranked, or nothing. */
export type Unranked = 'last' | 'ignored'

/** The parameter `unranked`. It changes winners: Glasgow ward 1 elects another by Schulze under each. */
export const unrankedParameter: ParameterDescription = {
  name: 'unranked',
  values: ['last', 'ignored'],
  meaning: 'an option that a ballot does not rank stands below those that it ranks, or is not compared with any',
}

export const unrankedOf = (value: string | undefined): Unranked => (value === 'ignored' ? 'ignored' : 'last')

/**
 * How many voters prefer each option to each other. *Shape*: row by row, voters who prefer option `a` to option `b` at
 * `a * options.length + b`; the diagonal is 0. Level options prefer neither.
 *
 * Cost: for each distinct ballot, the pairs of options that it ranks, and once for all the unranked ones.
 */
export const pairwise = ({ options, ballots, weights, starts, entries, tiers }: Preferences, unranked: Unranked): Float64Array => {
  const size = options.length
  const wins = new Float64Array(size * size)
  /** Voters who rank each option: under `last` each of them prefers it to whatever they leave out. */
  const ranked = new Float64Array(size)
  /** Voters who rank both of two options on one tier. */
  const level = new Float64Array(size * size)
  for (let ballot = 0; ballot < ballots; ballot++) {
    const weight = weights[ballot] ?? 0
    const end = starts[ballot + 1] ?? 0
    for (let upper = starts[ballot] ?? 0; upper < end; upper++) {
      const better = entries[upper] ?? 0
      const row = better * size
      const tier = tiers[upper] ?? 0
      ranked[better] = (ranked[better] ?? 0) + weight
      let lower = upper + 1
      for (; lower < end && tiers[lower] === tier; lower++) level[row + (entries[lower] ?? 0)] = (level[row + (entries[lower] ?? 0)] ?? 0) + weight
      for (; lower < end; lower++) {
        const pair = row + (entries[lower] ?? 0)
        wins[pair] = (wins[pair] ?? 0) + weight
      }
    }
  }
  return unranked === 'ignored' ? wins : withUnrankedLast(wins, level, ranked)
}

/** Whoever ranks an option prefers it to each that they leave out: all who rank it, less those who rank both. */
export const withUnrankedLast = (wins: Float64Array, level: Float64Array, ranked: Float64Array): Float64Array => {
  const size = ranked.length
  const among = wins.slice()
  for (let better = 0; better < size; better++)
    for (let worse = 0; worse < size; worse++) {
      if (better === worse) continue
      const [pair, reverse] = [better * size + worse, worse * size + better]
      const both = (wins[pair] ?? 0) + (wins[reverse] ?? 0) + (level[pair] ?? 0) + (level[reverse] ?? 0)
      among[pair] = (wins[pair] ?? 0) + (ranked[better] ?? 0) - both
    }
  return among
}
