import type { Election } from '@isegoria/election'
import { preferencesOf } from '../../tally/preferences.ts'
import type { Preferences } from '../../tally/preferences.ts'
import { limit } from './work-limit.ts'

/** More pairs of a distinct ballot and an option than this are not looked at. */
const mostPairs = 20_000_000

/** Who supports whom while ballots approve one rank after another; ballots are numbered as by `preferencesOf`. */
export interface ExpandingSupport {
  /** Approves up to this rank as well, and gives the options that gain supporters by it. */
  readonly expandTo: (rank: number) => ReadonlyArray<number>
  /** The ballots that approve an option so far. */
  readonly supportersOf: (option: number) => Int32Array
  /** The voters who cast them. */
  readonly votersFor: (option: number) => number
  /** Negative where more voters rank the first option first or, where these are equally many, second, and so on. */
  readonly compareRanks: (left: number, right: number) => number
}

/** The rank of option `o` on ballot `b` at `o * ballots + b`: one more than the number of options above it. */
const ranksOf = ({ options, ballots, starts, entries, tiers }: Preferences): Int32Array => {
  const ranks = new Int32Array(options.length * ballots)
  for (let ballot = 0; ballot < ballots; ballot++) {
    const [from, to] = [starts[ballot] ?? 0, starts[ballot + 1] ?? 0]
    let first = from
    for (let entry = from; entry < to; entry++) {
      if (tiers[entry] !== tiers[first]) first = entry
      ranks[(entries[entry] ?? 0) * ballots + ballot] = first - from + 1
    }
    for (let place = ballot; place < ranks.length; place += ballots) if (ranks[place] === 0) ranks[place] = to - from + 1
  }
  return ranks
}

/** Cost: one step for each pair of a distinct ballot and an option. Errors: `TooLarge` where these are too many. */
export const expandingSupport = (election: Election): ExpandingSupport => {
  const preferences = preferencesOf(election)
  const { ballots, weights } = preferences
  const size = preferences.options.length
  limit('pairs of a distinct ballot and an option', ballots * size, mostPairs)
  const ranks = ranksOf(preferences)
  /** For each option the ballots in order of its rank on them. */
  const sorted = new Int32Array(ranks.length)
  for (let option = 0; option < size; option++) {
    const nexts = new Int32Array(size + 2)
    const from = option * ballots
    for (let ballot = 0; ballot < ballots; ballot++) {
      const after = (ranks[from + ballot] ?? 0) + 1
      nexts[after] = (nexts[after] ?? 0) + 1
    }
    for (let rank = 1; rank < nexts.length; rank++) nexts[rank] = (nexts[rank] ?? 0) + (nexts[rank - 1] ?? 0)
    for (let ballot = 0; ballot < ballots; ballot++) {
      const rank = ranks[from + ballot] ?? 0
      const place = nexts[rank] ?? 0
      sorted[from + place] = ballot
      nexts[rank] = place + 1
    }
  }
  /** Of each option how many of its ballots approve it, and their voters. */
  const ends = new Int32Array(size)
  const voters = new Float64Array(size)

  const vectors = new Map<number, Float64Array>()
  const vectorOf = (option: number): Float64Array => {
    const known = vectors.get(option)
    if (known !== undefined) return known
    const vector = new Float64Array(size + 1)
    for (let ballot = 0; ballot < ballots; ballot++) {
      const rank = ranks[option * ballots + ballot] ?? 0
      vector[rank] = (vector[rank] ?? 0) + (weights[ballot] ?? 0)
    }
    vectors.set(option, vector)
    return vector
  }

  return {
    expandTo: (rank) => {
      const gaining: Array<number> = []
      for (let option = 0; option < size; option++) {
        const start = ends[option] ?? 0
        let end = start
        for (; end < ballots; end++) {
          const ballot = sorted[option * ballots + end] ?? 0
          if ((ranks[option * ballots + ballot] ?? 0) > rank) break
          voters[option] = (voters[option] ?? 0) + (weights[ballot] ?? 0)
        }
        ends[option] = end
        // Without any voters a quota is nothing, and so is what everybody has from the first rank on.
        if (end > start || ballots === 0) gaining.push(option)
      }
      return gaining
    },
    supportersOf: (option) => sorted.subarray(option * ballots, option * ballots + (ends[option] ?? 0)),
    votersFor: (option) => voters[option] ?? 0,
    compareRanks: (left, right) => {
      const [one, other] = [vectorOf(left), vectorOf(right)]
      const place = one.findIndex((count, rank) => count !== other[rank])
      return place === -1 ? 0 : (other[place] ?? 0) - (one[place] ?? 0)
    },
  }
}
