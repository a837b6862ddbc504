import { compareClaims } from './claim.ts'
import type { Claim, ClaimOf } from './claim.ts'

/** The greatest whole number from 0 to `most` that passes, given that all below it do; 0 passes. */
const greatest = (most: number, passes: (number: number) => boolean): number => {
  let [low, high] = [0, most]
  while (low < high) {
    const middle = low + Math.ceil((high - low) / 2)
    if (passes(middle)) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * Seats that are awarded in any case, nearly all of them: what every party has when no claim is left that is as strong as
 * one by which the largest party gets a seat. The rest is about a seat for each party.
 *
 * Cost: about log² of the seats for each party.
 */
export const headStart = (votes: ReadonlyArray<bigint>, seats: number, claimOf: ClaimOf): ReadonlyArray<number> => {
  const largest = votes.reduce((most, own) => (own > most ? own : most), 0n)
  const heldAt = (level: Claim): ReadonlyArray<number> =>
    votes.map((own) => greatest(seats, (number) => number === 0 || compareClaims(claimOf(own, BigInt(number - 1)), level) >= 0))
  const heldWith = (number: number): ReadonlyArray<number> => (number === 0 ? votes.map(() => 0) : heldAt(claimOf(largest, BigInt(number - 1))))
  return heldWith(greatest(seats, (number) => heldWith(number).reduce((sum, own) => sum + own, 0) <= seats))
}
