import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byCodeUnit, canonicalHash, canonicalText, decode, E, Instant, isBefore, replay, seededPrng, uuidV7 } from './index.ts'

describe('canonical JSON', () => {
  it('writes one text for one value', () => {
    expect(canonicalText({ b: [1, 'é'], a: null })).toBe('{"a":null,"b":[1,"é"]}')
    expect(canonicalHash({ a: 1, b: 2 })).toBe(canonicalHash({ b: 2, a: 1 }))
  })
  it('refuses what JSON cannot say', () => {
    for (const value of [new Map(), 1n, undefined, Number.NaN, '\ud800', () => 1]) expect(() => canonicalText(value)).toThrow()
  })
  it('refuses more than 64 levels', () => {
    let deep: unknown = 0
    for (let level = 0; level < 65; level++) deep = [deep]
    expect(() => canonicalText(deep)).toThrow(RangeError)
  })
  it('is the same after a round trip through JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'small' }), (value) => {
        expect(canonicalText(JSON.parse(canonicalText(value)))).toBe(canonicalText(JSON.parse(JSON.stringify(value))))
      }),
    )
  })
})

describe('the seeded generator', () => {
  it('gives the same numbers for ever', () => {
    const prng = seededPrng('isegoria')
    expect(Array.from({ length: 10 }, () => prng.below(1000))).toMatchInlineSnapshot(`
      [
        491,
        954,
        143,
        700,
        836,
        808,
        742,
        40,
        935,
        278,
      ]
    `)
  })
  it('stays below its bound, and refuses bounds it cannot serve', () => {
    const prng = seededPrng('bounds')
    for (let bound = 1; bound < 200; bound++) expect(prng.below(bound)).toBeLessThan(bound)
    for (const bound of [0, -1, 1.5, 2 ** 33, Number.NaN]) expect(() => prng.below(bound)).toThrow(RangeError)
  })
})

describe('instants', () => {
  it('are ISO 8601 in UTC and nothing else', () => {
    expect(E.isRight(decode(Instant, '2026-03-01T08:00:00Z'))).toBe(true)
    for (const text of ['2026-03-01', '2026-13-01T08:00:00Z', '2026-03-01T08:00:00+01:00', '', 'now'])
      expect(E.isLeft(decode(Instant, text))).toBe(true)
  })
  it('compare with and without milliseconds', () => {
    const [first, second] = ['2026-03-01T08:00:00Z', '2026-03-01T08:00:00.001Z'].map((text) => decode(Instant, text))
    if (first === undefined || second === undefined || E.isLeft(first) || E.isLeft(second)) throw new Error('unreachable')
    expect(isBefore(first.right, second.right)).toBe(true)
    expect(isBefore(second.right, first.right)).toBe(false)
  })
})

describe('small things', () => {
  it('replays events in order', () => {
    expect(replay({ initialState: '', evolve: (state: string, event: string) => state + event }, ['a', 'b'])).toBe('ab')
  })
  it('sorts by code unit, not by language', () => {
    expect(['é', 'z', '10', '2', 'Z'].toSorted(byCodeUnit)).toStrictEqual(['10', '2', 'Z', 'z', 'é'])
  })
  it('makes ids that sort by time', () => {
    const ids = Array.from({ length: 100 }, uuidV7)
    expect(ids.toSorted(byCodeUnit)).toStrictEqual(ids)
  })
})
