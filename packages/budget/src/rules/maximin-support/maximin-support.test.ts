import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRule } from '@isegoria/election'
import { tenTo } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { obeysItsClaims } from '@isegoria/testing'
import { allocated, purchasesOf, weighted, weightedElections } from '../weighted-table.fixture.ts'
import { maximinSupportByDefinition } from './maximin-support.oracle.ts'
import { budgetMaximinSupport } from './maximin-support.ts'

obeysItsClaims(budgetMaximinSupport, { runs: 100 })

describe('the maximin support rule for budgets', () => {
  it('funds what its definition says, in its order, and names each tie', () => {
    fc.assert(
      fc.property(weightedElections, ({ election, table }) => {
        expect(purchasesOf(allocated(budgetMaximinSupport, election))).toStrictEqual(maximinSupportByDefinition(table))
      }),
      { numRuns: 1000 },
    )
  })
  it('has others bear what somebody bore who is needed elsewhere', () => {
    // a costs 6 for two; once b is there, which only the first supports, the second bears all of a.
    const groups = [
      { approved: ['a', 'b'], number: 1 },
      { approved: ['a'], number: 1 },
    ]
    const { rounds } = allocated(budgetMaximinSupport, weighted({ a: 6n, b: 6n }, groups, 12n).election)
    expect(rounds.map(({ option, figures }) => [option, figures['load']])).toStrictEqual([
      ['a', '3'],
      ['b', '6'],
    ])
  })
  it('tells apart what differs by one in thirty digits', () => {
    const groups = [
      { approved: ['a'], number: 3 },
      { approved: ['b'], number: 3 },
    ]
    const { election } = weighted({ a: 3n * tenTo(30) + 1n, b: 3n * tenTo(30) }, groups, 3n * tenTo(30) + 1n)
    const { selected, ties } = allocated(budgetMaximinSupport, election)
    expect(selected).toStrictEqual(['b'])
    expect(ties).toStrictEqual([])
  })
  it('says of each other project why it is not funded', () => {
    const { election } = weighted({ a: 4n, b: 1n, c: 50n, d: 1n }, [{ approved: ['a', 'c', 'd'], number: 2 }], 5n)
    const constraints = [{ type: 'at-most', options: ['a', 'd'], most: 1, name: 'one' }] as const
    const { rounds } = allocated(budgetMaximinSupport, { ...election, constraints })
    expect(rounds.map(({ option, decision }) => [option, decision])).toStrictEqual([
      ['d', 'funded'],
      ['a', 'over a limit'],
      ['b', 'no supporters'],
      ['c', 'does not fit'],
    ])
  })
  it('funds nothing without voters, and refuses what would take too long', () => {
    expect(allocated(budgetMaximinSupport, weighted({ a: 0n, b: 1n }, [], 5n).election).selected).toStrictEqual([])
    const options = Array.from({ length: 300 }, (_, place) => [`p${place}`, 1n] as const)
    const groups = options.map(([left]) => ({ approved: options.flatMap(([id]) => (id === left ? [] : [id])), number: 1 }))
    const outcome = applyRule(budgetMaximinSupport, weighted(Object.fromEntries(options), groups, 5n).election, {})
    expect(E.isLeft(outcome) && outcome.left.type).toBe('ElectionTooLarge')
  })
})
