import type { Candidate } from './candidates.ts'

/** Voters' purses as numerators over one common denominator, so that all arithmetic is on whole numbers. */
export interface Purses {
  /** By place in the profile; what each of the voters of that ballot has left. */
  readonly left: ReadonlyArray<bigint>
  readonly denominator: bigint
  readonly weights: ReadonlyArray<bigint>
}

/** The most that any supporter pays, `numerator / denominator`, in minor units. */
export interface Price {
  readonly numerator: bigint
  readonly denominator: bigint
}

/**
 * The lowest equal payment at which a project's supporters can pay for it; who has less gives all they have.
 *
 * `undefined` when they cannot afford it together. Cost: sorts the supporters by what they have left.
 */
export const priceOf = ({ cost, supporters }: Candidate, { left, denominator, weights }: Purses): Price | undefined => {
  const held = (place: number): bigint => left[place] ?? 0n
  const weight = (place: number): bigint => weights[place] ?? 0n
  const poorest = supporters.toSorted((a, b) => (held(a) < held(b) ? -1 : held(a) > held(b) ? 1 : 0))
  let due = cost * denominator
  let payers = poorest.reduce((sum, place) => sum + weight(place), 0n)
  for (const place of poorest) {
    if (held(place) * payers >= due) return { numerator: due, denominator: payers * denominator }
    due -= held(place) * weight(place)
    payers -= weight(place)
  }
  return undefined
}
