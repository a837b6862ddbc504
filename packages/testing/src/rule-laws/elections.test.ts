import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRule } from '@isegoria/election'
import type { BallotType, Election } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { elections } from './elections.ts'
import { bordaRule, dhondtRule, mostSupportedRule, ruleOf, thieleRule } from './small-rules.fixture.ts'

const types: ReadonlyArray<BallotType> = ['approval', 'choose-one', 'cumulative', 'ordinal', 'score', 'weak-order']
const sampleFor = (rule: Parameters<typeof elections>[0]): ReadonlyArray<Election> => fc.sample(elections(rule), { numRuns: 400, seed: 3 })

describe('random elections', () => {
  it('have every kind of ballot that the rule reads, and no other', () => {
    const all = ruleOf('voting', types, () => {
      throw new Error('not counted')
    })
    const cast = sampleFor(all).flatMap(({ profile }) => profile.ballots.map(({ ballot }) => ballot.type))
    expect([...new Set(cast)].toSorted()).toStrictEqual(types)
    const some = sampleFor(bordaRule).flatMap(({ profile }) => profile.ballots.map(({ ballot }) => ballot.type))
    expect([...new Set(some)].toSorted()).toStrictEqual(['ordinal', 'weak-order'])
  })
  it('have from no to twelve voters and from two to five options', () => {
    const sample = sampleFor(bordaRule)
    const voters = sample.map(({ profile }) => profile.voters)
    expect([Math.min(...voters), Math.max(...voters)]).toStrictEqual([0, 12])
    expect(new Set(sample.map(({ options }) => options.length))).toStrictEqual(new Set([2, 3, 4, 5]))
  })
  it('are level at the top in a good part', () => {
    const outcomes = sampleFor(bordaRule).map((election) => applyRule(bordaRule, election, {}))
    const level = outcomes.filter((outcome) => E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.winners.length > 1)
    expect(level.length).toBeGreaterThan(80)
    expect(level.length).toBeLessThan(320)
  })
  it('have a lot of all options and a seed, so that rules which draw need nothing more', () => {
    const sample = sampleFor(bordaRule)
    expect(sample.every(({ options, lot = [] }) => lot.length === options.length)).toBe(true)
    expect(new Set(sample.map(({ seed }) => seed)).size).toBeGreaterThan(300)
    expect(sample.every(({ seed }) => seed !== undefined && seed !== '')).toBe(true)
  })
  it('have all that a family needs', () => {
    for (const rule of [thieleRule, dhondtRule, mostSupportedRule])
      expect(sampleFor(rule).every((election) => E.isRight(applyRule(rule, election, {})))).toBe(true)
    const funded = sampleFor(mostSupportedRule).map((election) => applyRule(mostSupportedRule, election, {}))
    const sizes = funded.map((outcome) => (E.isRight(outcome) && outcome.right.type === 'allocation' ? outcome.right.selected.length : 0))
    expect([0, 1, 2, 3].every((size) => sizes.includes(size))).toBe(true)
  })
})
