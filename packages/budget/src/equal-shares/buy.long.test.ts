import { describe, expect, it } from 'vitest'
import { heldAgainstEarlier, heldToDefinition, heldToSingleUnits } from './held-to-definition.fixture.ts'

describe('Equal Shares by floats with a certificate, on two million markets', () => {
  it('buys what fractions alone buy', () => {
    const { breach, settled } = heldToDefinition(1, 2_000_001)
    expect(breach).toBeUndefined()
    expect(settled).toBeGreaterThan(400_000)
  })
  it('buys the same when it is held against runs with less money', () => {
    expect(heldAgainstEarlier(1, 150_001).breach).toBeUndefined()
  })
  it('raised by jumps ends where it ends raised by single units', () => {
    expect(heldToSingleUnits(1, 10_001).breach).toBeUndefined()
  })
})
