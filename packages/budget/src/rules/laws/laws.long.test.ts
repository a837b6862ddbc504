import { describe, expect, it } from 'vitest'
import { rulesOfBudgets } from './every-rule.fixture.ts'
import { heldToEjr } from './held-to-ejr.fixture.ts'
import { heldToLaws } from './held-to-laws.fixture.ts'

const instances = 100_000

describe.each(rulesOfBudgets)('%s, on a hundred thousand random elections', (name, variants) => {
  it('keeps every constraint, and does not care how ballots come, projects stand or money is written', () => {
    const { breach, held } = heldToLaws(variants, 1, instances + 1, name !== 'equal-shares')
    expect(breach).toBeUndefined()
    expect(held['breaks nothing that must hold of every outcome']).toBe(instances)
  })
})

describe('Equal Shares, on a hundred thousand random elections', () => {
  it('owes nobody more than one project, and takes from nobody more than they have', () => {
    const { breach, bought } = heldToEjr(1, instances + 1)
    expect(breach).toBeUndefined()
    expect(bought).toBeGreaterThan(instances / 2)
  })
})
