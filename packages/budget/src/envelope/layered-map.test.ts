import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyLayers, entriesOf, entryOf, withEntries } from './layered-map.ts'
import type { LayeredMap } from './layered-map.ts'

describe('a layered map', () => {
  it('holds what a map holds that is copied at each step, in the same order, and no earlier one is changed', () => {
    const step = fc.array(fc.tuple(fc.integer({ max: 40, min: 0 }).map(String), fc.nat()), { maxLength: 5 })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let [slow, quick]: readonly [ReadonlyMap<string, number>, LayeredMap<number>] = [new Map(), emptyLayers]
        const past: Array<readonly [typeof slow, typeof quick]> = []
        for (const entries of steps) {
          past.push([slow, quick])
          slow = new Map([...slow, ...entries])
          quick = withEntries(quick, entries)
        }
        for (const [expected, given] of [...past, [slow, quick] as const]) {
          expect([...entriesOf(given)]).toStrictEqual([...expected])
          for (const [key, value] of expected) expect(entryOf(given, key)).toBe(value)
          expect(entryOf(given, 'nowhere')).toBeUndefined()
        }
      }),
    )
  })
  it('has few layers, each at least twice as large as the next', () => {
    let map: LayeredMap<number> = emptyLayers
    for (let place = 0; place < 3000; place++) map = withEntries(map, [[`${place % 2000}`, place]])
    const sizes = map.layers.map(({ size }) => size)
    expect(sizes.length).toBeLessThanOrEqual(12)
    for (const [place, size] of sizes.slice(1).entries()) expect(size * 2).toBeLessThanOrEqual(sizes[place] ?? 0)
  })
})
