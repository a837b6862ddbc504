import { ratio, tenTo } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import type { Satisfaction } from './satisfaction.ts'

const bits = 64n
/** Each squaring doubles the error of the mantissa, so that 192 bits leave more than 120 that are right. */
const mantissaBits = 192n

/**
 * The binary logarithm of a fraction from 1, cut off after 64 binary places, which is 19 decimals.
 *
 * The whole part is the length of the number; then the mantissa is squared again and again, and each time it reaches 2 the
 * next place is 1.
 */
export const binaryLogarithm = ({ numerator, denominator }: Ratio): Ratio => {
  const whole = BigInt((numerator / denominator).toString(2).length - 1)
  let mantissa = (numerator << mantissaBits) / (denominator << whole)
  let logarithm = whole
  for (let bit = 0n; bit < bits; bit++) {
    mantissa = (mantissa * mantissa) >> mantissaBits
    const isSet = mantissa >> (mantissaBits + 1n) > 0n
    if (isSet) mantissa >>= 1n
    logarithm = logarithm * 2n + (isSet ? 1n : 0n)
  }
  return ratio(logarithm, 1n << bits)
}

/** The logarithm of one and the cost in whole units of money, to base 2; the base does not change an order. */
export const logarithm: Satisfaction = {
  name: 'logarithm',
  meaning: 'log(1 + its cost), to 64 binary places',
  reads: 'marks',
  isInCost: false,
  factor: ({ costs, decimals }, project) => binaryLogarithm(ratio(tenTo(decimals) + (costs[project] ?? 0n), tenTo(decimals))),
}
