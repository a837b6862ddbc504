import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { fixedText, largeFixedPoint, quotientUp, smallFixedPoint } from './fixed-point.ts'
import { levelShares } from './level-shares.ts'

describe('fixed-point numbers', () => {
  it('in safe integers are those in large ones', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, 10, 1000, 100_000, 1_000_000_000),
        fc.nat({ max: 2 ** 31 - 1 }),
        fc.nat({ max: 63 }),
        fc.nat({ max: 1_000_000_000 }),
        (one, low, high, factor) => {
          const left = high * 2 ** 31 + low
          const right = factor % (one + 1)
          const [small, large] = [smallFixedPoint(one), largeFixedPoint(BigInt(one))]
          expect(BigInt(small.product(left, right))).toBe(large.product(BigInt(left), BigInt(right)))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('are exact where an estimate would be a unit too high', () => {
    const { product } = smallFixedPoint(1_000_000_000)
    for (let unit = 1; unit < 2000; unit++) {
      const left = 137_438_953_471 - unit
      expect(BigInt(product(left, 1_000_000_000 - unit))).toBe((BigInt(left) * BigInt(1_000_000_000 - unit)) / 1_000_000_000n)
    }
  })

  it('are written with all their digits', () => {
    expect([fixedText(5n, 0), fixedText(5n, 3), fixedText(-1_500n, 3), fixedText(12_345n, 2)]).toEqual(['5', '0.005', '-1.500', '123.45'])
    expect([quotientUp(6n, 3n), quotientUp(7n, 3n), quotientUp(0n, 3n)]).toEqual([2n, 3n, 0n])
  })
})

const orders = (options: ReadonlyArray<number>): ReadonlyArray<ReadonlyArray<number>> =>
  options.length === 0 ? [[]] : options.flatMap((first) => orders(options.filter((one) => one !== first)).map((rest) => [first, ...rest]))

describe('shares of level options', () => {
  it('are the mean over all strict orders of them', () => {
    const one = 10n ** 40n
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 5 }), (thousandths) => {
        const keep = thousandths.map((part) => (BigInt(part) * one) / 1000n)
        const all = orders(keep.map((_, option) => option))
        const means = keep.map(() => 0n)
        for (const order of all) {
          let vote = one
          for (const option of order) {
            const kept = (vote * (keep[option] ?? 0n)) / one
            means[option] = (means[option] ?? 0n) + kept / BigInt(all.length)
            vote -= kept
          }
        }
        const { kept, passed } = levelShares(largeFixedPoint(one))(keep)
        const near = (left: bigint, right: bigint): boolean => left - right < 1000n && right - left < 1000n
        expect(kept.every((share, option) => near(share, means[option] ?? -one))).toBe(true)
        expect(near(passed, one - kept.reduce((sum, share) => sum + share, 0n))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('of many options in one tier are those in large numbers, in safe ones too', () => {
    const keep = Array.from({ length: 14 }, (_, option) => 1_000_000_000 - 61_234_567 * option)
    const { kept, passed } = levelShares(smallFixedPoint(1_000_000_000))(keep)
    const large = levelShares(largeFixedPoint(1_000_000_000n))(keep.map(BigInt))
    expect([...kept, passed].map(BigInt)).toEqual([...large.kept, large.passed])
  })
})
