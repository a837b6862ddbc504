/** Fractions from 0 to 1 and small multiples of them, as whole numbers of some smallest unit; every result is rounded down. */
export interface FixedPoint<N> {
  readonly zero: N
  /** How many units make 1. */
  readonly one: N
  readonly from: (units: bigint) => N
  readonly units: (value: N) => bigint
  readonly plus: (left: N, right: N) => N
  readonly minus: (left: N, right: N) => N
  readonly isBelow: (left: N, right: N) => boolean
  /** `left × right ÷ one`, for a `right` up to 1. */
  readonly product: (left: N, right: N) => N
  /** Divides by a whole number. */
  readonly part: (value: N, divisor: N) => N
  /** Multiplies by a number of voters. */
  readonly times: (value: N, voters: number) => N
}

/** Of any size and any number of digits. */
export const largeFixedPoint = (one: bigint): FixedPoint<bigint> => ({
  zero: 0n,
  one,
  from: (units) => units,
  units: (value) => value,
  plus: (left, right) => left + right,
  minus: (left, right) => left - right,
  isBelow: (left, right) => left < right,
  product: (left, right) => (left * right) / one,
  part: (value, divisor) => value / divisor,
  times: (value, voters) => value * BigInt(voters),
})

/** Digits with which `smallFixedPoint` is exact. */
export const mostSmallDigits = 9

/**
 * The same in safe integers: exact for a `one` of at most 10^9, products of less than 2^37 units, and sums of less than
 * 2^53 units, which is for whom it is used to see to.
 *
 * A product is estimated in floating point, which is wrong by less than one unit: less than 2^67 is held to 2^14, and
 * 2^14 ÷ 10^9 is far below 1. What remains is then between -10^9 and 2 × 10^9, so that its last 32 bits tell it exactly,
 * and by it the estimate is put right. The quotient of safe integers, rounded down, is exact.
 */
export const smallFixedPoint = (one: number): FixedPoint<number> => ({
  zero: 0,
  one,
  from: Number,
  units: BigInt,
  plus: (left, right) => left + right,
  minus: (left, right) => left - right,
  isBelow: (left, right) => left < right,
  product: (left, right) => {
    if (right === one) return left
    const estimate = Math.floor((left * right) / one)
    const rest = (Math.imul(left, right) - Math.imul(estimate, one)) | 0
    return rest < 0 ? estimate - 1 : rest < one ? estimate : estimate + 1
  },
  part: (value, divisor) => Math.floor(value / divisor),
  times: (value, voters) => value * voters,
})

/** The quotient rounded up, for numbers that are not negative. */
export const quotientUp = (dividend: bigint, divisor: bigint): bigint => (dividend + divisor - 1n) / divisor

/**
 * Units as decimal text with all digits, which shows how far a count was exact.
 *
 * @example fixedText(2500n, 3) // => '2.500'
 */
export const fixedText = (units: bigint, decimals: number): string => {
  const digits = `${units < 0n ? -units : units}`.padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  return `${units < 0n ? '-' : ''}${digits.slice(0, cut)}${decimals === 0 ? '' : `.${digits.slice(cut)}`}`
}
