import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sequenceNumbers } from './sequence-numbers.ts'

const numbers = (expected?: number): ((sequence: ReadonlyArray<number>) => number) => {
  const { begin, room, numberOf } = sequenceNumbers(expected)
  return (sequence) => {
    const from = begin(sequence.length)
    room().set(sequence, from)
    return numberOf(from + sequence.length)
  }
}
const byMap = (): ((sequence: ReadonlyArray<number>) => number) => {
  const kept = new Map<string, number>()
  return (sequence) => {
    const text = sequence.join()
    const number = kept.get(text) ?? kept.size
    kept.set(text, number)
    return number
  }
}

/** A pair whose FNV-1a hash is that of every other such pair: the second number undoes what the first did. */
const colliding = (first: number): ReadonlyArray<number> => [first, Math.imul(0x811c9dc5 ^ first, 0x01000193) ^ 12345]

describe('sequence numbers', () => {
  it.each([0, 1, 512, 3000])('numbers sequences as a Map does, %s of them expected', (expected) => {
    const few = fc.array(fc.integer({ min: -1, max: 3 }), { maxLength: 6 })
    const pair = fc.nat(300).map(colliding)
    fc.assert(
      fc.property(fc.array(fc.oneof(few, pair), { maxLength: 3000, size: 'max' }), (sequences) => {
        expect(sequences.map(numbers(expected))).toStrictEqual(sequences.map(byMap()))
      }),
      { numRuns: 20 },
    )
  })
  it('keeps each distinct sequence once, one behind another', () => {
    const { begin, room, numberOf, sequences } = sequenceNumbers()
    for (const sequence of [[7, 8], [], [9], [7, 8], [], [9, 9]]) {
      const from = begin(sequence.length)
      room().set(sequence, from)
      numberOf(from + sequence.length)
    }
    const { count, all, ends } = sequences()
    expect([count, [...ends.subarray(0, count)], [...all.subarray(0, ends[count - 1])]]).toStrictEqual([4, [2, 2, 3, 5], [7, 8, 9, 9, 9]])
  })
  it('takes sequences that collide in linear time, many times widened', () => {
    const numberOf = numbers()
    const all = Array.from({ length: 50_000 }, (_, place) => colliding(place))
    expect(all.map(numberOf)).toStrictEqual([...all.keys()])
    expect(all.map(numberOf)).toStrictEqual([...all.keys()])
  }, 5000)
})
