import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRule, profileBuilder, profileOf } from '@isegoria/election'
import type { Ballot, Election, Parameters, Rule, SeatsOutcome } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { adams } from './adams.ts'
import { awardOneByOne, naiveClaims, quotasThenRemainders } from './apportionment.oracle.ts'
import { danish } from './danish.ts'
import { dhondt } from './dhondt.ts'
import { huntingtonHill } from './huntington-hill.ts'
import { imperiali } from './imperiali.ts'
import { largestRemainder } from './largest-remainder.ts'
import { quotaOf } from './quota.ts'
import { sainteLague } from './sainte-lague.ts'

const divisorRules = [dhondt, sainteLague, danish, imperiali, adams, huntingtonHill]

const electionOf = (votes: ReadonlyArray<number>, seats: number, blank = 0): Election => {
  const builder = profileBuilder()
  for (const [party, own] of votes.entries()) if (own > 0) builder.add({ type: 'choose-one', choice: `p${party}` }, own)
  if (blank > 0) builder.add({ type: 'choose-one', choice: null }, blank)
  return { options: votes.map((_, party) => ({ id: `p${party}`, cost: 0n })), profile: builder.build(), seats, decimals: 0 }
}
const count = (rule: Rule, election: Election, parameters: Parameters = {}): SeatsOutcome => {
  const outcome = applyRule(rule, election, parameters)
  if (E.isLeft(outcome) || outcome.right.type !== 'seats') throw new Error(JSON.stringify(outcome))
  return outcome.right
}
const seatsBy = (rule: Rule, votes: ReadonlyArray<number>, seats: number, parameters: Parameters = {}): ReadonlyArray<number> =>
  Object.values(count(rule, electionOf(votes, seats), parameters).seats)

/** A table whose quotients are worked out by hand. */
const town = [100_000, 80_000, 30_000, 20_000]

describe('apportionment of eight seats among 100,000, 80,000, 30,000 and 20,000 votes', () => {
  it.each([
    [dhondt, {}, [4, 3, 1, 0]],
    [sainteLague, {}, [3, 3, 1, 1]],
    [sainteLague, { first: '1.4' }, [4, 3, 1, 0]],
    [sainteLague, { first: '1.2' }, [3, 3, 1, 1]],
    [danish, {}, [3, 3, 1, 1]],
    [imperiali, {}, [5, 3, 0, 0]],
    [adams, {}, [3, 3, 1, 1]],
    [huntingtonHill, {}, [3, 3, 1, 1]],
    [largestRemainder, {}, [3, 3, 1, 1]],
    [largestRemainder, { quota: 'droop' }, [4, 3, 1, 0]],
    [largestRemainder, { quota: 'hagenbach-bischoff' }, [4, 3, 1, 0]],
    [largestRemainder, { quota: 'imperiali' }, [4, 3, 1, 0]],
  ] as const)('$0.id $1', (rule, parameters, seats) => {
    expect(seatsBy(rule, town, 8, parameters)).toStrictEqual(seats)
  })
  it('has an exact tie by 1.4, which goes to the party with more votes or another way, and is told', () => {
    const { ties } = count(sainteLague, electionOf(town, 8), { first: '1.4' })
    expect(ties).toStrictEqual([{ round: 8, tied: ['p0', 'p3'], chosen: 'p0', by: 'most-votes' }])
    const drawn = { ...electionOf(town, 8), lot: ['p3', 'p2', 'p1', 'p0'] }
    const { seats, ties: byLot } = count(sainteLague, drawn, { first: '1.4', ties: 'lot' })
    expect([seats['p0'], seats['p3'], byLot]).toStrictEqual([3, 1, [{ round: 8, tied: ['p3', 'p0'], chosen: 'p3', by: 'lot' }]])
    expect(applyRule(sainteLague, electionOf(town, 8), { ties: 'lot' })).toStrictEqual(E.left({ type: 'LotNotDrawn', rule: 'sainte-lague' }))
  })
  it('tells no tie where level parties all get their seat', () => {
    expect(count(sainteLague, electionOf(town, 8)).ties).toStrictEqual([])
  })
  it('tells each seat with its quotient, then who has none and why', () => {
    const { rounds } = count(dhondt, electionOf([5, 3, 1, 0], 3), { threshold: '1200' })
    const figures = (votes: string, seats: string) => ({ votes, seats })
    expect(rounds).toStrictEqual([
      { round: 1, option: 'p0', decision: 'seat-awarded', figures: { ...figures('5', '1'), quotient: '5' } },
      { round: 2, option: 'p1', decision: 'seat-awarded', figures: { ...figures('3', '1'), quotient: '3' } },
      { round: 3, option: 'p0', decision: 'seat-awarded', figures: { ...figures('5', '2'), quotient: '5/2' } },
      { round: 4, option: 'p2', decision: 'below-threshold', figures: figures('1', '0') },
      { round: 5, option: 'p3', decision: 'no-votes', figures: figures('0', '0') },
    ])
  })
})

