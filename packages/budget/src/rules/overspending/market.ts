import type { Ratio } from '@isegoria/exact'
import { byTies } from '../../allocation/pot.ts'
import type { Pot } from '../../allocation/pot.ts'
import { bounderOf } from './bounds.ts'
import type { Bounds } from './bounds.ts'
import { combined, nothingOf } from './holding.ts'
import type { Offer } from './offer.ts'
import { exactOffers } from './offers.ts'
import { pricesOf } from './prices.ts'
import type { Prices } from './prices.ts'
import { fullPurses, rounding } from './purses.ts'
import { toFloat } from './to-float.ts'

/** The best offer of a round. */
interface Best {
  readonly offer: Offer
  /** All projects that are as good, in the order that settles ties: the first is bought. */
  readonly tied: ReadonlyArray<number>
  /** The projects of which a supporter has something left. */
  readonly open: ReadonlyArray<number>
}

export interface Market {
  readonly prices: Prices
  /** The best offer for one of these projects; `undefined` where no supporter has anything left. */
  readonly next: (open: ReadonlyArray<number>) => Best | undefined
  readonly buy: (offer: Offer) => void
}

/** Projects, and what their supporters have left. Every project that was open and is no more must not be asked for again. */
export const marketOf = (pot: Pot, endowment: Ratio, isPerCost: boolean): Market => {
  const purses = fullPurses(pot, endowment)
  const prices = pricesOf(endowment, pot.budget, isPerCost)
  const bounder = bounderOf(pot, purses, isPerCost)
  const offersOf = exactOffers(pot, purses, bounder, prices)
  const { left, accountOf } = purses
  /** What the lowest ρ / α of a project surely is not below, since it never falls. */
  const least = new Float64Array(pot.costs.length)

  /** The best of some offers, and all that are level with it. */
  const bestOf = (offers: ReadonlyArray<Offer>): ReadonlyArray<Offer> => {
    let best: Array<Offer> = []
    for (const offer of offers) {
      const [leader] = best
      const order = leader === undefined ? -1 : prices.compareOffers(offer, leader)
      if (order < 0) best = [offer]
      else if (order === 0) best.push(offer)
    }
    return best
  }
  return {
    prices,
    next: (open) => {
      const gone = new Set<number>()
      const seen: Array<Bounds & { readonly project: number }> = []
      let limit = Infinity
      for (const project of open.toSorted((one, other) => (least[one] ?? 0) - (least[other] ?? 0))) {
        if ((least[project] ?? 0) > limit) break
        const bounds = bounder.boundsOf(project)
        if (bounds === undefined) {
          gone.add(project)
          continue
        }
        least[project] = Math.max(least[project] ?? 0, bounds.low)
        limit = Math.min(limit, bounds.high)
        seen.push({ project, ...bounds })
      }
      const near = seen.filter(({ low }) => low <= limit).map(({ project }) => project)
      const level = bestOf(near.flatMap((project) => bestOf(offersOf(project, bounder.waysWithin(project, limit))).slice(0, 1)))
      const tied = level.map(({ project }) => project).toSorted(byTies(pot))
      const offer = level.find(({ project }) => project === tied[0])
      return offer && { offer, tied, open: open.filter((project) => !gone.has(project)) }
    },
    buy: (offer) => {
      const purchase = prices.length
      prices.buy(offer)
      const { bits, priceOf } = prices.enclosed((enclosure) => {
        const { low, high } = enclosure.priceOf(purchase)
        return (high - low) << 60n < high
      })
      const { low, high } = priceOf(purchase)
      const unit = pot.budget << BigInt(bits)
      const price = toFloat(low, unit)
      const error = toFloat(high - low, unit)
      const paidOnce = nothingOf(prices.length)
      paidOnce.payers[purchase] = 1
      const doubt = purses.error() + 2 * error + price * rounding
      purses.pay(offer.project, price, 2 * error, (group) => {
        const more = (left[accountOf[group] ?? 0] ?? 0) - price
        if (more > doubt || more < -doubt) return more < 0
        return prices.compare(combined(1, paidOnce, 1, purses.purseOf(group)), 0n) <= 0
      })
    },
  }
}
