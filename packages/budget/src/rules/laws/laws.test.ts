import { describe, expect, it } from 'vitest'
import { rulesOfBudgets } from './every-rule.fixture.ts'
import { heldToEjr } from './held-to-ejr.fixture.ts'
import { heldToLaws } from './held-to-laws.fixture.ts'

describe.each(rulesOfBudgets)('%s, on random elections', (_, variants) => {
  it('keeps every constraint, and does not care how ballots come, projects stand or money is written', () => {
    const { breach, held, withConstraints, withTies } = heldToLaws(variants, 1, 251)
    expect(breach).toBeUndefined()
    expect(Object.keys(held).length).toBeGreaterThan(7)
    expect(withConstraints).toBeGreaterThan(90)
    expect(withTies).toBeGreaterThan(3)
  })
})

describe('Equal Shares, on random elections', () => {
  it('owes nobody more than one project, and takes from nobody more than they have', () => {
    const { breach, bought } = heldToEjr(1, 401)
    expect(breach).toBeUndefined()
    expect(bought).toBeGreaterThan(150)
  })
})
