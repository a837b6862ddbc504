import { ballotTypes, numberedProfile } from '@isegoria/election'
import type { Election } from '@isegoria/election'
import { withUnrankedLast } from './pairwise.ts'
import type { Unranked } from './pairwise.ts'

const [chooseOne, ordinal] = [ballotTypes.indexOf('choose-one'), ballotTypes.indexOf('ordinal')]

/**
 * The matrix of `pairwise` straight from the numbers of ballots that rank without ties; `undefined` for any others, and for
 * a ballot that names an option twice, which the longer way reads. Cost: the pairs of options that each distinct ballot ranks,
 * in arithmetic of 32 bits, which need not look for an overflow.
 */
export const pairsOfRankings = ({ options, profile }: Election, unranked: Unranked): Float64Array | undefined => {
  const { options: named, sequences, weights } = numberedProfile(profile)
  const { count, all, ends } = sequences
  const size = named.length
  const wins = new Float64Array(size * size)
  const ranked = new Float64Array(size)
  let start = 0
  for (let ballot = 0; ballot < count; ballot++) {
    const from = start
    const end = ends[ballot] ?? 0
    const weight = weights[ballot] ?? 0
    start = end
    if (all[from] !== ordinal && all[from] !== chooseOne) return undefined
    for (let upper = from + 1; upper < end; upper++) {
      const better = all[upper] ?? 0
      const row = Math.imul(better, size)
      ranked[better] = (ranked[better] ?? 0) + weight
      for (let lower = upper + 1; lower < end; lower++) {
        const pair = (row + (all[lower] ?? 0)) | 0
        wins[pair] = (wins[pair] ?? 0) + weight
      }
    }
  }
  // Who is preferred to itself was named twice.
  for (let option = 0; option < size; option++) if (wins[option * size + option] !== 0) return undefined
  return ofOptions(options, named, wins, ranked, unranked)
}

/** The same for the options of the election in their order: those that nobody names have no wins, those that are none are left out. */
const ofOptions = (
  options: Election['options'],
  named: ReadonlyArray<string>,
  wins: Float64Array,
  ranked: Float64Array,
  unranked: Unranked,
): Float64Array => {
  const numbers = new Map(named.map((id, number) => [id, number]))
  const places = options.map(({ id }) => numbers.get(id) ?? -1)
  const size = options.length
  const own = new Float64Array(size * size)
  for (let better = 0; better < size; better++)
    for (let worse = 0; worse < size; worse++) {
      const [upper, lower] = [places[better] ?? -1, places[worse] ?? -1]
      if (upper !== -1 && lower !== -1) own[better * size + worse] = wins[upper * named.length + lower] ?? 0
    }
  if (unranked === 'ignored') return own
  const ownRanked = Float64Array.from(places, (place) => (place === -1 ? 0 : (ranked[place] ?? 0)))
  return withUnrankedLast(own, new Float64Array(size * size), ownRanked)
}
