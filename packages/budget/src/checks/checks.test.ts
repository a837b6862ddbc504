import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyProfile, profileOf } from '@isegoria/election'
import type { Ballot, Election } from '@isegoria/election'
import { compare, ratio } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { oracleOf } from './all-groups.oracle.ts'
import type { CheckTooLarge, Deprived, Gain } from './claims-on-money.ts'
import { breachOfCore } from './core.ts'
import { breachOfEjrPlus } from './extended-plus.ts'
import { breachOfEjr } from './extended.ts'
import { fewVoters } from './few-voters.fixture.ts'
import { breachOfJr } from './justified-representation.ts'
import { breachOfPjr } from './proportional.ts'

const approve = (...approved: ReadonlyArray<string>): Ballot => ({ type: 'approval', approved })
const found = (breach: Either<CheckTooLarge, Deprived | undefined>): Deprived | undefined => {
  if (E.isLeft(breach)) throw new Error(JSON.stringify(breach.left))
  return breach.right
}
const gains: ReadonlyArray<Gain> = ['cost', 'cardinality']

/** The witness tells of voters who are there, and who may spend what they ask for where they ask for whole projects. */
const isWitness = (breach: Deprived | undefined, { profile }: Election): boolean => {
  if (breach === undefined) return true
  const cast = breach.ballots.reduce((sum, { voters }) => sum + voters, 0)
  return cast === breach.voters && breach.voters <= profile.voters && breach.ballots.length > 0
}

describe('checks of an outcome, beside every group of voters and every set of projects', () => {
  it('justified representation', () => {
    fc.assert(
      fc.property(fewVoters, ({ election, selected }) => {
        const breach = breachOfJr(election, selected)
        expect(breach === undefined).toBe(oracleOf(election, selected, 'cost').keepsJr())
        expect(isWitness(breach, election)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
  it('EJR, without slack, up to one, up to any', () => {
    fc.assert(
      fc.property(fewVoters, fc.constantFrom(...gains), ({ election, selected }, gain) => {
        const oracle = oracleOf(election, selected, gain)
        for (const slack of ['nothing', 'one', 'any'] as const) {
          const breach = found(breachOfEjr(election, selected, gain, slack))
          expect([slack, breach === undefined]).toStrictEqual([slack, oracle.keepsEjr(slack)])
          expect(isWitness(breach, election)).toBe(true)
          expect(breach === undefined || compare(ratio(breach.cost), breach.share) <= 0).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
  it('PJR, without slack and up to any', () => {
    fc.assert(
      fc.property(fewVoters, fc.constantFrom(...gains), ({ election, selected }, gain) => {
        const oracle = oracleOf(election, selected, gain)
        for (const slack of ['nothing', 'any'] as const) {
          const breach = found(breachOfPjr(election, selected, gain, slack))
          expect([slack, breach === undefined]).toStrictEqual([slack, oracle.keepsPjr(slack)])
          expect(isWitness(breach, election)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
  it('EJR+, up to one and up to any', () => {
    fc.assert(
      fc.property(fewVoters, fc.constantFrom(...gains), ({ election, selected }, gain) => {
        const oracle = oracleOf(election, selected, gain)
        for (const slack of ['one', 'any'] as const) {
          const breach = breachOfEjrPlus(election, selected, gain, slack)
          expect([slack, breach === undefined]).toStrictEqual([slack, oracle.keepsEjrPlus(slack)])
          expect(isWitness(breach, election)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
  it('the core', () => {
    fc.assert(
      fc.property(fewVoters, fc.constantFrom(...gains), ({ election, selected }, gain) => {
        const breach = found(breachOfCore(election, selected, gain))
        expect(breach === undefined).toBe(oracleOf(election, selected, gain).keepsCore())
        expect(breach === undefined || compare(ratio(breach.cost), breach.share) <= 0).toBe(true)
        expect(breach === undefined || compare(breach.owed, ratio(0n)) > 0).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('checks of an outcome', () => {
  const options = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, cost: 100n }))
  it('tell EJR from PJR: together a group has what each of it lacks', () => {
    const ballots = [approve('a', 'b', 'c'), approve('a', 'b', 'd'), approve('e', 'f'), approve('e', 'f')]
    const election: Election = { options, profile: profileOf(ballots), budget: 400n, decimals: 0 }
    const selected = ['c', 'd', 'e', 'f']
    expect(found(breachOfPjr(election, selected, 'cardinality', 'nothing'))).toBeUndefined()
    expect(breachOfJr(election, selected)).toBeUndefined()
    expect(found(breachOfEjr(election, selected, 'cardinality', 'nothing'))).toStrictEqual({
      projects: ['a', 'b'],
      cost: 200n,
      voters: 2,
      share: ratio(200n),
      ballots: [
        { supports: ['a', 'b', 'c'], voters: 1 },
        { supports: ['a', 'b', 'd'], voters: 1 },
      ],
      have: 1n,
      owed: ratio(2n),
    })
    expect(breachOfEjrPlus(election, selected, 'cardinality', 'any')).toMatchObject({ projects: ['a'], voters: 2, owed: ratio(2n) })
    expect(found(breachOfCore(election, selected, 'cardinality'))).toMatchObject({ projects: ['a', 'b'], voters: 2 })
  })
  it('look at nobody where nobody voted, or nothing is asked', () => {
    const election: Election = { options, profile: emptyProfile, budget: 400n, decimals: 0 }
    expect(breachOfJr(election, [])).toBeUndefined()
    expect(breachOfEjrPlus(election, [], 'cost', 'any')).toBeUndefined()
    expect(found(breachOfEjr(election, [], 'cost', 'nothing'))).toBeUndefined()
    expect(found(breachOfPjr(election, [], 'cost', 'any'))).toBeUndefined()
    expect(found(breachOfCore(election, [], 'cost'))).toBeUndefined()
  })
  it('say when there is too much to look at', () => {
    const many = Array.from({ length: 40 }, (_, place) => ({ id: `p${place}`, cost: 1n }))
    const election: Election = { options: many, profile: profileOf([approve(...many.map(({ id }) => id))]), budget: 40n, decimals: 0 }
    const selected = many.map(({ id }) => id)
    const isTooLarge = (breach: Either<CheckTooLarge, Deprived | undefined>): boolean => E.isLeft(breach) && breach.left.type === 'CheckTooLarge'
    expect(isTooLarge(breachOfCore(election, selected, 'cost'))).toBe(true)
    expect(isTooLarge(breachOfEjr(election, selected, 'cost', 'nothing'))).toBe(true)
    expect(isTooLarge(breachOfPjr(election, selected, 'cost', 'nothing'))).toBe(true)
  })
})
