import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { defineRule } from './index.ts'
import type { Rule } from './index.ts'

const sound: Rule = {
  id: 'first-come',
  version: '1',
  title: 'First come',
  family: 'voting',
  source: 'none',
  ballots: ['approval'],
  parameters: [
    { name: 'colour', meaning: 'which', values: ['red', 'blue'] },
    { name: 'digits', meaning: 'how many', least: 1, most: 9, default: 3 },
    { name: 'ties', meaning: 'how', steps: ['id', 'lot'], default: 'id+lot' },
  ],
  claims: ['determinism'],
  violates: ['neutrality'],
  count: () => E.left({ type: 'SeatsMissing', rule: 'first-come' }),
}
const [colour, digits, ties] = sound.parameters

describe('defining a rule', () => {
  it('gives the rule as it was, which nobody can change any more', () => {
    expect(defineRule(sound)).toStrictEqual(sound)
    expect(Object.isFrozen(defineRule(sound))).toBe(true)
  })
  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['its id is no text', { id: 7 }],
    ['its id is no text', { id: ['first'] }],
    ['its version is no text', { version: 1 }],
    ['its title is no text', { title: undefined }],
    ['its source is no text', { source: null }],
    ["'sports' is no family; there are budget, voting, committee, apportionment", { family: 'sports' }],
    ['its count is no function', { count: 'E.right' }],
    ['its ballots are no list', { ballots: 'approval' }],
    ["'telepathy' among its ballots is no kind of ballot", { ballots: ['approval', 'telepathy'] }],
    ["'undefined' among its ballots is no kind of ballot", { ballots: ['approval', undefined] }],
    ['a rule reads at least one kind of ballot', { ballots: [] }],
    ['its claims are no list', { claims: { determinism: true } }],
    ["'fairness' among its claims is no axiom", { claims: ['fairness'] }],
    ["'toString' among its claims is no axiom", { claims: ['toString'] }],
    ["'7' among its violates is no axiom", { violates: [7] }],
    ["'magic' among its constraints is no constraint", { constraints: ['magic'] }],
    ['neutrality is both claimed and violated', { claims: ['neutrality'] }],
    ['its parameters are no list', { parameters: {} }],
    ["'colour' is no description of a parameter", { parameters: ['colour'] }],
    ["'Colour' is no name of a parameter", { parameters: [{ ...colour, name: 'Colour' }] }],
    ["'undefined' is no name of a parameter", { parameters: [{}] }],
    ["the meaning of 'colour' is no text", { parameters: [{ ...colour, meaning: 3 }] }],
    ["the values of 'colour' are no list of texts", { parameters: [{ ...colour, values: [] }] }],
    ["the values of 'colour' are no list of texts", { parameters: [{ ...colour, values: [1, 2] }] }],
    ["the steps of 'ties' are no list of texts", { parameters: [{ ...ties, steps: 'id' }] }],
    ["the default of 'ties' is no text", { parameters: [{ ...ties, default: 1 }] }],
    ['ties=coin is the default, but no value', { parameters: [{ ...ties, default: 'coin' }] }],
    ["'digits' has neither values nor steps, nor whole numbers as least, most and default", { parameters: [{ ...digits, most: '9' }] }],
    ['digits=10 is the default, but no value', { parameters: [{ ...digits, default: 10 }] }],
    ['two parameters are named colour', { parameters: [colour, colour] }],
  ])('says that %s', (reason, odd) => {
    const odds = { ...sound, ...odd } as unknown as Rule
    expect(() => defineRule(odds)).toThrow(RangeError)
    expect(() => defineRule(odds)).toThrow(`: ${reason}`)
  })
})
