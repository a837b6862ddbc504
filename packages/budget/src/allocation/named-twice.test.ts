import { describe, expect, it } from 'vitest'
import { applyRule, profileOf } from '@isegoria/election'
import type { Constraint, Election } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { equalShares, greedy, phragmen } from '../rules/index.ts'

const electionWith = (...constraints: ReadonlyArray<Constraint>): Election => ({
  options: [{ id: 'a', cost: 5n }],
  profile: profileOf([{ type: 'approval', approved: ['a'] }]),
  budget: 9n,
  decimals: 0,
  constraints,
})

describe('an option that a constraint names twice', () => {
  it.each([
    ['cap', { type: 'cap', name: 'x', options: ['a', 'a'], most: 9n }],
    ['at-most', { type: 'at-most', name: 'x', options: ['a', 'a'], most: 1 }],
    ['envelope', { type: 'envelope', name: 'x', options: ['a', 'a'], amount: 9n }],
  ] as const)('counts once in a constraint of the type %s', (_, constraint) => {
    for (const rule of [greedy, equalShares, phragmen])
      expect(applyRule(rule, electionWith(constraint), {})).toMatchObject(E.right({ selected: ['a'], cost: '5' }))
  })
  it('is a number of options where it is at most so many', () => {
    const constraint: Constraint = { type: 'at-most', name: 'x', options: ['a'], most: 1.5 }
    expect(applyRule(greedy, electionWith(constraint), {})).toMatchObject(E.left({ type: 'ConstraintNotSound', constraint: 'at-most' }))
  })
})
