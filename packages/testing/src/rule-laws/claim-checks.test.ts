import { describe, expect, it } from 'vitest'
import { applyRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { claimChecks } from './claim-checks.ts'
import type { ClaimOptions } from './claim-checks.ts'
import { electionOf } from './election-of.ts'
import { findCounterexample } from './find-counterexample.ts'
import { obeysItsClaims } from './obeys-its-claims.ts'
import { bordaRule, coverageRule, firstOptionRule, forgetfulRule, pluralityRule, throwingRule, unweightedRule } from './small-rules.fixture.ts'

const faultsOf = (rule: Rule, options: ClaimOptions = {}): ReadonlyArray<string> =>
  claimChecks(rule, { runs: 60, ...options }).flatMap(({ title, fault }) => {
    const found = fault()
    return found === undefined ? [] : [`${title}: ${found}`]
  })

const borda: Rule = { ...bordaRule, id: 'borda', claims: ['anonymity', 'pareto', 'participation'], violates: ['majority'] }

obeysItsClaims(borda, { runs: 50, counterexamples: { majority: '3: a > b > c; 2: b > c > a' } })
obeysItsClaims({ ...coverageRule, id: 'coverage', claims: ['jr', 'neutrality'] }, { runs: 50 })

describe('the checks of the claims of a rule', () => {
  it('find a claim that is false, and tell its story with a small election', () => {
    const [fault = '', ...more] = faultsOf({ ...borda, claims: ['condorcet-consistency'], violates: [] })
    expect(more).toStrictEqual([])
    expect(fault).toMatch(/^obeys condorcet-consistency: condorcet-consistency is broken: \w beats every other option, but .* wins?\n/)
    expect(electionOf(fault.split('\n').slice(2, -1).join('\n')).options.length).toBeLessThan(4)
  })
  it('ask for a counterexample of each violation', () => {
    expect(faultsOf({ ...borda, claims: [] })).toStrictEqual([
      'violates majority: majority is said to be violated, but no counterexample is given; findCounterexample looks for one',
    ])
  })
  it('want it to be one', () => {
    expect(faultsOf({ ...borda, claims: [] }, { counterexamples: { majority: '1: a > b' } })).toStrictEqual([
      'violates majority: majority is not broken in the election given as its counterexample',
    ])
  })
  it('want no counterexample of what is not said to be violated', () => {
    const counterexamples = { majority: '3: a > b > c; 2: b > c > a', smith: '1: a > b' }
    expect(faultsOf(borda, { counterexamples })[0]).toMatch('a counterexample for smith is given')
  })
  it('refuse a claim that says nothing about the family', () => {
    expect(faultsOf({ ...borda, claims: ['ejr'], violates: ['quota'] })).toStrictEqual([
      'obeys ejr: ejr says nothing about rules of the family voting: it cannot be claimed',
      'violates quota: quota says nothing about rules of the family voting: it cannot be violated',
    ])
  })
  it('catch a rule that throws, one that remembers, and one that counts nobody twice', () => {
    expect(faultsOf(throwingRule)[0]).toMatch(/^never fails, and gives sound outcomes: the rule fails: too many\n\noptions: \w \w \w$/)
    expect(faultsOf(forgetfulRule())).toHaveLength(1)
    expect(faultsOf({ ...unweightedRule, claims: ['majority'] })).toHaveLength(1)
  })
  it('notice when hardly anything is counted', () => {
    const refusing: Rule = { ...bordaRule, count: () => E.left({ type: 'BallotNotCountable', rule: 'tried', reason: 'never' }) }
    expect(faultsOf(refusing)[0]).toMatch('small elections are refused')
  })
})

describe('the search for a counterexample', () => {
  it('finds the same small one each time', () => {
    const found = findCounterexample(pluralityRule, 'condorcet-loser')
    expect(found).toStrictEqual(findCounterexample(pluralityRule, 'condorcet-loser'))
    const election = electionOf(found?.elections[0] ?? '')
    expect(election.options).toHaveLength(3)
    expect(E.toUnion(applyRule(pluralityRule, election, {}))).toStrictEqual(found?.outcomes[0])
  })
  it('finds none where there is none', () => {
    expect(findCounterexample(pluralityRule, 'majority', { tries: 300, seed: 7 })).toBeUndefined()
  })
  it('does not search for what cannot be', () => {
    expect(() => findCounterexample(firstOptionRule, 'ejr')).toThrow(RangeError)
  })
})
