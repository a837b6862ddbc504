import { ratio } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import type { TieBreak } from './tie-break.ts'
import type { Candidate } from './candidates.ts'
import { priceOf } from './price.ts'
import type { Price, Purses } from './price.ts'

/** One purchase of the method: what was bought, at which price, and who else was level. */
export interface Purchase {
  readonly candidate: Candidate
  /** The most that one voter pays, in minor units. */
  readonly price: Ratio
  readonly tied: ReadonlyArray<Candidate>
}

/** What a voter gains by a project: its cost, or one. */
export type Utility = 'cost' | 'cardinality'

interface Offer {
  readonly candidate: Candidate
  readonly price: Price
}

/** Price per unit of utility, compared without division: below zero when `left` is the better buy. */
const byPricePerUtility = (utility: Utility, left: Offer, right: Offer): number => {
  const [lu, ru] = utility === 'cost' ? [left.candidate.cost, right.candidate.cost] : [1n, 1n]
  const l = left.price.numerator * right.price.denominator * ru
  const r = right.price.numerator * left.price.denominator * lu
  return l < r ? -1 : l > r ? 1 : 0
}

/** Purses after a purchase; the denominator grows by what the price needs and is shared by all. */
const pay = ({ left, denominator, weights }: Purses, { candidate, price }: Offer): Purses => {
  const { numerator, denominator: over } = ratio(price.numerator, price.denominator)
  const shared = ratio(over, denominator).numerator
  const common = denominator * shared
  const share = (numerator * common) / over
  const after = left.map((held) => held * shared)
  for (const place of candidate.supporters) {
    const held = after[place] ?? 0n
    after[place] = held > share ? held - share : 0n
  }
  return { left: after, denominator: common, weights }
}

/**
 * Buys, again and again, the project with the lowest price per unit of utility, until no supporters can afford one.
 *
 * All arithmetic is on whole numbers. A price only rises as purses empty, so the last one known is a lower bound: candidates
 * are looked at from the lowest bound on, and the search stops at the first bound above the best offer.
 */
export const buyByEqualShares = (
  candidates: ReadonlyArray<Candidate>,
  endowment: Ratio,
  weights: ReadonlyArray<bigint>,
  utility: Utility,
  ties: TieBreak,
): ReadonlyArray<Purchase> => {
  const purchases: Array<Purchase> = []
  const supported = candidates.filter(({ supporters }) => supporters.length > 0)
  const free = supported.filter(({ cost }) => cost === 0n).toSorted(ties.compare)
  for (const candidate of free) purchases.push({ candidate, price: ratio(0n), tied: [candidate] })
  let purses: Purses = { left: weights.map(() => endowment.numerator), denominator: endowment.denominator, weights }
  let open = offersOf(
    supported.filter(({ cost }) => cost > 0n),
    purses,
  )
  while (open.length > 0) {
    open.sort((left, right) => byPricePerUtility(utility, left, right))
    const { best, still } = bestOf(open, purses, utility)
    const tied = best.map(({ candidate }) => candidate).toSorted(ties.compare)
    const chosen = best.find(({ candidate }) => candidate === tied[0])
    if (chosen === undefined) break
    purchases.push({ candidate: chosen.candidate, price: ratio(chosen.price.numerator, chosen.price.denominator), tied })
    purses = pay(purses, chosen)
    open = still.filter(({ candidate }) => candidate !== chosen.candidate)
  }
  return purchases
}

const offersOf = (candidates: ReadonlyArray<Candidate>, purses: Purses): Array<Offer> =>
  candidates.flatMap((candidate) => {
    const price = priceOf(candidate, purses)
    return price === undefined ? [] : [{ candidate, price }]
  })

/** The best offers at today's purses, and all that can still be afforded with the latest price known of each. */
const bestOf = (byBound: ReadonlyArray<Offer>, purses: Purses, utility: Utility): { best: ReadonlyArray<Offer>; still: Array<Offer> } => {
  let best: Array<Offer> = []
  const still: Array<Offer> = []
  for (const bound of byBound) {
    const leader = best[0]
    if (leader !== undefined && byPricePerUtility(utility, bound, leader) > 0) {
      still.push(bound)
      continue
    }
    const price = priceOf(bound.candidate, purses)
    if (price === undefined) continue
    const offer = { candidate: bound.candidate, price }
    still.push(offer)
    const order = leader === undefined ? -1 : byPricePerUtility(utility, offer, leader)
    if (order < 0) best = [offer]
    else if (order === 0) best.push(offer)
  }
  return { best, still }
}
