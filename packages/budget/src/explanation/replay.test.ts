import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profileOf } from '@isegoria/election'
import type { Ballot, Election, Parameters } from '@isegoria/election'
import { compare, formatRatio, ratio, zero } from '@isegoria/exact'
import { breachOfEjrPlus } from '../checks/extended-plus.ts'
import { faultOfPrices } from '../checks/fault-of-prices.ts'
import { fewVoters } from '../checks/few-voters.fixture.ts'
import { equalShares } from '../equal-shares/equal-shares.ts'
import { exactEqualShares } from '../rules/exact-equal-shares/exact-equal-shares.ts'
import { greedy } from '../rules/greedy.ts'
import { allocated, approve, why } from './asked.fixture.ts'
import { effectiveSupport } from './effective-support.ts'
import { paymentsOf, times, totalOf } from './payments.oracle.ts'
import { pricesPaid } from './prices-paid.ts'
import { replayOf } from './replay.ts'

const priced = fc.constantFrom<Parameters>({}, { utility: 'cardinality' }, { completion: 'greedy' }, { completion: 'add1' })

describe('an outcome bought once more', () => {
  it('asks of each voter what the slow twin asks, at the price that the rule tells', () => {
    fc.assert(
      fc.property(fewVoters, priced, ({ election }, parameters) => {
        const outcome = allocated(equalShares, parameters, election)
        const bought = outcome.rounds.filter(({ figures }) => figures['price'] !== undefined)
        const replay = replayOf(election, outcome)
        expect(replay?.purchases.map(({ price }) => formatRatio(price)) ?? []).toStrictEqual(bought.map(({ figures }) => figures['price']))
        if (replay === undefined) return
        const [endowment = zero] = replay.endowments.values()
        const expected = paymentsOf(
          election,
          bought.map(({ option }) => option),
          endowment,
        )
        const { support } = replay
        for (const [place, { payments, denominator, groups }] of replay.purchases.entries()) {
          const paid = groups.map((group, at) => times(ratio(payments[at] ?? 0n, denominator), support.weights[group] ?? 0))
          expect(totalOf(paid)).toStrictEqual(totalOf(expected[place]?.values() ?? []))
          const each = groups.flatMap((group, at) =>
            Array.from({ length: support.weights[group] ?? 0 }, () => ratio(payments[at] ?? 0n, denominator)),
          )
          expect(each.toSorted(compare)).toStrictEqual([...(expected[place]?.values() ?? [])].toSorted(compare))
        }
      }),
      { numRuns: 300 },
    )
  })
  it('shows that Equal Shares is priceable, and keeps EJR+ up to any project', () => {
    fc.assert(
      fc.property(fewVoters, fc.constantFrom('cost', 'cardinality'), ({ election }, utility) => {
        const outcome = allocated(equalShares, { utility }, election)
        const prices = pricesPaid(election, outcome)
        if (prices !== undefined) expect(faultOfPrices(election, outcome.selected, prices)).toBeUndefined()
        expect(breachOfEjrPlus(election, outcome.selected, utility, 'any')).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })
  it('lets who gains more pay more, where points are counted', () => {
    const points = (...given: ReadonlyArray<[string, number]>): Ballot => ({ type: 'cumulative', points: given })
    const election: Election = {
      options: [{ id: 'pool', cost: 30n }],
      profile: profileOf([points(['pool', 2]), points(['pool', 1])]),
      budget: 40n,
      decimals: 0,
    }
    expect(why(equalShares, { utility: 'additive' }, election, 'pool').payments?.map(({ each }) => each)).toStrictEqual([ratio(10n), ratio(20n)])
    expect(why(equalShares, {}, election, 'pool').payments?.map(({ each }) => each)).toStrictEqual([ratio(15n), ratio(15n)])
  })
  it('asks the same of all who can pay it, where the rule does', () => {
    const election: Election = {
      options: [
        { id: 'pool', cost: 24n },
        { id: 'trees', cost: 20n },
      ],
      profile: profileOf([approve('pool', 'trees'), approve('pool'), approve('pool'), approve('pool'), approve('trees'), approve('trees')]),
      budget: 60n,
      decimals: 0,
    }
    const outcome = allocated(exactEqualShares, {}, election)
    expect(outcome.selected).toStrictEqual(['pool', 'trees'])
    expect(why(exactEqualShares, {}, election, 'trees').payments?.map(({ voters, each }) => [voters, each])).toStrictEqual([[2, ratio(10n)]])
    expect(effectiveSupport(election, outcome)?.map(({ projects }) => projects.map(({ support }) => support))).toStrictEqual([
      [ratio(4n), ratio(3n)],
      [ratio(2n)],
      [],
    ])
  })
  it('has purses of its own in every envelope', () => {
    const election: Election = {
      options: [
        { id: 'pool', cost: 20n },
        { id: 'trees', cost: 9n },
        { id: 'bench', cost: 12n },
      ],
      profile: profileOf([approve('pool', 'trees', 'bench'), approve('pool', 'trees', 'bench'), approve('pool')]),
      budget: 40n,
      decimals: 0,
      constraints: [{ type: 'envelope', name: 'green', options: ['trees', 'bench'], amount: 10n }],
    }
    const outcome = allocated(equalShares, {}, election)
    const replay = replayOf(election, outcome)
    expect(replay?.purchases.map(({ option, envelope, price }) => [option, envelope, price])).toStrictEqual([
      ['trees', 'green', ratio(9n, 2n)],
      ['pool', '', ratio(20n, 3n)],
    ])
    expect([...(replay?.endowments ?? [])]).toStrictEqual([
      ['green', ratio(5n)],
      ['', ratio(10n)],
    ])
    expect(pricesPaid(election, outcome)).toBeUndefined()
    expect(effectiveSupport(election, outcome)?.map(({ envelope, projects }) => [envelope, projects.map(({ option }) => option)])).toStrictEqual([
      ['green', ['trees', 'bench']],
      ['', ['pool']],
      ['green', ['bench']],
      ['', []],
    ])
  })
  it('is the same in whatever order the ballots came', () => {
    fc.assert(
      fc.property(fewVoters, ({ election }) => {
        const ballots = election.profile.ballots.flatMap(({ ballot, weight }) => Array.from({ length: weight }, () => ballot))
        const turned = { ...election, profile: profileOf(ballots.toReversed()) }
        for (const { id } of election.options) expect(why(equalShares, {}, turned, id)).toStrictEqual(why(equalShares, {}, election, id))
      }),
      { numRuns: 30 },
    )
  })
  it('is not there for a rule that asks for no payments', () => {
    const election: Election = { options: [{ id: 'pool', cost: 9n }], profile: profileOf([approve('pool')]), budget: 9n, decimals: 0 }
    expect(replayOf(election, allocated(greedy, {}, election))).toBeUndefined()
    expect(effectiveSupport(election, allocated(greedy, {}, election))).toBeUndefined()
    expect(pricesPaid(election, allocated(greedy, {}, election))).toBeUndefined()
  })
})

describe('effective support', () => {
  it('is highest for what is bought, where utility is cost, and never rises', () => {
    fc.assert(
      fc.property(fewVoters, ({ election }) => {
        const rounds = effectiveSupport(election, allocated(equalShares, { free: 'skipped' }, election)) ?? []
        const free = new Set(election.options.flatMap(({ id, cost }) => (cost === 0n ? [id] : [])))
        for (const [place, { bought, projects }] of rounds.entries()) {
          const chosen = projects.find(({ option }) => option === bought)
          for (const { option, support } of projects) {
            if (free.has(option)) continue
            if (chosen !== undefined) expect(compare(support, chosen.support)).toBeLessThanOrEqual(0)
            const before = rounds[place - 1]?.projects.find((one) => one.option === option)
            if (before !== undefined) expect(compare(support, before.support)).toBeLessThanOrEqual(0)
          }
          if (bought === undefined) expect(projects.every(({ option, support }) => free.has(option) || support.numerator === 0n)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
