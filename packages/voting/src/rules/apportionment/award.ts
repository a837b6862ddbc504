import { compareClaims } from './claim.ts'
import type { Claim, ClaimOf } from './claim.ts'
import { headStart } from './head-start.ts'
import { heap } from './heap.ts'

/** Parties, each with at least one vote, and how those that are level are put in an order. */
export interface Contest {
  readonly votes: ReadonlyArray<bigint>
  readonly seats: number
  readonly claimOf: ClaimOf
  /** Negative where, of two parties with level claims, the first comes first. */
  readonly settle: (left: number, right: number) => number
}

/** One seat: the party that got it and the claim by which it did. */
interface Award {
  readonly party: number
  readonly claim: Claim
}

export interface Awarded {
  /** Seats of each party. */
  readonly seats: ReadonlyArray<number>
  /** The last seats in the order in which they were awarded: all of them where there are no more than `mostRounds`. */
  readonly awards: ReadonlyArray<Award>
  /** Parties that were level with the last one and got no further seat, in the order of settling. */
  readonly leftOut: ReadonlyArray<number>
}

/** Up to so many seats are awarded and told one by one. */
export const mostRounds = 500

/**
 * Seats to the strongest claims, one after another.
 *
 * *Ties*: level claims in the order of `settle`. Cost: each seat one step in a heap of parties; beyond `mostRounds` all
 * seats but about one for each party are first awarded together, in about log² of the seats for each party.
 */
export const award = ({ votes, seats, claimOf, settle }: Contest): Awarded => {
  const held = seats > mostRounds ? [...headStart(votes, seats, claimOf)] : votes.map(() => 0)
  const claims = votes.map((own, party) => claimOf(own, BigInt(held[party] ?? 0)))
  const none: Claim = { numerator: -1n, denominator: 1n }
  const claimAt = (party: number): Claim => claims[party] ?? none
  const queue = heap(votes.length, (left, right) => compareClaims(claimAt(right), claimAt(left)) || settle(left, right))
  const awards: Array<Award> = []
  const left = votes.length === 0 ? 0 : seats - held.reduce((sum, number) => sum + number, 0)
  for (let seat = 0; seat < left; seat++) {
    const party = queue.first()
    awards.push({ party, claim: claimAt(party) })
    const number = (held[party] ?? 0) + 1
    held[party] = number
    claims[party] = claimOf(votes[party] ?? 0n, BigInt(number))
    queue.firstFell()
  }
  const last = awards.at(-1)
  const isLevel = (party: number): boolean => last !== undefined && compareClaims(claimAt(party), last.claim) === 0
  return { seats: held, awards, leftOut: [...votes.keys()].filter(isLevel).toSorted(settle) }
}
