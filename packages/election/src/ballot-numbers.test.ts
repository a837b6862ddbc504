import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ballot } from './ballot.ts'
import { ballotNumbers } from './ballot-numbers.ts'

const ids = (count: number): ReadonlyArray<string> => Array.from({ length: count }, (_, place) => `o${place}`)

/** The numbers that a ballot is written as, after one that has numbered all options in their order. */
const writtenAs = (count: number, ballot: Ballot): ReadonlyArray<number> => {
  const { numberOf, numbered } = ballotNumbers()
  numberOf({ type: 'ordinal', ranking: ids(count) })
  const number = numberOf(ballot)
  const { all, ends } = numbered().sequences
  return [...all.subarray(ends[number - 1], ends[number])].slice(1)
}

const half = 0x40000000

describe('the numbers of a ballot', () => {
  // Short sets are sorted in another way than long ones.
  const counts = fc.oneof(fc.nat(50), fc.integer({ min: 40, max: 400 }))
  it('are those of its options in ascending order, whatever their number', () => {
    fc.assert(
      fc.property(
        counts.chain((count) => fc.shuffledSubarray([...ids(count)])),
        (approved) => {
          const options = approved.map((id) => Number(id.slice(1)))
          expect(writtenAs(450, { type: 'approval', approved })).toStrictEqual(options.toSorted((left, right) => left - right))
        },
      ),
    )
  })
  it('keep points with their options, and in their order where an option is named again', () => {
    fc.assert(
      fc.property(
        counts.chain((count) => fc.array(fc.tuple(fc.nat(count), fc.integer()), { minLength: count, maxLength: count })),
        (points) => {
          const expected = points.toSorted(([left], [right]) => left - right)
          const scores = points.map(([option, value]): [string, number] => [`o${option}`, value])
          const written = writtenAs(450, { type: 'score', scores })
          expect(written).toStrictEqual(
            expected.flatMap(([option, value]) => [option, Math.floor(value / half), value - Math.floor(value / half) * half]),
          )
        },
      ),
      { numRuns: 60 },
    )
  })
  it('are one number for a large set in any order', () => {
    const { numberOf } = ballotNumbers()
    const large = ids(30_000)
    const first = numberOf({ type: 'approval', approved: large })
    expect(numberOf({ type: 'approval', approved: large.toReversed() })).toBe(first)
    expect(numberOf({ type: 'approval', approved: large.slice(1) })).toBe(first + 1)
    const scores = large.map((id, place): [string, number] => [id, place])
    const second = numberOf({ type: 'score', scores })
    expect(numberOf({ type: 'score', scores: scores.toReversed() })).toBe(second)
  })
})
