import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareByHand } from './graded.oracle.ts'
import { compareByRemoval, medianGrade, withoutMissing } from './graded.ts'
import { compareByMedian } from './highest-median.ts'

/** Two tallies of as many voters each, over four grades. */
const tallies = fc
  .integer({ min: 0, max: 24 })
  .chain((voters) =>
    fc.tuple(fc.array(fc.nat(3), { minLength: voters, maxLength: voters }), fc.array(fc.nat(3), { minLength: voters, maxLength: voters })),
  )
  .map((grades) => grades.map((given) => [0, 1, 2, 3].map((grade) => BigInt(given.filter((one) => one === grade).length))))

describe('grades', () => {
  it('compare as if medians were taken out one by one', () => {
    fc.assert(
      fc.property(tallies, ([left = [], right = []]) => {
        expect(Math.sign(compareByRemoval(left, right)) + 0).toBe(Math.sign(compareByHand(left, right)))
      }),
      { numRuns: 500 },
    )
  })
  it('have the lower of two medians', () => {
    expect([medianGrade([1n, 1n, 2n]), medianGrade([0n, 0n, 1n]), medianGrade([2n, 0n, 2n]), medianGrade([])]).toStrictEqual([1, 2, 0, 0])
  })
  it('are completed for voters who gave none', () => {
    const given = [
      [1n, 0n, 2n],
      [0n, 1n, 0n],
      [0n, 0n, 0n],
    ]
    expect(withoutMissing(given, 4n, { type: 'grade', grade: 1 })).toStrictEqual([
      [1n, 1n, 2n],
      [0n, 4n, 0n],
      [0n, 4n, 0n],
    ])
    expect(withoutMissing(given, 4n, { type: 'median' })).toStrictEqual([
      [1n, 0n, 3n],
      [0n, 4n, 0n],
      [4n, 0n, 0n],
    ])
    expect(withoutMissing(given, 4n, { type: 'normalised' })).toStrictEqual([
      [1n, 0n, 2n],
      [0n, 3n, 0n],
      [3n, 0n, 0n],
    ])
  })
  it('order options of one median as each of the papers does', () => {
    // Of 100 voters 40 above and 30 below the median, against 12 and 1, against 30 and 40.
    const [left, middle, right] = [
      [30n, 30n, 40n],
      [1n, 87n, 12n],
      [40n, 30n, 30n],
    ] as const
    const order = (name: 'removal' | 'gauge' | 'typical' | 'usual' | 'central'): ReadonlyArray<bigint> =>
      [left, middle, right].toSorted(compareByMedian(name)).map(([worst]) => worst)
    expect(order('removal')).toStrictEqual([30n, 1n, 40n])
    expect(order('gauge')).toStrictEqual([30n, 1n, 40n])
    expect(order('typical')).toStrictEqual([1n, 30n, 40n])
    expect(order('usual')).toStrictEqual([30n, 1n, 40n])
    expect(order('central')).toStrictEqual([1n, 30n, 40n])
  })
})
