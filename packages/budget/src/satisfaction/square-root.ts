import { ratio, tenTo } from '@isegoria/exact'
import type { Satisfaction } from './satisfaction.ts'

const places = 12

/** The greatest whole number whose square is not above `square`, by Newton's method. */
export const wholeRoot = (square: bigint): bigint => {
  if (square < 2n) return square
  // A first guess above the root: half as many bits, rounded up.
  let root = 1n << BigInt((square.toString(2).length + 1) >> 1)
  for (;;) {
    const next = (root + square / root) / 2n
    if (next >= root) return root
    root = next
  }
}

/** The square root of the cost in whole units of money, cut off after 12 decimals. */
export const squareRoot: Satisfaction = {
  name: 'square-root',
  meaning: 'the square root of its cost, to 12 decimals',
  reads: 'marks',
  isInCost: false,
  factor: ({ costs, decimals }, project) => ratio(wholeRoot(((costs[project] ?? 0n) * tenTo(2 * places)) / tenTo(decimals)), tenTo(places)),
}
