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
  /** Voters who rank both of two options. */
  const both = new Float64Array(size * size)
  for (let ballot = 0; ballot < ballots; ballot++) {
    const weight = weights[ballot] ?? 0
    const end = starts[ballot + 1] ?? 0
    for (let upper = starts[ballot] ?? 0; upper < end; upper++) {
      const better = entries[upper] ?? 0
      const tier = tiers[upper] ?? 0
      ranked[better] = (ranked[better] ?? 0) + weight
      for (let lower = upper + 1; lower < end; lower++) {
        const worse = entries[lower] ?? 0
        const pair = better * size + worse
        if (tiers[lower] !== tier) wins[pair] = (wins[pair] ?? 0) + weight
        both[pair] = (both[pair] ?? 0) + weight
      }
    }
  }
  if (unranked === 'last') {
    for (let better = 0; better < size; better++)
      for (let worse = 0; worse < size; worse++) {
        if (better === worse) continue
        const pair = better * size + worse
        wins[pair] = (wins[pair] ?? 0) + (ranked[better] ?? 0) - (both[pair] ?? 0) - (both[worse * size + better] ?? 0)
      }
  }
  return wins
}
