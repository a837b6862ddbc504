import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { draw } from './draw.ts'
import type { PoolMember } from './pool.ts'
import { quotasOf } from './quotas-of.ts'
import type { Stratum } from './quotas-of.ts'

const plain = { noNullPrototype: true } as const
const names = ['east', 'north', 'south', 'west']
const terms = fc
  .record(
    {
      weights: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 4 }),
      reserves: fc.integer({ min: 0, max: 3 }),
      seats: fc.integer({ min: 1, max: 12 }),
      sizes: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 4, maxLength: 4 }),
    },
    plain,
  )
  .filter(({ weights }) => weights.some((weight) => weight > 0))
  .map(({ weights, reserves, seats, sizes }) => {
    const strata: ReadonlyArray<Stratum> = weights.map((weight, place) => ({ id: names[place] ?? '', weight, reserves }))
    const pool = strata.flatMap(({ id }, place) =>
      Array.from({ length: sizes[place] ?? 0 }, (_, one): PoolMember => ({ key: `${one}${id}`, stratum: id })),
    )
    return { strata, seats, pool }
  })
const shuffled = <Item>(items: ReadonlyArray<Item>) => fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length })

describe('quotas by largest remainder', () => {
  it('gives the seats of a textbook', () => {
    const strata = [47000, 16000, 15900, 12000, 6000, 3100].map((weight, place) => ({ id: `${place}`, weight, reserves: 0 }))
    expect(quotasOf(10, strata).map(({ quota }) => quota)).toStrictEqual([5, 2, 1, 1, 1, 0])
  })
  it('gives a tie to the heavier stratum, then to the first by name', () => {
    const strata = ['b', 'a', 'c'].map((id) => ({ id, weight: 1, reserves: 0 }))
    expect(quotasOf(4, strata).map(({ id, quota }) => [id, quota])).toStrictEqual([
      ['a', 2],
      ['b', 1],
      ['c', 1],
    ])
    expect(
      quotasOf(2, [
        { id: 'a', weight: 1, reserves: 0 },
        { id: 'b', weight: 3, reserves: 0 },
      ]).map(({ quota }) => quota),
    ).toStrictEqual([0, 2])
  })
  it('gives all seats, each stratum its exact share rounded down or up, whatever the weights', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.array(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), { minLength: 1, maxLength: 6 }),
        (seats, weights) => {
          fc.pre(weights.some((weight) => weight > 0))
          const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
          const quotas = quotasOf(
            seats,
            weights.map((weight, place) => ({ id: `${place}`, weight, reserves: 0 })),
          )
          expect(quotas.reduce((sum, { quota }) => sum + quota, 0)).toBe(seats)
          const rests = quotas.map(({ weight, quota }) => ({ over: BigInt(quota) * total - BigInt(seats) * BigInt(weight) }))
          for (const { over } of rests) expect(over > -total && over < total).toBe(true)
          const up = rests.filter(({ over }) => over > 0n).map(({ over }) => total - over)
          const down = rests.filter(({ over }) => over <= 0n).map(({ over }) => -over)
          for (const one of up) for (const other of down) expect(one >= other).toBe(true)
        },
      ),
    )
  })
})

