/** An exact fraction, always in lowest terms with a positive denominator. */
export interface Ratio {
  readonly numerator: bigint
  readonly denominator: bigint
}

const greatestCommonDivisor = (left: bigint, right: bigint): bigint => {
  let [a, b] = [left, right]
  while (b !== 0n) [a, b] = [b, a % b]
  return a < 0n ? -a : a
}

/**
 * The fraction `numerator / denominator`, reduced.
 *
 * Errors: throws `RangeError` for a zero denominator, which is a mistake of the programmer and never of a voter.
 * @example ratio(6n, -4n) // => { numerator: -3n, denominator: 2n }
 */
export const ratio = (numerator: bigint, denominator = 1n): Ratio => {
  if (denominator === 0n) throw new RangeError('a fraction has no zero denominator')
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

export const zero: Ratio = { numerator: 0n, denominator: 1n }

/**
 * `left + right`.
 *
 * @example add(ratio(1n, 10n), ratio(2n, 10n)) // => ratio(3n, 10n)
 */
export const add = (left: Ratio, right: Ratio): Ratio =>
  ratio(left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator)

/** `left - right`. */
export const subtract = (left: Ratio, right: Ratio): Ratio =>
  ratio(left.numerator * right.denominator - right.numerator * left.denominator, left.denominator * right.denominator)

/** `left × right`. */
export const multiply = (left: Ratio, right: Ratio): Ratio => ratio(left.numerator * right.numerator, left.denominator * right.denominator)

/** `left ÷ right`. Errors: throws `RangeError` when `right` is zero. */
export const divide = (left: Ratio, right: Ratio): Ratio => ratio(left.numerator * right.denominator, left.denominator * right.numerator)

/**
 * -1, 0 or 1 as `left` is below, equal to or above `right`.
 *
 * @example compare(ratio(1n, 3n), ratio(3n, 10n)) // => 1
 */
export const compare = (left: Ratio, right: Ratio): -1 | 0 | 1 => {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/**
 * The greatest whole number not above the fraction.
 *
 * @example floor(ratio(-3n, 2n)) // => -2n
 */
export const floor = ({ numerator, denominator }: Ratio): bigint => {
  const quotient = numerator / denominator
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient
}

/**
 * The text form of a fraction in outcomes; a whole one has no denominator.
 *
 * @example formatRatio(ratio(6n, 4n)) // => '3/2'
 */
export const formatRatio = ({ numerator, denominator }: Ratio): string => (denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`)
