import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numbering } from './numbering.ts'

const numbers = (hashOf: (key: string) => number): ((key: string) => number) => {
  const kept: Array<string> = []
  return numbering<string>({
    hashOf,
    keep: (key) => void kept.push(key),
    isAt: (number, key) => kept[number] === key,
    at: (number) => kept[number] ?? '',
    textOf: (key) => key,
  })
}
const byMap = (): ((key: string) => number) => {
  const kept = new Map<string, number>()
  return (key) => kept.get(key) ?? (kept.set(key, kept.size), kept.size - 1)
}

describe('numbering', () => {
  it.each([
    ['spreads', (key: string) => Math.imul(Number(key), 0x9e3779b1)],
    ['is poor', (key: string) => Number(key) % 7],
    ['is always the same', () => 5],
  ])('numbers keys as a Map does, where their hash %s', (_, hashOf) => {
    fc.assert(
      fc.property(fc.array(fc.nat(3000), { maxLength: 4000, size: 'max' }), (keys) => {
        const texts = keys.map(String)
        expect(texts.map(numbers(hashOf))).toStrictEqual(texts.map(byMap()))
      }),
      { numRuns: 20 },
    )
  })
  it('takes keys that collide in linear time, many times widened', () => {
    const numberOf = numbers(() => 0)
    const all = Array.from({ length: 50_000 }, (_, place) => `${place}`)
    expect(all.map(numberOf)).toStrictEqual([...all.keys()])
    expect(all.map(numberOf)).toStrictEqual([...all.keys()])
  }, 5000)
})
