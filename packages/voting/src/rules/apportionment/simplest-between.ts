import { divide, floor, ratio, subtract } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'

/**
 * The fraction with the least denominator, and then the least numerator, strictly between two that are not negative;
 * above `low` where there is no `high`.
 *
 * Errors: throws `RangeError` where there is nothing between them. Cost: a step for each term of the continued fraction.
 * @example
 * import { ratio } from '@isegoria/exact'
 *
 * simplestBetween(ratio(314n, 100n), ratio(315n, 100n)) // => { numerator: 22n, denominator: 7n }
 */
export const simplestBetween = (low: Ratio, high: Ratio | undefined): Ratio => {
  if (high !== undefined && low.numerator * high.denominator >= high.numerator * low.denominator)
    throw new RangeError('there is nothing between the two')
  const terms: Array<bigint> = []
  let [from, to] = [low, high]
  for (;;) {
    const whole = floor(from)
    const next = ratio(whole + 1n)
    if (to === undefined || next.numerator * to.denominator < to.numerator) {
      return terms.reduceRight((rest, term) => ratio(term * rest.numerator + rest.denominator, rest.numerator), next)
    }
    terms.push(whole)
    const [lowRest, highRest] = [subtract(from, ratio(whole)), subtract(to, ratio(whole))]
    const isWhole = lowRest.numerator === 0n
    from = divide(ratio(1n), highRest)
    to = isWhole ? undefined : divide(ratio(1n), lowRest)
  }
}
