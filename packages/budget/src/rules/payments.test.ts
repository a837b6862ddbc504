import { describe, expect, it } from 'vitest'
import { pursesOf } from './exact-equal-shares/purses.ts'
import { isBorne } from './maximin-support/heaviest.ts'
import { loadsOf } from './phragmen/loads.ts'
import { potOf, weighted } from './weighted-table.fixture.ts'

const { election } = weighted(
  { a: 6n, b: 5n },
  [
    { approved: ['a'], number: 2 },
    { approved: ['a', 'b'], number: 1 },
  ],
  12n,
)
const pot = potOf(election)
const numberOf = (id: string): number => pot.support.ids.indexOf(id)

describe('what every outcome is held to while it is counted', () => {
  it('by Phragmén: voters bear what was spent, to the last unit', () => {
    const loads = loadsOf(pot.support, pot.costs, pot.supporters, pot.budget)
    expect(loads.isBorne(0n)).toBe(true)
    loads.buy(numberOf('a'))
    loads.buy(numberOf('b'))
    expect(loads.isBorne(11n)).toBe(true)
    expect(loads.isBorne(12n)).toBe(false)
    expect(loads.isBorne(10n)).toBe(false)
  })
  it('by maximin support: supporters bear the costs, nobody more than the highest load', () => {
    const bearers = [
      { places: [0], voters: 2 },
      { places: [0, 1], voters: 1 },
    ]
    expect(isBorne([6n, 5n], bearers, { cost: 5n, voters: 1 })).toBe(true)
    expect(isBorne([6n, 5n], bearers, { cost: 9n, voters: 2 })).toBe(false)
  })
  it('by Exact Equal Shares: as many pay as the share is worked out for, and none with what is spent', () => {
    const purses = pursesOf(pot, 'exact')
    expect(() => purses.pay(numberOf('a'), 2)).toThrow('3 voters pay the shares of 2')
    purses.pay(numberOf('a'), purses.payersOf(numberOf('a')))
    expect(purses.payersOf(numberOf('b'))).toBe(0)
    expect(() => purses.pay(numberOf('b'), 1)).toThrow('0 voters pay the shares of 1')
  })
})