describe('the largest remainder', () => {
  it('takes a seat from a party when there is one seat more', () => {
    expect([seatsBy(largestRemainder, [61, 60, 21], 10), seatsBy(largestRemainder, [61, 60, 21], 11)]).toStrictEqual([
      [4, 4, 2],
      [5, 5, 1],
    ])
  })
  it('leaves out the smallest remainder where a small quota gives too many seats', () => {
    expect(seatsBy(largestRemainder, [50, 45], 2, { quota: 'imperiali' })).toStrictEqual([1, 1])
    const { seats, ties } = count(largestRemainder, electionOf([50, 50], 3), { quota: 'hagenbach-bischoff' })
    expect([Object.values(seats), ties]).toStrictEqual([[2, 1], [{ round: 3, tied: ['p0', 'p1'], chosen: 'p0', by: 'given-order' }]])
  })
  it('gives each party its exact share rounded up or down, and what full quotas and remainders give', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 7 }), fc.integer({ min: 1, max: 700 }), (votes, seats) => {
        const total = votes.reduce((sum, own) => sum + own, 0)
        if (total === 0) return
        const given = seatsBy(largestRemainder, votes, seats)
        expect(given).toStrictEqual(quotasThenRemainders(votes, seats, quotaOf('hare', BigInt(total), BigInt(seats))))
        for (const [party, own] of votes.entries()) {
          const share = (own * seats) / total
          expect([Math.floor(share), Math.ceil(share)]).toContain(given[party])
        }
        const droop = quotaOf('droop', BigInt(total), BigInt(seats))
        if (total > 2 * seats * votes.length)
          expect(seatsBy(largestRemainder, votes, seats, { quota: 'droop' })).toStrictEqual(quotasThenRemainders(votes, seats, droop))
      }),
    )
  })
  it('is the same for large houses, counted together, as seat by seat', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(900), { minLength: 1, maxLength: 7 }),
        fc.nat(2000),
        fc.constantFrom('hare', 'droop', 'hagenbach-bischoff', 'hagenbach-bischoff-rounded', 'imperiali'),
        (votes, blank, quota) => {
          const total = votes.reduce((sum, own) => sum + own, 0)
          if (total === 0) return
          const { seats } = count(largestRemainder, electionOf(votes, 800, blank), { quota, blank: 'counted' })
          const { numerator, denominator } = quotaOf(quota, BigInt(total + blank), 800n)
          const left = (own: number, held: number) => ({ numerator: BigInt(own) * denominator - BigInt(held) * numerator, denominator })
          expect(Object.values(seats)).toStrictEqual(awardOneByOne(votes, 800, left))
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('divisor methods', () => {
  const tables = fc.array(fc.oneof(fc.nat(12), fc.nat(100_000)), { minLength: 1, maxLength: 8 })
  it.each(Object.entries(naiveClaims))('%s is what looking at every party for each seat gives', (name, claim) => {
    const rule = divisorRules.find(({ id }) => id === name.split(' ')[0]) ?? dhondt
    const first = name.split('=')[1]
    const parameters: Parameters = first === undefined ? {} : { first }
    fc.assert(
      fc.property(tables, fc.oneof(fc.nat(40), fc.integer({ min: 501, max: 800 })), (votes, seats) => {
        expect(seatsBy(rule, votes, seats, parameters)).toStrictEqual(awardOneByOne(votes, seats, claim))
      }),
      { numRuns: 30 },
    )
  })
  it('take no seat from a party when there is one seat more', () => {
    fc.assert(
      fc.property(tables, fc.oneof(fc.nat(30), fc.integer({ min: 495, max: 510 })), fc.constantFrom(...divisorRules), (votes, seats, rule) => {
        const more = seatsBy(rule, votes, seats + 1)
        for (const [party, own] of seatsBy(rule, votes, seats).entries()) expect(more[party]).toBeGreaterThanOrEqual(own)
      }),
    )
  })
  it('give a first seat to those with the most votes where there are fewer seats than parties', () => {
    for (const rule of [adams, huntingtonHill]) expect(seatsBy(rule, [1, 900, 2, 0, 3], 2)).toStrictEqual([0, 1, 0, 0, 1])
    const { seats, ties } = count(adams, electionOf([5, 7, 5], 2))
    expect([Object.values(seats), ties]).toStrictEqual([[1, 1, 0], [{ round: 2, tied: ['p0', 'p2'], chosen: 'p0', by: 'given-order' }]])
  })
  it('break the quota: D’Hondt above, Adams below', () => {
    // Of ten seats for a hundred votes, 70 votes are exactly seven.
    expect(seatsBy(dhondt, [70, 9, 8, 7, 6], 10)[0]).toBe(8)
    expect(seatsBy(adams, [70, 9, 8, 7, 6], 10)[0]).toBe(6)
  })
  it('share out a million seats among three hundred parties at once', () => {
    const votes = Array.from({ length: 300 }, (_, party) => 1 + ((party * 7919) % 104_729) * 13)
    for (const rule of [...divisorRules, largestRemainder]) {
      const { seats, rounds } = count(rule, electionOf(votes, 1_000_000))
      expect([Object.values(seats).reduce((sum, own) => sum + own, 0), rounds.length]).toStrictEqual([1_000_000, 300])
    }
  })
})

describe('every rule of apportionment', () => {
  const all = [...divisorRules, largestRemainder]
  it.each(all)('$id gives no seat where nobody votes, all to one party, and none where there are none', (rule) => {
    expect(seatsBy(rule, [0, 0], 5)).toStrictEqual([0, 0])
    expect(count(rule, electionOf([], 5)).seats).toStrictEqual({})
    expect(seatsBy(rule, [3], 5)).toStrictEqual([5])
    expect(seatsBy(rule, [3, 4], 0)).toStrictEqual([0, 0])
    expect(Object.values(count(rule, electionOf([0, 0], 5, 9)).seats)).toStrictEqual([0, 0])
  })
  it.each(all)('$id tells of ties exactly where another order of level parties gives other seats', (rule) => {
    const votes = fc.array(fc.nat(9), { minLength: 1, maxLength: 6 })
    const quota = fc.constantFrom('hare', 'hagenbach-bischoff-rounded', 'imperiali')
    fc.assert(
      fc.property(votes, fc.oneof(fc.nat(20), fc.integer({ min: 501, max: 520 })), quota, (own, seats, named) => {
        const election = electionOf(own, seats)
        const lot = election.options.map(({ id }) => id)
        const parameters = { ties: 'lot', ...(rule.id === 'largest-remainder' && { quota: named }) }
        const [forth, back] = [lot, lot.toReversed()].map((order) => count(rule, { ...election, lot: order }, parameters))
        expect(forth?.ties.length === 0).toBe(JSON.stringify(forth?.seats) === JSON.stringify(back?.seats))
      }),
    )
  })
  it.each(all)('$id lets a party pass the threshold with exactly that share, of all ballots where blank ones count', (rule) => {
    const election = electionOf([90, 5, 5], 40, 1)
    expect(Object.values(count(rule, election, { threshold: '500' }).seats).every((own) => own > 0)).toBe(true)
    expect(Object.values(count(rule, election, { threshold: '500', blank: 'counted' }).seats)).toStrictEqual([40, 0, 0])
    expect(seatsBy(rule, [1, 1, 1], 3, { threshold: '5000' })).toStrictEqual([0, 0, 0])
  })
})

describe('the threshold', () => {
  it('is exact where a float is not: 3.25 % of 400 million votes', () => {
    const [all, least] = [400_000_000, 13_000_000]
    const seatsOf = (own: number) => seatsBy(dhondt, [all - own, own], 120, { threshold: '325' })
    expect([seatsOf(least), seatsOf(least - 1)]).toStrictEqual([
      [117, 3],
      [120, 0],
    ])
  })
})

describe('ballots that rank', () => {
  it('choose the party that they put first, alone; any other is blank', () => {
    const ballots: ReadonlyArray<Ballot> = [
      { type: 'ordinal', ranking: ['a', 'b'] },
      { type: 'weak-order', tiers: [['a'], ['b', 'c']] },
      { type: 'weak-order', tiers: [['b', 'c'], ['a']] },
      { type: 'ordinal', ranking: [] },
      { type: 'choose-one', choice: 'b' },
    ]
    const election: Election = { options: ['a', 'b', 'c'].map((id) => ({ id, cost: 0n })), profile: profileOf(ballots), seats: 3, decimals: 0 }
    expect(applyRule(dhondt, election, {})).toMatchObject(E.right({ seats: { a: 2, b: 1, c: 0 } }))
  })
})
