import { describe, expect, it } from 'vitest'
import { applyRule, profileOf } from '@isegoria/election'
import type { Ballot } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { equalShares } from './equal-shares.ts'
import { heldAgainstEarlier, heldToDefinition, heldToSingleUnits } from './held-to-definition.fixture.ts'

describe('Equal Shares by floats with a certificate', () => {
  it('buys what fractions alone buy, at the same prices, with the same ties, near-ties included', () => {
    const { breach, settled, tied } = heldToDefinition(1, 10_001)
    expect(breach).toBeUndefined()
    expect(settled).toBeGreaterThan(2000)
    expect(tied).toBeGreaterThan(500)
  })
  it('buys the same when it is held against a run with less money, and what that proves of all between is so', () => {
    const { breach, proven } = heldAgainstEarlier(1, 3001)
    expect(breach).toBeUndefined()
    expect(proven).toBeGreaterThan(1000)
  })
  it.each([
    ['a supporter who had nothing left has something now, and makes the project cheaper', 80_744],
    ['the project that was bought before is looked at first, and is not the best', 116_783],
  ])('is not misled where %s', (_, seed) => {
    expect(heldAgainstEarlier(seed, seed + 1).breach).toBeUndefined()
  })
  it.each([
    ['two projects that are level at every purse, their supporters poor', 0n],
    ['two projects that are nearly level at every purse, their supporters poor', 1n],
  ])('jumps over %s', (_, digit) => {
    const large = 10n ** 15n
    const options = ['x', 'p', 'q', 'z'].map((id) => ({ id, cost: id === 'z' ? 40n * large : id === 'q' ? large + digit : large }))
    const ballots = [['x', 'p'], ['x', 'q'], ['x'], ['p'], ['q'], ['z']].map((approved): Ballot => ({ type: 'approval', approved }))
    const election = { options, profile: profileOf(ballots), budget: 4n * large, decimals: 0 }
    const outcome = applyRule(equalShares, election, { completion: 'add1', start: 'floor' })
    expect(E.isRight(outcome) && outcome.right.type === 'allocation' && outcome.right.selected).toStrictEqual(['x', 'p', 'q'])
  })
  it('raised by jumps ends where it ends raised by single units', () => {
    const { breach, proven } = heldToSingleUnits(1, 401)
    expect(breach).toBeUndefined()
    expect(proven).toBeGreaterThan(80)
  })
})
