import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestSetsByTrying } from './best-sets.oracle.ts'
import { bestSets } from './best-sets.ts'
import { greatestValue } from './greatest-value.ts'
import { boundOf } from './relaxation.ts'
import type { Item, Room } from './room.ts'

const small = fc.bigInt({ min: 0n, max: 12n })
const large = fc.bigInt({ min: 10n ** 20n - 2n, max: 10n ** 20n + 2n })

const itemsOf = (count: number): fc.Arbitrary<ReadonlyArray<Item>> =>
  fc.constantFrom(small, large, fc.constant(3n)).chain((cost) =>
    fc.array(fc.record({ cost, value: fc.oneof(fc.bigInt({ min: 1n, max: 4n }), fc.bigInt({ min: 10n ** 18n, max: 10n ** 18n + 3n })) }), {
      minLength: count,
      maxLength: count,
    }),
  )

/** Items worth what they cost, or some other number of times that. */
const levelItems = (count: number): fc.Arbitrary<ReadonlyArray<Item>> =>
  fc
    .tuple(fc.array(fc.bigInt({ min: 1n, max: 30n }), { minLength: count, maxLength: count }), fc.bigInt({ min: 1n, max: 6n }))
    .map(([costs, times]) => costs.map((cost) => ({ cost: 2n * cost, value: times * cost })))

/** A budget, with rooms of money and of number that may overlap in any way. */
const problems = (most: number): fc.Arbitrary<{ readonly items: ReadonlyArray<Item>; readonly rooms: ReadonlyArray<Room> }> =>
  fc.nat(12).chain((count) => {
    const places = Array.from({ length: count }, (_, item) => item)
    return fc.oneof({ weight: 3, arbitrary: itemsOf(count) }, { weight: 1, arbitrary: levelItems(count) }).chain((items) => {
      const total = items.reduce((sum, { cost }) => sum + cost, 0n)
      const money = fc.integer({ min: 0, max: 12 }).map((tenths) => (total * BigInt(tenths)) / 10n)
      const room = fc
        .record({
          inside: fc.oneof(fc.subarray(places), fc.constantFrom(places.slice(0, 4), places.slice(4, 8), places.slice(0, 8))),
          isMoney: fc.boolean(),
          share: money,
          number: fc.bigInt({ min: 0n, max: 3n }),
        })
        .map(({ inside, isMoney, share, number }): Room => ({ items: inside, isMoney, left: isMoney ? share : number }))
      return fc
        .record({ left: money, others: fc.array(room, { maxLength: most }) })
        .map(({ left, others }) => ({ items, rooms: [{ items: places, isMoney: true, left }, ...others] }))
    })
  })

const textOf = (items: number, members: ReadonlyArray<number>): string =>
  Array.from({ length: items }, (_, item) => (members.includes(item) ? '1' : '0')).join('')

describe('the best sets', () => {
  it.each([
    ['within a budget', 0],
    ['within a budget, caps and exclusions', 4],
  ])('%s are the first and the last of all that are tried', (_, most) => {
    fc.assert(
      fc.property(problems(most), ({ items, rooms }) => {
        const all = bestSetsByTrying(items, rooms)
        const found = bestSets(items, rooms, 1_000_000)
        expect(found && [found.first, found.last].map((members) => textOf(items.length, members))).toStrictEqual([all[0], all.at(-1)])
      }),
      { numRuns: 300 },
    )
  })
  it('are worth what the search says, down to the last unit', () => {
    fc.assert(
      fc.property(problems(4), ({ items, rooms }) => {
        const [best = ''] = bestSetsByTrying(items, rooms)
        const value = items.reduce((sum, item, place) => (best[place] === '1' ? sum + item.value : sum), 0n)
        expect(greatestValue(items, rooms, 0n, 1_000_000)?.value).toBe(value)
      }),
      { numRuns: 600 },
    )
  })
  it('are bounded from above by parts, each rounded up', () => {
    const items = [
      { cost: 2n, value: 3n },
      { cost: 2n, value: 3n },
    ]
    const rooms = [[0, 1], [0], [1]].map((inside) => ({ items: inside, isMoney: true, left: 1n }))
    expect(boundOf(items, rooms, [0n, 0n, 0n])(0n, [4n, 1n, 1n], 0)).toBe(4n)
    expect(boundOf(items, rooms, [1n, 0n, 0n])(0n, [4n, 1n, 1n], 0)).toBe(6n)
  })
  it('are not told where there is too much to look at', () => {
    const items = Array.from({ length: 40 }, (_, place) => ({ cost: 10n ** 12n + BigInt(place * place), value: 10n ** 12n + BigInt(place * place) }))
    const rooms = [{ items: [...items.keys()], isMoney: true, left: 20n * 10n ** 12n + 7_001n }]
    expect(bestSets(items, rooms, 2000)).toBeUndefined()
  })
})
