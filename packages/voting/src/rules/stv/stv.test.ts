import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { applyRule, profileBuilder } from '@isegoria/election'
import type { Ballot, CommitteeOutcome, Election, Parameters } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { stv } from './stv.ts'

type Counted = readonly [voters: number, ranking: string]

const electionOf = (ids: string, seats: number, ballots: ReadonlyArray<Counted>): Election => {
  const builder = profileBuilder()
  for (const [voters, ranking] of ballots) {
    const tiers = ranking.split('>').map((tier) => tier.split('=').filter((id) => id !== ''))
    const ballot: Ballot = ranking.includes('=') ? { type: 'weak-order', tiers } : { type: 'ordinal', ranking: tiers.flat() }
    builder.add(ballot, voters)
  }
  return { options: [...ids].map((id) => ({ id, cost: 0n })), profile: builder.build(), seats, decimals: 0 }
}

const counted = (election: Election, parameters: Parameters): CommitteeOutcome => {
  const outcome = applyRule(stv, election, parameters)
  if (E.isLeft(outcome) || outcome.right.type !== 'committee') throw new Error(JSON.stringify(outcome))
  return outcome.right
}

const elected = (election: Election, parameters: Parameters): string => (counted(election, parameters).committees[0] ?? []).join('')

const variants = ['scottish', 'wig', 'meek', 'warren']

describe('the Scottish rules', () => {
  const garden = electionOf('abc', 2, [[6, 'a>b'], [1, 'a'], [3, 'c']]) // prettier-ignore

  it('hand on a surplus at a value of five digits, the rest ignored', () => {
    const { rounds, committees } = counted(garden, { variant: 'scottish' })
    expect(rounds.map(({ round, decision, option }) => `${round} ${decision} ${option}`)).toEqual([
      '1 elected a',
      '1 surplus-transferred a',
      '2 excluded b',
      '3 elected-to-last-seat c',
    ])
    expect(rounds[1]?.figures).toEqual({ quota: '4.00000', exhausted: '0.42858', surplus: '3.00000', votes: '7.00000' })
    expect(rounds[1]?.tallies).toEqual({ a: '4.00000', b: '2.57142', c: '3.00000' })
    expect(committees).toEqual([['a', 'c']])
  })

  it('exclude of those who are level whoever had less at an earlier stage', () => {
    const { ties, rounds } = counted(electionOf('acbd', 1, [[5, 'a'], [2, 'b>a'], [3, 'c'], [1, 'd>b']]), { variant: 'scottish' }) // prettier-ignore
    expect(ties).toEqual([{ round: 2, tied: ['c', 'b'], chosen: 'b', by: 'earlier-stage' }])
    expect(rounds.map(({ option }) => option).slice(0, 2)).toEqual(['d', 'b'])
  })

  it('draw lots where no stage tells them apart', () => {
    const level = electionOf('abc', 1, [[2, 'a'], [2, 'b'], [3, 'c']]) // prettier-ignore
    expect(counted(level, { variant: 'scottish' }).ties).toEqual([{ round: 1, tied: ['a', 'b'], chosen: 'b', by: 'given-order' }])
    const drawn = counted({ ...level, lot: ['c', 'b', 'a'] }, { variant: 'scottish', ties: 'lot' })
    expect(drawn.ties).toEqual([{ round: 1, tied: ['b', 'a'], chosen: 'a', by: 'lot' }])
    expect(applyRule(stv, level, { variant: 'scottish', ties: 'lot' })).toEqual(E.left({ type: 'LotNotDrawn', rule: 'stv' }))
  })

  it('know one quota and one order of surpluses', () => {
    const refused = (parameter: string, value: string) => applyRule(stv, garden, { variant: 'scottish', [parameter]: value })
    expect(refused('quota', 'hare')).toEqual(
      E.left({ type: 'ParameterOutOfRange', rule: 'stv', parameter: 'quota', value: 'hare', allowed: ['droop'] }),
    )
    expect(E.isLeft(refused('surpluses', 'together'))).toBe(true)
  })
})

describe('weighted inclusive Gregory', () => {
  it('keeps the digits it is told to, and may hand on all surpluses at once', () => {
    const election = electionOf('abcd', 3, [[60, 'a>c'], [50, 'b>a>c'], [30, 'd'], [20, 'c']]) // prettier-ignore
    const [together, inTurn] = [counted(election, { variant: 'wig', surpluses: 'together', decimals: '2' }), counted(election, { variant: 'wig' })]
    expect(together.rounds.map(({ round, decision }) => `${round} ${decision}`).slice(0, 4)).toEqual([
      '1 elected',
      '1 elected',
      '1 surplus-transferred',
      '1 surplus-transferred',
    ])
    expect(together.rounds[3]?.tallies).toEqual({ a: '41.00', b: '41.00', c: '47.60', d: '30.00' })
    expect(inTurn.rounds[2]?.tallies).toEqual({ a: '41.000000000', b: '50.000000000', c: '38.999999960', d: '30.000000000' })
  })

  it('by Hare needs a full share', () => {
    const election = electionOf('abc', 2, [[5, 'a>b'], [2, 'b'], [4, 'c']]) // prettier-ignore
    expect(counted(election, { variant: 'wig', quota: 'hare', decimals: '3' }).rounds[0]?.figures['quota']).toBe('5.500')
  })
})

