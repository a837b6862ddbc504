import type { Ratio } from '@isegoria/exact'
import type { Holding } from './holding.ts'
import type { Offer } from './offer.ts'

/** An interval that surely holds a number, in units of a power of two. */
export interface Interval {
  readonly low: bigint
  readonly high: bigint
}

/** All prices paid so far to so many bits behind the point. */
export interface Enclosure {
  readonly bits: number
  readonly priceOf: (purchase: number) => Interval
  readonly holding: (holding: Holding) => Interval
  /** What supporters put together, and the cap on what one of them gives; both above 0. */
  readonly raised: (offer: Offer) => { readonly sum: Interval; readonly cap: Interval }
}

const positive = (number: bigint): bigint => (number < 0n ? 0n : number)

const none: Interval = { low: 0n, high: 0n }

/** Purchases in intervals. Each price is worked out once; that takes a multiplication for each earlier one. */
export const enclosureOf = (endowment: Ratio, purchases: ReadonlyArray<Offer>, bits: number): Enclosure => {
  const shift = BigInt(bits)
  const floor = (endowment.numerator << shift) / endowment.denominator
  const each = { low: floor, high: floor + 1n }
  const prices: Array<Interval> = []

  const holding = ({ voters, payers }: Holding): Interval => {
    const number = BigInt(voters)
    let [low, high] = voters < 0 ? [number * each.high, number * each.low] : [number * each.low, number * each.high]
    for (let purchase = 0; purchase < payers.length; purchase++) {
      const paid = payers[purchase] ?? 0
      if (paid === 0) continue
      const price = priceOf(purchase)
      low -= BigInt(paid) * (paid < 0 ? price.low : price.high)
      high -= BigInt(paid) * (paid < 0 ? price.high : price.low)
    }
    return { low, high }
  }
  const raised: Enclosure['raised'] = ({ cost, poor, rich, cap }) => {
    const [all, number] = [cost << shift, BigInt(rich)]
    const given = holding(poor)
    if (cap === undefined)
      return {
        sum: { low: all, high: all },
        cap: { low: positive(all - given.high) / number, high: positive(all - given.low) / number + 1n },
      }
    const purse = holding(cap)
    const [low, high] = [positive(purse.low), positive(purse.high)]
    return { sum: { low: positive(given.low) + number * low, high: positive(given.high) + number * high }, cap: { low, high } }
  }
  /** The cap divided by the part of the cost that is raised. It grows with the cap, and falls with what the poor give. */
  const priceFor = (offer: Offer): Interval => {
    const { cost, poor, rich, cap } = offer
    const purse = raised(offer).cap
    if (cap === undefined) return purse
    const [all, number, given] = [cost << shift, BigInt(rich), holding(poor)]
    const [most, least] = [positive(given.high) + number * purse.low, positive(given.low) + number * purse.high]
    return { low: most === 0n ? 0n : (purse.low * all) / most, high: least === 0n ? all : (purse.high * all) / least + 1n }
  }
  const priceOf = (purchase: number): Interval => {
    for (let next = prices.length; next <= purchase; next++) {
      const offer = purchases[next]
      prices.push(offer === undefined ? none : priceFor(offer))
    }
    return prices[purchase] ?? none
  }
  return { bits, priceOf, holding, raised }
}
