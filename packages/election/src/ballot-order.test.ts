import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profileOf } from './index.ts'
import type { Ballot } from './index.ts'

const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'ab', 'a"', '"', '', ' ', '!', 'a ', '\u0001', '\\', 'é', '10', '2', ',', ']'), {
  maxLength: 6,
})
const lists: fc.Arbitrary<Ballot> = fc.oneof(
  names.map((approved): Ballot => ({ type: 'approval', approved })),
  names.map((ranking): Ballot => ({ type: 'ordinal', ranking })),
  names.map(([choice = null]): Ballot => ({ type: 'choose-one', choice })),
  fc.tuple(names, fc.nat(5), fc.nat(5)).map(([ids, first, second]): Ballot => {
    const tiers = [ids.slice(0, first), ids.slice(first, first + second), ids.slice(first + second)]
    return { type: 'weak-order', tiers }
  }),
)
const points: fc.Arbitrary<Ballot> = fc
  .array(fc.tuple(fc.constantFrom('a', '1', 'b"'), fc.constantFrom(0, 1, 5, 12, 120, 2 ** 40, Number.MAX_SAFE_INTEGER)), { maxLength: 3 })
  .map((given): Ballot => ({ type: 'cumulative', points: given }))

describe('the order of a profile', () => {
  it.each([
    ['lists of options', lists],
    ['points too', fc.oneof(lists, points)],
  ])('is that of the texts of its ballots, for %s', (_, ballot) => {
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 40 }), (all) => {
        const texts = profileOf(all).ballots.map((counted) => JSON.stringify(counted.ballot))
        expect(texts).toStrictEqual([...new Set(all.map((one) => JSON.stringify(profileOf([one]).ballots[0]?.ballot)))].toSorted())
      }),
      { numRuns: 500 },
    )
  })
})
