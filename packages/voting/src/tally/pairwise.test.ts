import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profileOf } from '@isegoria/election'
import type { Ballot, Election } from '@isegoria/election'
import { pairsOfRankings } from './pairs-of-rankings.ts'
import { pairwise } from './pairwise.ts'
import type { Unranked } from './pairwise.ts'
import { preferencesOf } from './preferences.ts'

const ids = ['a', 'b', 'c', 'd', 'e']
const electionOf = (ballots: ReadonlyArray<Ballot>): Election => ({
  options: ids.map((id) => ({ id, cost: 0n })),
  profile: profileOf(ballots),
  decimals: 0,
})

const ballot: fc.Arbitrary<Ballot> = fc.oneof(
  fc.shuffledSubarray(ids).map((ranking): Ballot => ({ type: 'ordinal', ranking })),
  fc.array(fc.nat(3), { minLength: ids.length, maxLength: ids.length }).map((places): Ballot => {
    const tiers = [1, 2, 3].map((tier) => ids.filter((_, option) => places[option] === tier))
    return { type: 'weak-order', tiers: tiers.filter((tier) => tier.length > 0) }
  }),
)

/** The tier in which a ballot has an option, as one reads it. */
const placeOn = (given: Ballot, id: string): number => {
  const tiers = given.type === 'ordinal' ? given.ranking.map((one) => [one]) : given.type === 'weak-order' ? given.tiers : []
  return tiers.findIndex((tier) => tier.includes(id))
}

/** Whether the voter prefers the first option: counted voter by voter, as one says it. */
const prefers = (given: Ballot, better: string, worse: string, unranked: Unranked): boolean => {
  const [high, low] = [placeOn(given, better), placeOn(given, worse)]
  if (high === -1) return false
  return low === -1 ? unranked === 'last' : high < low
}

describe('the pairwise matrix', () => {
  it.each(['last', 'ignored'] as const)('is what one counts voter by voter, unranked options %s', (unranked) => {
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 20 }), (all) => {
        const counted = ids.flatMap((better) =>
          ids.map((worse) => all.filter((one) => better !== worse && prefers(one, better, worse, unranked)).length),
        )
        expect([...pairwise(preferencesOf(electionOf(all)), unranked)]).toStrictEqual(counted)
      }),
    )
  })
  it.each(['last', 'ignored'] as const)('is the same straight from the numbers of ballots, unranked options %s', (unranked) => {
    const rankings = fc.oneof(
      fc.array(fc.constantFrom(...ids, 'x'), { maxLength: 6 }).map((ranking): Ballot => ({ type: 'ordinal', ranking })),
      fc.shuffledSubarray([...ids, 'x', 'y']).map((ranking): Ballot => ({ type: 'ordinal', ranking })),
      fc.option(fc.constantFrom(...ids, 'x')).map((choice): Ballot => ({ type: 'choose-one', choice })),
    )
    let compared = 0
    fc.assert(
      fc.property(fc.array(rankings, { maxLength: 12 }), (all) => {
        const direct = pairsOfRankings(electionOf(all), unranked)
        const repeats = all.some((one) => one.type === 'ordinal' && new Set(one.ranking).size < one.ranking.length)
        expect(direct === undefined).toBe(repeats)
        if (direct === undefined) return
        compared++
        expect([...direct]).toStrictEqual([...pairwise(preferencesOf(electionOf(all)), unranked)])
      }),
      { numRuns: 300 },
    )
    expect(compared).toBeGreaterThan(20)
    expect(pairsOfRankings(electionOf([{ type: 'weak-order', tiers: [['a', 'b']] }]), unranked)).toBeUndefined()
  })
  it('ignores who is no option, and counts an option that a ballot repeats where it stands first', () => {
    const all: ReadonlyArray<Ballot> = [{ type: 'ordinal', ranking: ['b', 'x', 'a', 'b'] }]
    const { entries, tiers, isStrict } = preferencesOf(electionOf(all))
    expect([[...entries], [...tiers], isStrict]).toStrictEqual([[1, 0], [0, 1], true])
  })
})
