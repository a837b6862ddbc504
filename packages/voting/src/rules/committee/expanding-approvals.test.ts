import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRule, profileBuilder } from '@isegoria/election'
import type { Election } from '@isegoria/election'
import { ratio } from '@isegoria/exact'
import { E, seededPrng } from '@isegoria/kernel'
import { electionOf, elections } from '@isegoria/testing'
import { expandingApprovals } from './expanding-approvals.ts'
import { expandingByVoters, nearDroop, passedOver } from './expanding-approvals.oracle.ts'

const count = (election: Election, parameters: Readonly<Record<string, string>> = {}) => {
  const outcome = applyRule(expandingApprovals, election, parameters)
  if (E.isLeft(outcome) || outcome.right.type !== 'committee') throw new Error(JSON.stringify(outcome))
  return outcome.right
}

const quotaIn = ({ profile, seats = 0, options }: Election) => nearDroop(profile.voters, seats, options.length)

describe('the expanding approvals rule', () => {
  it('spends a quota of each group and then looks at what they rank next', () => {
    const { committees, rounds } = count(electionOf('options: a b c d; seats: 2; 5: a > b > c > d; 3: c > d > b > a; 1: d > c > b > a'))
    // 9 / 3 = 3, and a fifth of the way to 4.
    expect(committees).toStrictEqual([['a', 'c']])
    expect(rounds.map(({ figures }) => figures)).toStrictEqual([
      { rank: '1', support: '5', quota: '16/5' },
      { rank: '2', support: '4', quota: '16/5' },
    ])
    expect(rounds[1]?.tallies).toStrictEqual({ c: '4', d: '4' })
  })
  it('takes from each supporter in proportion to what they hold', () => {
    const { rounds } = count(electionOf('seats: 2; 6: {a, b}; 2: {c}'), { quota: 'hare' })
    expect(rounds.map(({ option, figures }) => [option, figures['support']])).toStrictEqual([
      ['a', '6'],
      ['b', '4'],
    ])
  })
  it('ranks level options alike, with a gap below them', () => {
    const { rounds } = count(electionOf('options: a b c; seats: 3; 2: a = b > c'))
    expect(rounds.map(({ option, figures }) => [option, figures['rank']])).toStrictEqual([
      ['a', '1'],
      ['b', '1'],
      ['c', '3'],
    ])
  })
  it('records a tie of options that as many voters rank at every place', () => {
    expect(count(electionOf('options: a b; seats: 1; 1: a > b; 1: b > a'), { ties: 'option-id' }).ties).toStrictEqual([
      { round: 1, tied: ['a', 'b'], chosen: 'a', by: 'option-id' },
    ])
  })
  it.each([
    ['without ballots', 'options: b a; seats: 1', [['b']]],
    ['without seats', 'options: b a; seats: 0; 1: b', [[]]],
    ['of blank ballots', 'options: b a; seats: 2; 3: rank', [['b', 'a']]],
    ['of one option', 'options: a; seats: 1; 1: a', [['a']]],
    ['with fewer voters than seats', 'options: a b c; seats: 3; 1: c', [['c', 'a', 'b']]],
  ])('fills every seat of an election %s', (_, text, committees) => {
    expect(count(electionOf(text)).committees).toStrictEqual(committees)
  })
  it('refuses fractions that grow beyond reason', () => {
    const options = Array.from({ length: 40 }, (_, place) => `o${place}`)
    const draw = seededPrng('many')
    const builder = profileBuilder()
    for (let voter = 0; voter < 500; voter++) builder.add({ type: 'approval', approved: options.filter(() => draw.below(3) === 0) })
    const election = { options: options.map((id) => ({ id, cost: 0n })), profile: builder.build(), decimals: 0 }
    expect(count({ ...election, seats: 10 }).rounds.length).toBe(10)
    const outcome = applyRule(expandingApprovals, { ...election, seats: 30 }, {})
    expect(E.isLeft(outcome) && outcome.left.type).toBe('ElectionTooLarge')
  })
})

describe('by the twin that looks at voters one by one', () => {
  it.each(['near-droop', 'droop', 'hare'])('elects the same with the quota %s', (quota) => {
    fc.assert(
      fc.property(elections(expandingApprovals), (election) => {
        const { profile, seats = 1 } = election
        const exact = {
          'near-droop': quotaIn(election),
          hare: ratio(BigInt(profile.voters), BigInt(seats)),
          droop:
            Math.floor(profile.voters / (seats + 1) + 1) * seats <= profile.voters
              ? ratio(BigInt(Math.floor(profile.voters / (seats + 1)) + 1))
              : undefined,
        }[quota]
        expect(count(election, { quota }).committees).toStrictEqual([
          expandingByVoters(election, exact ?? ratio(BigInt(profile.voters), BigInt(seats))),
        ])
      }),
      { numRuns: 150 },
    )
  })
  it('leaves no group behind that is large enough and agrees: generalised proportionality for solid coalitions', () => {
    fc.assert(
      fc.property(elections(expandingApprovals, { mostOptions: 4, mostVoters: 6 }), (election) => {
        expect(passedOver(election, count(election).committees[0] ?? [], quotaIn(election))).toBeUndefined()
      }),
      { numRuns: 150 },
    )
  })
  it('has a check of groups that can fail', () => {
    const election = electionOf('options: a b c; seats: 1; 3: a > b > c; 1: c > b > a')
    expect(passedOver(election, ['c'], quotaIn(election))).toBe('3 voters for a: 0 of 1')
  })
})
