import { compare, ratio } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'

/** The claim of a party that has so many seats; `first` where it comes before all that have none of that kind. */
export type NaiveClaim = (votes: number, seats: number) => Ratio | 'first'

/** Who is the stronger: by the claim, then by votes, then by the order given. */
const isStronger = (claim: NaiveClaim, votes: ReadonlyArray<number>, held: ReadonlyArray<number>, one: number, other: number): boolean => {
  const [left, right] = [one, other].map((party) => claim(votes[party] ?? 0, held[party] ?? 0))
  const byVotes = (votes[one] ?? 0) - (votes[other] ?? 0)
  if (left === undefined || right === undefined) return false
  if (left === 'first' || right === 'first') return left === right ? byVotes > 0 : left === 'first'
  return (compare(left, right) || byVotes) > 0
}

/** Seats awarded one by one, every party looked at for each. */
export const awardOneByOne = (votes: ReadonlyArray<number>, seats: number, claim: NaiveClaim): ReadonlyArray<number> => {
  const held = votes.map(() => 0)
  const voted = [...votes.keys()].filter((party) => (votes[party] ?? 0) > 0)
  if (voted.length === 0) return held
  for (let seat = 0; seat < seats; seat++) {
    let best = voted[0] ?? 0
    for (const party of voted) if (isStronger(claim, votes, held, party, best)) best = party
    held[best] = (held[best] ?? 0) + 1
  }
  return held
}

const over = (divisor: (seats: number) => Ratio): NaiveClaim => {
  return (votes, seats) => {
    const { numerator, denominator } = divisor(seats)
    return numerator === 0n ? 'first' : ratio(BigInt(votes) * denominator, numerator)
  }
}

/** What each divisor method divides by, as the books have it. */
export const naiveClaims: Readonly<Record<string, NaiveClaim>> = {
  dhondt: over((seats) => ratio(BigInt(seats + 1))),
  'sainte-lague': over((seats) => ratio(BigInt(2 * seats + 1))),
  'sainte-lague first=1.4': over((seats) => (seats === 0 ? ratio(14n, 10n) : ratio(BigInt(2 * seats + 1)))),
  'sainte-lague first=1.2': over((seats) => (seats === 0 ? ratio(12n, 10n) : ratio(BigInt(2 * seats + 1)))),
  danish: over((seats) => ratio(BigInt(3 * seats + 1), 3n)),
  imperiali: over((seats) => ratio(BigInt(seats + 2), 2n)),
  adams: over((seats) => ratio(BigInt(seats))),
  'huntington-hill': (votes, seats) => (seats === 0 ? 'first' : ratio(BigInt(votes) * BigInt(votes), BigInt(seats) * BigInt(seats + 1))),
}

/** Full quotas, then one seat each to the largest remainders, round after round: for quotas that are not too small for that. */
export const quotasThenRemainders = (votes: ReadonlyArray<number>, seats: number, quota: Ratio): ReadonlyArray<number> => {
  const shares = votes.map((own) => ratio(BigInt(own) * quota.denominator, quota.numerator))
  const held = shares.map(({ numerator, denominator }) => Number(numerator / denominator))
  const remainders = shares.map(({ numerator, denominator }) => ratio(numerator % denominator, denominator))
  const voted = [...votes.keys()].filter((party) => (votes[party] ?? 0) > 0)
  const order = voted.toSorted((left, right) => {
    const [l = quota, r = quota] = [remainders[left], remainders[right]]
    return compare(r, l) || (votes[right] ?? 0) - (votes[left] ?? 0)
  })
  const left = seats - held.reduce((sum, own) => sum + own, 0)
  for (let seat = 0; seat < left; seat++) {
    const party = order[seat % order.length] ?? 0
    held[party] = (held[party] ?? 0) + 1
  }
  return held
}
