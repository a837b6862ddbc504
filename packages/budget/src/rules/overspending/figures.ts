import { divide, formatMoney, formatRatio, multiply, ratio, subtract, tenTo } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import type { Enclosure, Interval } from './enclosure.ts'
import type { Holding } from './holding.ts'
import { raisedBy } from './offer.ts'
import type { Offer } from './offer.ts'
import type { Prices } from './prices.ts'

const longest = 40
const digits = 12

/** What a round tells of its purchase. */
export interface Figures {
  readonly alpha: string
  /** What a supporter pays who has that much. */
  readonly price: string
}

const isShort = ({ denominator }: Ratio): boolean => denominator < tenTo(longest)

/** Prices as fractions, while these are short. */
export const figuresOf = (endowment: Ratio, prices: Prices, decimals: number) => {
  const exact: Array<Ratio | undefined> = []

  const fractionOf = ({ voters, payers }: Holding): Ratio | undefined => {
    let sum = multiply(endowment, ratio(BigInt(voters)))
    for (let purchase = 0; purchase < payers.length; purchase++) {
      if (payers[purchase] === 0) continue
      const price = exact[purchase]
      if (price === undefined) return undefined
      sum = subtract(sum, multiply(price, ratio(BigInt(payers[purchase] ?? 0))))
      if (!isShort(sum)) return undefined
    }
    return sum
  }

  /** The number that an ever closer interval closes in on, cut off. */
  const cut = (intervalIn: (enclosure: Enclosure) => Interval): string => {
    let text = ''
    prices.enclosed((enclosure) => {
      const { low, high } = intervalIn(enclosure)
      const { bits } = enclosure
      const [least, most] = [(low * tenTo(digits)) >> BigInt(bits), (high * tenTo(digits)) >> BigInt(bits)]
      text = `${formatMoney({ minor: most, decimals: digits })}…`
      return least === most
    })
    return text
  }
  const textOf = (number: Ratio | undefined, intervalIn: (enclosure: Enclosure) => Interval): string => {
    const text = number === undefined ? '' : formatRatio(number)
    return text !== '' && text.length <= longest ? text : cut(intervalIn)
  }

  /** Of an offer that has just been bought. */
  return (offer: Offer): Figures => {
    const purchase = prices.length - 1
    const { cost, rich, cap, poor } = offer
    const raised = raisedBy(offer)
    const sum = raised === undefined ? ratio(cost) : fractionOf(raised)
    const given = fractionOf(poor)
    const purse = cap !== undefined ? fractionOf(cap) : given && divide(subtract(ratio(cost), given), ratio(BigInt(rich)))
    const alpha = sum && divide(sum, ratio(cost))
    const price = purse && alpha && divide(purse, alpha)
    exact.push(price !== undefined && isShort(price) ? price : undefined)
    return {
      alpha: textOf(alpha, (enclosure) => {
        const { sum: all } = enclosure.raised(offer)
        return { low: all.low / cost, high: all.high / cost + 1n }
      }),
      price: textOf(price && multiply(price, ratio(1n, tenTo(decimals))), (enclosure) => {
        const { low, high } = enclosure.priceOf(purchase)
        return { low: low / tenTo(decimals), high: high / tenTo(decimals) + 1n }
      }),
    }
  }
}
