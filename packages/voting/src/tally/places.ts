import { ratio } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { leastCommonMultiple } from './least-common-multiple.ts'
import type { Unranked } from './pairwise.ts'
import type { Preferences } from './preferences.ts'

/** Who puts each option where: all that a rule which gives points for places needs to know. */
export interface Places {
  readonly size: number
  /**
   * For each stretch of places on which a tier of some ballot stands, counted from 1, the voters whose ballot puts each
   * option there. An option that shares its tier with nobody has `from` equal to `to`.
   */
  readonly stretches: ReadonlyArray<Stretch>
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly voters: Float64Array
}

/**
 * The places that the ballots give. Unranked options share the places that are left, or, where they are `ignored`, have none.
 *
 * Cost: one step for each option of each distinct ballot.
 */
export const placesOf = ({ options, ballots, weights, starts, entries, tiers }: Preferences, unranked: Unranked): Places => {
  const size = options.length
  const stretches = new Map<number, Stretch>()
  const votersAt = (from: number, to: number): Float64Array => {
    const key = from * (size + 1) + to
    const known = stretches.get(key)
    if (known !== undefined) return known.voters
    const voters = new Float64Array(size)
    stretches.set(key, { from, to, voters })
    return voters
  }
  const rankedBy = new Int32Array(size).fill(-1)
  for (let ballot = 0; ballot < ballots; ballot++) {
    const weight = weights[ballot] ?? 0
    const [start, end] = [starts[ballot] ?? 0, starts[ballot + 1] ?? 0]
    let first = start
    while (first < end) {
      let next = first + 1
      while (next < end && tiers[next] === tiers[first]) next++
      const voters = votersAt(first - start + 1, next - start)
      for (; first < next; first++) {
        const option = entries[first] ?? 0
        voters[option] = (voters[option] ?? 0) + weight
        rankedBy[option] = ballot
      }
    }
    const ranked = end - start
    if (unranked === 'ignored' || ranked === size) continue
    const voters = votersAt(ranked + 1, size)
    for (let option = 0; option < size; option++) if (rankedBy[option] !== ballot) voters[option] = (voters[option] ?? 0) + weight
  }
  return { size, stretches: [...stretches.values()] }
}

/** The points of each option where an option on the places `from` to `to` gets `points(from, to)`. */
export const pointsBy = ({ size, stretches }: Places, points: (from: number, to: number) => Ratio): ReadonlyArray<Ratio> => {
  const priced = stretches.map(({ from, to, voters }) => ({ worth: points(from, to), voters }))
  const scale = priced.reduce((common, { worth }) => leastCommonMultiple(common, worth.denominator), 1n)
  const sums = Array.from({ length: size }, () => 0n)
  for (const { worth, voters } of priced) {
    const scaled = worth.numerator * (scale / worth.denominator)
    for (const [option, count] of voters.entries()) if (count > 0) sums[option] = (sums[option] ?? 0n) + scaled * BigInt(count)
  }
  return sums.map((sum) => ratio(sum, scale))
}
