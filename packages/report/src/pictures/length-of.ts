import type { Ratio } from '@isegoria/exact'

/**
 * A part of a whole on a scale of a thousand, to a tenth, rounded down: whole numbers decide, so that a picture is the same
 * everywhere. Of nothing it is 0.
 *
 * @example
 * import { ratio } from '@isegoria/exact'
 *
 * lengthOf(ratio(1n, 3n), ratio(1n)) // => 333.3
 */
export const lengthOf = (part: Ratio, whole: Ratio): number =>
  whole.numerator === 0n ? 0 : Number((part.numerator * whole.denominator * 10_000n) / (part.denominator * whole.numerator)) / 10