describe('Meek', () => {
  it('lowers the quota as votes are exhausted', () => {
    const { rounds, committees } = counted(electionOf('abcd', 2, [[9, 'a>b'], [10, 'b'], [11, 'c'], [12, 'd']]), { variant: 'meek' }) // prettier-ignore
    expect(committees).toEqual([['b', 'd']])
    expect(rounds.map(({ decision, option }) => `${decision} ${option}`)).toEqual(['excluded a', 'elected b', 'elected d', 'not-elected c'])
    expect(rounds[2]?.tallies).toEqual({ b: '12.333333352', c: '11.000000000', d: '12.000000000' })
    expect(rounds[2]?.figures).toEqual({
      quota: '11.777777785',
      exhausted: '6.666666648',
      surplus: '1.666666675',
      'keep:b': '0.649122808',
      'keep:d': '1.000000000',
    })
  })

  it('counts level options as all strict orders of them, or lets them share and hand on apart', () => {
    const election = electionOf('abc', 2, [[3, 'a'], [2, 'a=b>c'], [1, 'c>a']]) // prettier-ignore
    expect(elected(election, { variant: 'meek' })).toBe('ab')
    expect(elected(election, { variant: 'meek', level: 'split' })).toBe('ac')
  })

  it('alone reads level options', () => {
    const election = electionOf('abc', 2, [[2, 'a=b>c']]) // prettier-ignore
    for (const variant of ['scottish', 'wig', 'warren'])
      expect(applyRule(stv, election, { variant })).toMatchObject({ left: { type: 'BallotNotCountable' } })
    expect(elected(electionOf('abc', 1, [[1, 'a=b']]), { variant: 'meek' })).toBe('a')
  })

  it('refuses level options that hand on apart in more ways than can be followed', () => {
    const tiers = Array.from({ length: 8 }, (_, tier) => Array.from({ length: 9 }, (__, place) => `${tier}-${place}`))
    const builder = profileBuilder()
    builder.add({ type: 'weak-order', tiers })
    const election = { options: tiers.flat().map((id) => ({ id, cost: 0n })), profile: builder.build(), seats: 3, decimals: 0 }
    const size = 9 * 9 * 9 * 9 * 9 * 9 * 9 * 9
    expect(applyRule(stv, election, { variant: 'meek', level: 'split' })).toEqual(
      E.left({ type: 'ElectionTooLarge', rule: 'stv', what: 'ways of votes through level options', size, most: 20_000_000 }),
    )
    expect(elected(election, { variant: 'meek' })).toBe('0-00-10-2')
  })
})

describe('every variant', () => {
  it.each(variants)('%s fills all seats without a ballot, with blank ones, and with one option', (variant) => {
    expect(elected(electionOf('abc', 2, []), { variant })).toHaveLength(2)
    expect(elected(electionOf('abc', 2, [[7, '']]), { variant })).toHaveLength(2)
    expect(elected(electionOf('a', 1, [[7, 'a']]), { variant })).toBe('a')
    expect(elected(electionOf('abc', 3, [[7, 'c']]), { variant })).toHaveLength(3)
  })

  it.each(variants)('%s leaves blank ballots out of the quota', (variant) => {
    const full: ReadonlyArray<Counted> = [[6, 'a>b'], [3, 'b'], [4, 'c>b']] // prettier-ignore
    const [with20, without] = [electionOf('abc', 2, [...full, [20, '']]), electionOf('abc', 2, full)]
    expect(counted(with20, { variant })).toEqual(counted(without, { variant }))
  })

  it('may lose a member when there is one more seat', () => {
    const ballots: ReadonlyArray<Counted> = [[16, 'b>d>a>c'], [17, 'd>c>b>a'], [9, 'b>a>c>d'], [18, 'c']] // prettier-ignore
    expect(elected(electionOf('abcd', 1, ballots), { variant: 'scottish' })).toBe('c')
    expect(elected(electionOf('abcd', 2, ballots), { variant: 'scottish' })).toBe('bd')
  })

  it('gives as many seats as it has quotas to a group of voters who rank the same options above all others', () => {
    const ids = 'abcdef'
    fc.assert(
      fc.property(
        fc.constantFrom(...variants),
        fc.integer({ min: 1, max: 5 }),
        fc.subarray([...ids], { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.shuffledSubarray([...ids], { minLength: 6 })), { minLength: 1, maxLength: 8 }),
        (variant, seats, group, papers) => {
          const isSolid = (ranking: ReadonlyArray<string>): boolean => ranking.slice(0, group.length).every((id) => group.includes(id))
          const voters = papers.reduce((sum, [count]) => sum + count, 0)
          const solid = papers.reduce((sum, [count, ranking]) => sum + (isSolid(ranking) ? count : 0), 0)
          const due = Math.min(group.length, Math.floor(solid / (Math.floor(voters / (seats + 1)) + 1)))
          const members = elected(electionOf(ids, seats, papers.map(([count, ranking]) => [count, ranking.join('>')])), { variant }) // prettier-ignore
          expect([...members].filter((id) => group.includes(id)).length).toBeGreaterThanOrEqual(due)
        },
      ),
      { numRuns: 300 },
    )
  })
})
