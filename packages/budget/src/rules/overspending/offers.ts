import type { Pot } from '../../allocation/pot.ts'
import type { Bounder, Ways } from './bounds.ts'
import { combined, nothingOf } from './holding.ts'
import type { Holding } from './holding.ts'
import { raisedBy } from './offer.ts'
import type { Offer } from './offer.ts'
import type { Prices } from './prices.ts'
import { rounding } from './purses.ts'
import type { Purses } from './purses.ts'

/** Remembers what was worked out for an account. */
const onceEach = <T>(purses: Purses, work: (group: number) => T): ((group: number) => T) => {
  const known = new Map<number, T>()
  return (group) => {
    const account = purses.accountOf[group] ?? 0
    const found = known.get(account)
    if (found !== undefined) return found
    const made = work(group)
    known.set(account, made)
    return made
  }
}

/**
 * The ways to pay for a project, made exact: whoever floats place too near the cap is compared in exact numbers, once for
 * all voters who have the same left.
 */
export const exactOffers = ({ costs }: Pot, purses: Purses, bounder: Bounder, prices: Prices) => {
  const { left, weights, accountOf, add, purseOf } = purses
  const leftOf = (group: number): number => left[accountOf[group] ?? 0] ?? 0

  const under = (project: number, capper: number): Offer | undefined => {
    const cost = costs[project] ?? 0n
    const [poor, cap, error] = [nothingOf(prices.length), purseOf(capper), purses.error()]
    const isPoor = onceEach(purses, (group) => prices.compare(combined(1, purseOf(group), -1, cap), 0n) < 0)
    const [purse, account] = [leftOf(capper), accountOf[capper] ?? 0]
    let rich = 0
    for (const group of purses.supportersOf(project)) {
      const more = leftOf(group) - purse
      if (more < -2 * error || (more <= 2 * error && accountOf[group] !== account && isPoor(group))) add(poor, group)
      else rich += weights[group] ?? 0
    }
    const offer = { project, cost, poor, rich, cap }
    return prices.compare(raisedBy(offer) ?? poor, cost) <= 0 ? offer : undefined
  }

  /** Whoever has less than what the others would have to pay gives all they have, until nobody else has. */
  const inFull = (project: number): Offer | undefined => {
    const cost = costs[project] ?? 0n
    const supporters = purses.supportersOf(project)
    const poor: Holding = nothingOf(prices.length)
    let [near, rich, given] = [Array.from(supporters), 0, 0]
    for (const group of supporters) rich += weights[group] ?? 0
    const doubt = bounder.doubtOf(rich, supporters.length)
    for (;;) {
      if (rich === 0) return undefined
      const cap = ((bounder.costs[project] ?? 0) - given) / rich
      const error = purses.error() + (2 * doubt) / rich + Math.abs(cap) * rounding
      const isPoor = onceEach(purses, (group) => prices.compare(combined(rich, purseOf(group), 1, poor), cost) < 0)
      const found = near.filter((group) => {
        const more = leftOf(group) - cap
        return more < -error || (more <= error && isPoor(group))
      })
      if (found.length === 0) return { project, cost, poor, rich, cap: undefined }
      const poorNow = new Set(found)
      near = near.filter((group) => !poorNow.has(group))
      for (const group of found) {
        add(poor, group)
        given += (weights[group] ?? 0) * leftOf(group)
        rich -= weights[group] ?? 0
      }
    }
  }

  return (project: number, { caps, isFull }: Ways): ReadonlyArray<Offer> => {
    const offers = caps.map((group) => under(project, group))
    return [...offers, isFull ? inFull(project) : undefined].flatMap((offer) => (offer === undefined ? [] : [offer]))
  }
}
