import { byCodeUnit } from '@isegoria/kernel'

/** A part of the pool that is drawn from by itself. */
export interface Stratum {
  readonly id: string
  /** Its share of the seats is in proportion to this: usually how many inhabitants it stands for. */
  readonly weight: number
  /** How many stand by, at most, for those who decline. */
  readonly reserves: number
}

/**
 * The seats of each stratum in proportion to the weights, by largest remainder (Hare's quota), in order of the ids.
 *
 * *Ties* between remainders: the heavier stratum, then the first by id. Weights are whole and not negative, and one is positive.
 * *Source*: M. Balinski, H. P. Young, Fair Representation, 1982, on Hamilton's method.
 *
 * @example
 * const strata = [{ id: 'north', weight: 50, reserves: 0 }, { id: 'south', weight: 30, reserves: 0 }]
 * quotasOf(4, strata).map(({ quota }) => quota) // => [3, 1]
 */
export const quotasOf = <Part extends Stratum>(seats: number, strata: ReadonlyArray<Part>): ReadonlyArray<Part & { readonly quota: number }> => {
  let total = 0n
  for (const { weight } of strata) total += BigInt(weight)
  if (total === 0n) return strata.map((stratum) => ({ ...stratum, quota: 0 }))
  const shares = strata
    .toSorted((left, right) => byCodeUnit(left.id, right.id))
    .map((stratum) => {
      const exact = BigInt(seats) * BigInt(stratum.weight)
      return { stratum, whole: exact / total, remainder: exact % total }
    })
  let left = BigInt(seats)
  for (const { whole } of shares) left -= whole
  const byRemainder = shares.toSorted((one, other) =>
    one.remainder === other.remainder ? other.stratum.weight - one.stratum.weight : one.remainder < other.remainder ? 1 : -1,
  )
  const rounded = new Set(byRemainder.slice(0, Number(left)))
  return shares.map((share) => ({ ...share.stratum, quota: Number(share.whole) + (rounded.has(share) ? 1 : 0) }))
}
