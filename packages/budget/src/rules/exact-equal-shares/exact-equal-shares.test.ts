import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tenTo } from '@isegoria/exact'
import { obeysItsClaims } from '@isegoria/testing'
import { allocated, purchasesOf, weighted, weightedElections } from '../weighted-table.fixture.ts'
import { exactEqualSharesByDefinition } from './exact-equal-shares.oracle.ts'
import { exactEqualShares } from './exact-equal-shares.ts'

obeysItsClaims(exactEqualShares, { runs: 100 })
obeysItsClaims(exactEqualShares, { runs: 100, parameters: { utility: 'cardinality' } })

describe('Exact Equal Shares', () => {
  it('buys what its definition says, in its order, and names each tie', () => {
    fc.assert(
      fc.property(
        weightedElections,
        fc.constantFrom('cost', 'cardinality'),
        fc.constantFrom('exact', 'floor'),
        ({ election, table }, utility, start) => {
          expect(purchasesOf(allocated(exactEqualShares, election, { utility, start }))).toStrictEqual(
            exactEqualSharesByDefinition(table, utility, start),
          )
        },
      ),
      { numRuns: 1000 },
    )
  })
  it('has nobody pay who cannot pay as much as the others', () => {
    // All have 10. After b is bought, its supporters have 4 each, and c is too dear for three but not for the two who are left with all.
    const groups = [
      { approved: ['b', 'c'], number: 1 },
      { approved: ['b'], number: 3 },
      { approved: ['c'], number: 2 },
    ]
    const { election } = weighted({ b: 24n, c: 20n }, groups, 60n)
    const [first, second] = allocated(exactEqualShares, election).rounds
    expect(first?.figures).toStrictEqual({ supporters: '4', cost: '24', payers: '4', share: '6', endowment: '10' })
    expect(second?.figures).toStrictEqual({ supporters: '3', cost: '20', payers: '2', share: '10', endowment: '10' })
  })
  it('is not misled by a difference far below what a float can tell', () => {
    const groups = [
      { approved: ['a'], number: 3 },
      { approved: ['b'], number: 3 },
    ]
    const { election } = weighted({ a: 3n * tenTo(30) + 1n, b: 3n * tenTo(30) }, groups, 6n * tenTo(30))
    expect(allocated(exactEqualShares, election).selected).toStrictEqual(['b'])
  })
  it('says of each other project why it is not bought', () => {
    const { election } = weighted({ a: 4n, b: 1n, c: 50n }, [{ approved: ['a', 'c'], number: 2 }], 5n)
    expect(allocated(exactEqualShares, election).rounds.map(({ option, decision }) => [option, decision])).toStrictEqual([
      ['a', 'bought by its supporters'],
      ['b', 'no supporters'],
      ['c', 'its supporters cannot pay for it'],
    ])
  })
  it('funds nothing but nothing without voters', () => {
    expect(allocated(exactEqualShares, weighted({ a: 0n, b: 1n }, [], 5n).election).selected).toStrictEqual([])
  })
  it('keeps a cap by leaving out what is over it', () => {
    const { election } = weighted({ a: 4n, b: 4n, c: 9n }, [{ approved: ['a', 'b', 'c'], number: 2 }], 20n)
    const capped = { ...election, constraints: [{ type: 'at-most', options: ['a', 'b'], most: 1, name: 'one' }] } as const
    expect(allocated(exactEqualShares, capped).selected).toStrictEqual(['a', 'c'])
  })
})
