import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profileOf } from '@isegoria/election'
import { tenTo } from '@isegoria/exact'
import { obeysItsClaims } from '@isegoria/testing'
import { allocated, potOf, purchasesOf, weighted, weightedElections } from '../weighted-table.fixture.ts'
import { phragmenByDefinition } from './phragmen.oracle.ts'
import { phragmenSteps } from './phragmen-steps.ts'
import { phragmen } from './phragmen.ts'

obeysItsClaims(phragmen, { runs: 100 })
obeysItsClaims(phragmen, { runs: 100, parameters: { stop: 'skip' } })

describe('Phragmén’s sequential rule', () => {
  it('buys what its definition says, in its order, and names each tie', () => {
    fc.assert(
      fc.property(weightedElections, fc.constantFrom('overspend', 'skip'), ({ election, table }, stop) => {
        expect(purchasesOf(allocated(phragmen, election, { stop }))).toStrictEqual(phragmenByDefinition(table, stop))
      }),
      { numRuns: 1500 },
    )
  })
  it('completes what another rule left over, everybody beginning with nothing', () => {
    const stops = fc.constantFrom('overspend' as const, 'skip' as const)
    fc.assert(
      fc.property(weightedElections, fc.nat(31), stops, ({ election, table }, chosen, stop) => {
        const ids = election.options.map(({ id }) => id)
        const funded: Array<number> = []
        let left = table.budget
        for (const [project, { cost }] of election.options.entries()) {
          if ((chosen >> project) % 2 === 0 || cost > left) continue
          funded.push(project)
          left -= cost
        }
        const steps = phragmenSteps(potOf(election), new Set(funded), left, stop).filter(({ isFunded }) => isFunded)
        const expected = phragmenByDefinition(
          table,
          stop,
          funded.map((project) => ids[project] ?? ''),
        )
        expect(steps.map(({ project, tied = [project] }) => tied.map((one) => ids[one]))).toStrictEqual(expected)
      }),
      { numRuns: 1000 },
    )
  })
  it('tells in each round when it was, and how many fractions had to be compared', () => {
    const { election } = weighted(
      { a: 30n, b: 30n, c: 100n },
      [
        { approved: ['a', 'c'], number: 2 },
        { approved: ['b'], number: 2 },
      ],
      200n,
    )
    const [first, second, third] = allocated(phragmen, election).rounds
    expect(first?.figures).toStrictEqual({ supporters: '2', cost: '30', time: '15', comparedExactly: '2' })
    expect(second?.figures).toStrictEqual({ supporters: '2', cost: '30', time: '15' })
    expect(third?.figures).toStrictEqual({ supporters: '2', cost: '100', time: '65' })
  })
  it('is not misled by a difference far below what a float can tell', () => {
    const cost = 3n * tenTo(30)
    const groups = [
      { approved: ['a'], number: 3 },
      { approved: ['b'], number: 3 },
    ]
    const { election } = weighted({ a: cost, b: cost - 1n }, groups, 2n * cost)
    const { selected, ties, rounds } = allocated(phragmen, election)
    expect(selected).toStrictEqual(['b', 'a'])
    expect(ties).toStrictEqual([])
    expect(rounds[0]?.figures['comparedExactly']).toBe('2')
  })
  it('ends where one of two that are next would overspend, or goes on without it', () => {
    const groups = [
      { approved: ['a'], number: 2 },
      { approved: ['b'], number: 1 },
      { approved: ['c'], number: 1 },
    ]
    const { election } = weighted({ a: 4n, b: 4n, c: 5n }, groups, 8n)
    const ended = allocated(phragmen, election)
    expect(ended.selected).toStrictEqual(['a', 'b'])
    expect(ended.rounds.map(({ option, decision }) => [option, decision])).toStrictEqual([
      ['a', 'bought by its supporters'],
      ['b', 'bought by its supporters'],
      ['c', 'would overspend'],
    ])
    const tight = weighted({ a: 4n, b: 4n, c: 3n, d: 9n }, [...groups, { approved: ['d'], number: 1 }], 7n).election
    expect(allocated(phragmen, tight).selected).toStrictEqual(['a', 'c'])
    const level = weighted({ a: 4n, b: 2n, c: 5n }, [...groups, { approved: ['c'], number: 1 }], 7n).election
    expect(allocated(phragmen, level).selected).toStrictEqual(['b', 'a'])
    expect(allocated(phragmen, level, { stop: 'skip' }).selected).toStrictEqual(['b', 'a'])
    const between = weighted(
      { a: 4n, b: 4n, c: 2n },
      [
        { approved: ['a'], number: 3 },
        { approved: ['b'], number: 2 },
        { approved: ['c'], number: 1 },
      ],
      6n,
    )
    expect(allocated(phragmen, between.election).selected).toStrictEqual(['a'])
    expect(allocated(phragmen, between.election, { stop: 'skip' }).selected).toStrictEqual(['a', 'c'])
  })
  it('says of each other project why the count never came to it', () => {
    const { election } = weighted({ a: 4n, b: 1n, c: 50n }, [{ approved: ['a', 'c'], number: 2 }], 5n)
    expect(allocated(phragmen, election).rounds.map(({ option, decision }) => [option, decision])).toStrictEqual([
      ['a', 'bought by its supporters'],
      ['b', 'no supporters'],
      ['c', 'costs more than there is'],
    ])
  })
  it('funds nothing without voters', () => {
    const { election } = weighted({ a: 0n, b: 1n }, [], 5n)
    expect(allocated(phragmen, { ...election, profile: profileOf([]) }).selected).toStrictEqual([])
  })
  it('keeps a cap by leaving out what is over it', () => {
    const { election } = weighted({ a: 4n, b: 4n, c: 9n }, [{ approved: ['a', 'b', 'c'], number: 2 }], 20n)
    const capped = { ...election, constraints: [{ type: 'at-most', options: ['a', 'b'], most: 1, name: 'one' }] } as const
    expect(allocated(phragmen, capped).selected).toStrictEqual(['a', 'c'])
  })
})
