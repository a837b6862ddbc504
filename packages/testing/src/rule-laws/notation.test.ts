import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { electionHash } from '@isegoria/election'
import type { Ballot } from '@isegoria/election'
import { electionOf } from './election-of.ts'
import { elections } from './elections.ts'
import { ruleOf } from './small-rules.fixture.ts'
import { textOfElection } from './text-of-election.ts'
import { withOptionsReplaced } from './with-ballots.ts'

const all = ruleOf('budget', ['approval', 'choose-one', 'cumulative', 'ordinal', 'score', 'weak-order'], () => {
  throw new Error('not counted')
})
const ballotOf = (line: string): Ballot | undefined => electionOf(line).profile.ballots[0]?.ballot

describe('an election as text', () => {
  it('reads each kind of ballot', () => {
    expect(ballotOf('1: a > b')).toStrictEqual({ type: 'ordinal', ranking: ['a', 'b'] })
    expect(ballotOf('1: a')).toStrictEqual({ type: 'ordinal', ranking: ['a'] })
    expect(ballotOf('1: rank')).toStrictEqual({ type: 'ordinal', ranking: [] })
    expect(ballotOf('1: a > b = c')).toStrictEqual({ type: 'weak-order', tiers: [['a'], ['b', 'c']] })
    expect(ballotOf('1: tiers a > b')).toStrictEqual({ type: 'weak-order', tiers: [['a'], ['b']] })
    expect(ballotOf('1: tiers')).toStrictEqual({ type: 'weak-order', tiers: [] })
    expect(ballotOf('1: {a, b}')).toStrictEqual({ type: 'approval', approved: ['a', 'b'] })
    expect(ballotOf('1: {}')).toStrictEqual({ type: 'approval', approved: [] })
    expect(ballotOf('1: choose a')).toStrictEqual({ type: 'choose-one', choice: 'a' })
    expect(ballotOf('1: choose')).toStrictEqual({ type: 'choose-one', choice: null })
    expect(ballotOf('1: a:3 b:-1')).toStrictEqual({
      type: 'score',
      scores: [
        ['a', 3],
        ['b', -1],
      ],
    })
    expect(ballotOf('1: score')).toStrictEqual({ type: 'score', scores: [] })
    expect(ballotOf('1: share a:3 2:1')).toStrictEqual({
      type: 'cumulative',
      points: [
        ['2', 1],
        ['a', 3],
      ],
    })
  })
  it('reads what else an election has, in lines or behind semicolons', () => {
    const election = electionOf(`
      options: pool=90 "a; b"
      budget: 100; decimals: 2; seats: 3
      lot: "a; b" pool
      seed: "of the; town"
      2: {pool}; 3: {"a; b", trees}
    `)
    expect(election.options).toStrictEqual([
      { id: 'pool', cost: 90n },
      { id: 'a; b', cost: 0n },
      { id: 'trees', cost: 0n },
    ])
    expect([election.budget, election.decimals, election.seats, election.lot, election.seed, election.profile.voters]).toStrictEqual([
      100n,
      2,
      3,
      ['a; b', 'pool'],
      'of the; town',
      5,
    ])
  })
  it('comes back as it was', () => {
    fc.assert(
      fc.property(elections(all, { fewestOptions: 1 }), fc.constantFrom('', ' "', ';', '\\', ':3', '\n'), (election, odd) => {
        const named = withOptionsReplaced(election, (id) => [id === 'a' ? `choose${odd}` : `${id}${odd}`])
        const read = electionOf(textOfElection(named))
        expect(electionHash(read)).toBe(electionHash(named))
        expect([read.options, read.lot, read.budget, read.decimals]).toStrictEqual([named.options, named.lot, named.budget, named.decimals])
      }),
    )
  })
  it.each([
    ['a > b', 'voters: ballot'],
    ['0: a > b', 'at least 1'],
    ['2: a >', 'no ballot'],
    ['2: a > b {', 'no ballot'],
    ['2: {a, b', 'no ballot'],
    ['2: a:3 b', 'no ballot'],
    ['2: choose a b', 'no ballot'],
    ['2: "a', 'no ballot'],
    ['seats: few', 'no value of seats'],
    ['options: a=b', 'no value of options'],
    ['name: a', 'voters: ballot'],
  ])('names the line %s that it cannot read', (line, reason) => {
    expect(() => electionOf(`1: a > b\n${line}`)).toThrow(RangeError)
    expect(() => electionOf(`1: a > b\n  ${line}`)).toThrow(`'${line}': `)
    expect(() => electionOf(`1: a > b; ${line}`)).toThrow(reason)
  })
  it('refuses the same header twice', () => {
    expect(() => electionOf('seats: 2; seats: 2')).toThrow("'seats: 2': seats is given twice")
  })
})
