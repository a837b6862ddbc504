import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, compare, divide, floor, formatMoney, formatRatio, multiply, parseMoney, ratio, subtract, withDecimals, zero } from './index.ts'

const fraction = fc.tuple(fc.bigInt({ min: -999n, max: 999n }), fc.bigInt({ min: 1n, max: 99n })).map(([n, d]) => ratio(n, d))

describe('ratio', () => {
  it('is reduced, with its sign in the numerator', () => {
    expect(ratio(6n, -4n)).toStrictEqual({ numerator: -3n, denominator: 2n })
    expect(formatRatio(ratio(6n, 4n))).toBe('3/2')
    expect(formatRatio(ratio(6n, 3n))).toBe('2')
  })
  it('has no zero denominator', () => {
    expect(() => ratio(1n, 0n)).toThrow(RangeError)
    expect(() => divide(ratio(1n), zero)).toThrow(RangeError)
  })
  it('is a field: what is added or multiplied can be taken back', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(subtract(add(a, b), b)).toStrictEqual(a)
        expect(add(a, b)).toStrictEqual(add(b, a))
        if (b.numerator !== 0n) expect(divide(multiply(a, b), b)).toStrictEqual(a)
      }),
    )
  })
  it('floors downwards, also below zero', () => {
    expect(floor(ratio(-1n, 2n))).toBe(-1n)
    fc.assert(
      fc.property(fraction, (a) => {
        expect(compare(ratio(floor(a)), a)).toBeLessThan(1)
        expect(compare(ratio(floor(a) + 1n), a)).toBe(1)
      }),
    )
  })
})

describe('money', () => {
  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: 0, max: 6 }), (minor, decimals) => {
        const money = { minor, decimals }
        const read = parseMoney(formatMoney(money))
        expect(read).toBeDefined()
        if (read !== undefined) expect(withDecimals(read, decimals)).toStrictEqual(money)
      }),
    )
  })
  it('drops trailing zeros', () => {
    expect(parseMoney('400000.0')).toStrictEqual({ minor: 400000n, decimals: 0 })
    expect(parseMoney('757327.73')).toStrictEqual({ minor: 75732773n, decimals: 2 })
  })
  it.each(['', ' ', '1e5', '1,5', 'x', '.5', '--1', '0x10', 'NaN'])('refuses %j', (text) => {
    expect(parseMoney(text)).toBeUndefined()
  })
})
