import { describe, expect, it } from 'vitest'
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
  it('raised by jumps ends where it ends raised by single units', () => {
    const { breach, proven } = heldToSingleUnits(1, 401)
    expect(breach).toBeUndefined()
    expect(proven).toBeGreaterThan(80)
  })
})
