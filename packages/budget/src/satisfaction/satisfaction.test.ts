import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ratio } from '@isegoria/exact'
import { binaryLogarithm } from './logarithm.ts'
import { wholeRoot } from './square-root.ts'

const power = (base: bigint, exponent: number): bigint => {
  let product = 1n
  for (let count = 0; count < exponent; count++) product *= base
  return product
}

describe('the root of a whole number', () => {
  it('is the greatest whose square is not above it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 60n }), (square) => {
        const root = wholeRoot(square)
        expect(root * root <= square && square < (root + 1n) * (root + 1n)).toBe(true)
      }),
    )
  })
  it('is exact for squares', () => {
    for (let root = 0n; root < 300n; root++) expect(wholeRoot(root * root)).toBe(root)
  })
})

describe('the binary logarithm', () => {
  it('is whole for powers of two', () => {
    for (const exponent of [0, 1, 7, 90]) expect(binaryLogarithm(ratio(power(2n, exponent)))).toStrictEqual(ratio(BigInt(exponent)))
  })
  it('has 10 places that a power of 1024 confirms', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 1000n }), (above, denominator) => {
        const numerator = denominator + above
        const { numerator: log, denominator: over } = binaryLogarithm(ratio(numerator, denominator))
        const places = Number((log * 1024n) / over)
        const [left, right] = [power(numerator, 1024), power(denominator, 1024)]
        expect(left >= right << BigInt(places) && left < right << BigInt(places + 1)).toBe(true)
      }),
    )
  })
  it('has 19 decimals', () => {
    const { numerator, denominator } = binaryLogarithm(ratio(3n))
    expect((numerator * 10n ** 19n) / denominator).toBe(15849625007211561814n)
  })
})
