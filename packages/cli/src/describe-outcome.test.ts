import { describe, expect, it } from 'vitest'
import type { Round } from '@isegoria/election'
import { describeOutcome } from './describe-outcome.ts'

const told = (round: number, option: string, decision: string, figures: Round['figures'], tallies?: Round['tallies']): Round => ({
  round,
  option,
  decision,
  figures,
  ...(tallies === undefined ? {} : { tallies }),
})

describe('an outcome on a terminal', () => {
  it('tells of each option of a ranking the last decision, with its figures', () => {
    const rounds = [told(1, 'c', 'eliminated', { votes: '2' }, { a: '4', c: '2' }), told(2, 'a', 'elected', { votes: '6' })]
    expect(describeOutcome({ type: 'ranking', ranking: [['a'], ['b', 'c']], winners: ['a'], ties: [], rounds }).split('\n')).toStrictEqual([
      'place  option  round  decision    figures',
      '-----  ------  -----  ----------  -------',
      '    1  a           2  elected     votes 6',
      '    2  b',
      '    2  c           1  eliminated  votes 2',
    ])
  })
  it('tells of a committee who was left out, and the tally of each where no figure is the same', () => {
    const figures = { quota: '4.00', 'keep:a': '0.80' }
    const rounds = [told(1, 'a', 'elected', figures, { a: '5.00', b: '3.00' }), told(2, 'b', 'excluded', figures, { b: '3.00' })]
    expect(
      describeOutcome({ type: 'committee', committees: [['a']], ties: [], rounds })
        .split('\n')
        .slice(2),
    ).toStrictEqual(['    1  a           1  elected   tally 5.00, quota 4.00', '       b           2  excluded  tally 3.00, quota 4.00'])
  })
  it('lists committees that are equally good', () => {
    expect(describeOutcome({ type: 'committee', committees: [['a'], ['b']], ties: [], rounds: [] })).toContain('2 committees are equally good')
  })
  it('tells of a party by what it got its last seat', () => {
    const rounds = [
      told(1, 'a', 'seat-awarded', { votes: '9', seats: '1', quotient: '9' }),
      told(2, 'a', 'seat-awarded', { votes: '9', seats: '2', quotient: '9/2' }),
      told(3, 'b', 'below-threshold', { votes: '1', seats: '0' }),
    ]
    expect(
      describeOutcome({ type: 'seats', seats: { a: 2, b: 0 }, ties: [], rounds })
        .split('\n')
        .slice(2),
    ).toStrictEqual(['a          2      2  seat-awarded     votes 9, quotient 9/2', 'b          0      3  below-threshold  votes 1'])
  })
  it('cuts fractions that nobody could read', () => {
    const rounds = [told(1, 'a', 'ranked', { mean: `${'1'.repeat(40)}/3` })]
    const lines = describeOutcome({ type: 'ranking', ranking: [['a']], winners: ['a'], ties: [], rounds }).split('\n')
    expect(lines.at(-1)).toMatch(/mean 1{23}…$/)
  })
  it('tells names that are more than ids, in ties as well', () => {
    const tie = { round: 1, tied: ['1', '2'], chosen: '1', by: 'lot' }
    const outcome = {
      type: 'allocation',
      selected: ['1'],
      cost: '5',
      budget: '9',
      ties: [tie],
      rounds: [told(1, '1', 'selected', { cost: '5' })],
    } as const
    expect(
      describeOutcome(outcome, new Map([['1', 'Pool']]))
        .split('\n')
        .slice(2),
    ).toStrictEqual(['    1  1 (Pool)     5', '1 projects for 5 of 9', 'tie between 1 (Pool), 2: 1 (Pool) by lot'])
  })
})
