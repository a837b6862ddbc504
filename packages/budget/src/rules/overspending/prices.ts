import type { Ratio } from '@isegoria/exact'
import { enclosureOf } from './enclosure.ts'
import type { Enclosure, Interval } from './enclosure.ts'
import { combined } from './holding.ts'
import type { Holding } from './holding.ts'
import { areAlike, raisedBy } from './offer.ts'
import type { Offer } from './offer.ts'

type Sign = -1 | 0 | 1

/** What was bought, and exact comparisons of what everybody has left after it. */
export interface Prices {
  readonly length: number
  readonly buy: (offer: Offer) => void
  /** The sign of `holding − money`. */
  readonly compare: (holding: Holding, money: bigint) => Sign
  /** Below 0 where the left offer has the lower ρ / α, and where these are equal, the larger α of one project. */
  readonly compareOffers: (left: Offer, right: Offer) => number
  /** The first of ever closer enclosures of all prices that is good enough, or the closest. */
  readonly enclosed: (isGood: (enclosure: Enclosure) => boolean) => Enclosure
}

const firstBits = 256
const mostBits = 16_384

const bitsOf = (number: bigint): number => number.toString(16).length * 4

/** The purchases with payers among these, as bits. */
const purchasesIn = ({ payers }: Holding, needs: ReadonlyArray<bigint>): bigint => {
  let all = 0n
  for (let purchase = 0; purchase < payers.length; purchase++) if (payers[purchase] !== 0) all |= needs[purchase] ?? 0n
  return all
}

/**
 * Exact comparisons.
 *
 * With `isPerCost` utility is the cost, else one.
 *
 * *Certificate.* Numbers are enclosed in intervals of 256 bits, then of four times as many, until these are apart, or so close
 * that nothing but equality is left: over the common denominator D of the purchases that it depends on, a holding is a whole
 * number, so that two different ones are at least 1 / D apart. A purchase in full multiplies D by the number of its rich. One in
 * part squares it, since its price is divided by a sum of purses; a hundred of them on top of one another would take more bits
 * than there are atoms. So numbers that depend on many of those are called equal where 16,384 bits, and eight times those of
 * the budget, do not tell them apart, or sooner where they are the same sum of the same purses.
 */
export const pricesOf = (endowment: Ratio, budget: bigint, isPerCost: boolean): Prices => {
  const purchases: Array<Offer> = []
  /** For each purchase those that its price depends on, itself too. */
  const needs: Array<bigint> = []
  const enclosures: Array<Enclosure> = []
  const limit = Math.max(mostBits, bitsOf(budget) * 8)

  const enclosed: Prices['enclosed'] = (isGood) => {
    for (let [level, bits] = [0, firstBits]; ; level++, bits *= 4) {
      const enclosure = (enclosures[level] ??= enclosureOf(endowment, purchases, bits))
      if (bits >= limit || isGood(enclosure)) return enclosure
    }
  }
  /** The bits of the common denominator of some purchases. */
  const finenessOf = (needed: bigint): number => {
    let bits = bitsOf(endowment.denominator)
    for (const [purchase, { cap, rich }] of purchases.entries()) {
      if (((needed >> BigInt(purchase)) & 1n) === 0n) continue
      bits += cap === undefined ? bitsOf(BigInt(rich)) : bits + bitsOf(budget)
      if (bits > limit) return Number.POSITIVE_INFINITY
    }
    return bits
  }
  /** The sign of a number that is whole over the `degree`-th power of a denominator with `more` bits than that of what it needs. */
  const signOf = (needed: bigint, more: number, degree: number, intervalIn: (enclosure: Enclosure) => Interval): Sign => {
    let sign: Sign = 0
    enclosed((enclosure) => {
      const { low, high } = intervalIn(enclosure)
      sign = low > 0n ? 1 : high < 0n ? -1 : 0
      if (sign !== 0) return true
      const spare = enclosure.bits - finenessOf(needed) - more
      return (low === 0n && high === 0n) || (spare > 0 && high >> BigInt(degree * spare) === 0n && -low >> BigInt(degree * spare) === 0n)
    })
    return sign
  }
  const neededFor = ({ poor, cap }: Offer): bigint => purchasesIn(poor, needs) | (cap === undefined ? 0n : purchasesIn(cap, needs))

  /** ρ / α is the cap · cost² / (utility · what is raised²). */
  const ratioIn = (enclosure: Enclosure, offer: Offer): { readonly over: Interval; readonly under: Interval } => {
    const { sum, cap } = enclosure.raised(offer)
    const weight = isPerCost ? offer.cost : offer.cost * offer.cost
    return { over: { low: cap.low * weight, high: cap.high * weight }, under: { low: sum.low * sum.low, high: sum.high * sum.high } }
  }
  const compare: Prices['compare'] = (holding, money) =>
    signOf(purchasesIn(holding, needs), 0, 1, (enclosure) => {
      const { low, high } = enclosure.holding(holding)
      return { low: low - (money << BigInt(enclosure.bits)), high: high - (money << BigInt(enclosure.bits)) }
    })
  const byAlpha = (left: Offer, right: Offer): number => {
    const [one, other] = [raisedBy(left), raisedBy(right)]
    if (one === undefined || other === undefined) return Number(other === undefined) - Number(one === undefined)
    return compare(combined(1, other, -1, one), 0n)
  }
  return {
    get length() {
      return purchases.length
    },
    buy: (offer) => {
      needs.push(neededFor(offer) | (1n << BigInt(purchases.length)))
      purchases.push(offer)
    },
    compare,
    compareOffers: (left, right) => {
      if (areAlike(left, right)) return 0
      const order = signOf(neededFor(left) | neededFor(right), bitsOf(BigInt(left.rich) * BigInt(right.rich)), 3, (enclosure) => {
        const [one, other] = [ratioIn(enclosure, left), ratioIn(enclosure, right)]
        return {
          low: one.over.low * other.under.low - other.over.high * one.under.high,
          high: one.over.high * other.under.high - other.over.low * one.under.low,
        }
      })
      return order === 0 && left.project === right.project ? byAlpha(left, right) : order
    },
    enclosed,
  }
}