describe('I25: a draw follows from the pool, the seed and the algorithm', () => {
  it('is the same on every machine, for ever', () => {
    const pool = Array.from({ length: 6 }, (_, place) => ({ key: `k${place}`, stratum: place < 4 ? 'north' : 'south' }))
    const strata = [
      { id: 'south', weight: 1, reserves: 1 },
      { id: 'north', weight: 2, reserves: 1 },
    ]
    expect(draw(pool, strata, 3, 'the round of 3 March')).toMatchInlineSnapshot(`
      {
        "_tag": "Right",
        "right": {
          "algorithm": "stratified-largest-remainder/sha256-counter",
          "reserves": [
            {
              "key": "k3",
              "stratum": "north",
            },
            {
              "key": "k4",
              "stratum": "south",
            },
          ],
          "selected": [
            {
              "key": "k0",
              "stratum": "north",
            },
            {
              "key": "k1",
              "stratum": "north",
            },
            {
              "key": "k5",
              "stratum": "south",
            },
          ],
          "version": "1",
        },
      }
    `)
  })
  it('is the same however pool and strata are ordered', () => {
    fc.assert(
      fc.property(
        terms.chain(({ strata, pool, seats }) => fc.tuple(fc.constant({ strata, pool, seats }), shuffled(pool), shuffled(strata))),
        ([{ strata, pool, seats }, poolAgain, strataAgain]) => {
          expect(draw(poolAgain, strataAgain, seats, 'seed')).toStrictEqual(draw(pool, strata, seats, 'seed'))
        },
      ),
    )
  })
  it('is another with another seed: of a hundred, no two agree where 76 million panels can be drawn', () => {
    const pool = Array.from({ length: 40 }, (_, place) => ({ key: `k${place}`, stratum: 'town' }))
    const panels = Array.from({ length: 100 }, (_, seed) => JSON.stringify(draw(pool, [{ id: 'town', weight: 1, reserves: 0 }], 8, `seed ${seed}`)))
    expect(new Set(panels).size).toBe(100)
  })
  it('gives each member the same chance', () => {
    const pool = Array.from({ length: 10 }, (_, place) => ({ key: `k${place}`, stratum: 'town' }))
    const times = new Map<string, number>()
    for (let seed = 0; seed < 4000; seed++) {
      const drawn = draw(pool, [{ id: 'town', weight: 1, reserves: 0 }], 3, `${seed}`)
      if (E.isRight(drawn)) for (const { key } of drawn.right.selected) times.set(key, (times.get(key) ?? 0) + 1)
    }
    expect(times.size).toBe(10)
    // 1200 expected, with a standard deviation of 29.
    for (const count of times.values()) expect(Math.abs(count - 1200)).toBeLessThan(130)
  })
  it('meets each quota exactly, with nobody twice, or names the stratum that cannot be filled', () => {
    const seen = { met: 0, refused: 0 }
    fc.assert(
      fc.property(terms, ({ strata, pool, seats }) => {
        const drawn = draw(pool, strata, seats, 'seed')
        const sizes = new Map(strata.map(({ id }) => [id, pool.filter(({ stratum }) => stratum === id).length]))
        const quotas = quotasOf(seats, strata)
        const short = quotas.find(({ id, quota }) => (sizes.get(id) ?? 0) < quota)
        if (short !== undefined) {
          seen.refused++
          expect(drawn).toStrictEqual(E.left({ type: 'StratumTooSmall', stratum: short.id, quota: short.quota, count: sizes.get(short.id) }))
          return
        }
        seen.met++
        if (E.isLeft(drawn)) throw new Error(drawn.left.type)
        const { selected, reserves } = drawn.right
        for (const { id, quota, reserves: wanted } of quotas) {
          expect(selected.filter(({ stratum }) => stratum === id)).toHaveLength(quota)
          const rest = quota === 0 ? 0 : Math.min(wanted, (sizes.get(id) ?? 0) - quota)
          expect(reserves.filter(({ stratum }) => stratum === id)).toHaveLength(rest)
        }
        const all = [...selected, ...reserves]
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
        for (const one of all) expect(pool).toContainEqual(one)
      }),
    )
    expect(Math.min(seen.met, seen.refused)).toBeGreaterThan(10)
  })
  it('draws from no pool that is none', () => {
    const town = { id: 'town', weight: 1, reserves: 0 }
    const a = { key: 'a', stratum: 'town' }
    expect(draw([a, a], [town], 1, 's')).toStrictEqual(E.left({ type: 'MemberTwice', key: 'a' }))
    expect(draw([{ key: 'b', stratum: 'moon' }], [town], 1, 's')).toStrictEqual(E.left({ type: 'StratumUnknown', stratum: 'moon' }))
    expect(draw([a], [town, town], 1, 's')).toStrictEqual(E.left({ type: 'StratumTwice', stratum: 'town' }))
    expect(draw([a], [{ ...town, weight: 0 }], 1, 's')).toStrictEqual(E.left({ type: 'StrataWeighNothing' }))
    expect(draw([a], [], 1, 's')).toStrictEqual(E.left({ type: 'StrataWeighNothing' }))
    expect(draw([a], [town], 0, 's')).toStrictEqual(E.left({ type: 'NotAWholeNumber', field: 'seats', value: 0 }))
    expect(draw([a], [{ ...town, weight: 0.5 }], 1, 's')).toStrictEqual(E.left({ type: 'NotAWholeNumber', field: 'weight', value: 0.5 }))
    expect(draw([a], [{ ...town, id: ' ' }], 1, 's')).toStrictEqual(E.left({ type: 'StratumUnnamed' }))
  })
})
