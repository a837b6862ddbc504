import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profileOf } from '@isegoria/election'
import type { Ballot, Election, OptionId } from '@isegoria/election'
import { compare, multiply, ratio, add, zero } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { faultOfPrices } from './fault-of-prices.ts'
import { fewVoters } from './few-voters.fixture.ts'
import { solutionOf } from './linear-inequalities.ts'
import { pricesFor } from './priceability.ts'
import type { PriceSystem } from './priceability.ts'

const approve = (...approved: ReadonlyArray<string>): Ballot => ({ type: 'approval', approved })
const priced = (election: Election, selected: ReadonlyArray<OptionId>, purses: 'any' | 'share'): PriceSystem | undefined => {
  const prices = pricesFor(election, selected, purses)
  if (E.isLeft(prices)) throw new Error(JSON.stringify(prices.left))
  return prices.right
}

describe('linear inequalities', () => {
  const small = fc.bigInt({ min: -4n, max: 4n })
  const system = fc.integer({ min: 1, max: 4 }).chain((variables) =>
    fc.record({
      variables: fc.constant(variables),
      inequalities: fc.array(fc.record({ coefficients: fc.array(small, { minLength: variables, maxLength: variables }), bound: small }), {
        maxLength: 7,
      }),
    }),
  )
  it('have a point that keeps them all, or weights that prove that none does', () => {
    fc.assert(
      fc.property(system, ({ inequalities, variables }) => {
        const solution = solutionOf(inequalities, variables)
        if (solution.type === 'point') {
          expect(solution.point.every((part) => part.numerator >= 0n)).toBe(true)
          for (const { coefficients, bound } of inequalities) {
            const sum = coefficients.reduce(
              (total, coefficient, place) => add(total, multiply(ratio(coefficient), solution.point[place] ?? zero)),
              zero,
            )
            expect(compare(sum, ratio(bound))).toBeLessThanOrEqual(0)
          }
          return
        }
        const { weights } = solution
        const weighted = (of: (place: number) => bigint): bigint => weights.reduce((sum, weight, place) => sum + weight * of(place), 0n)
        expect(weights.every((weight) => weight >= 0n)).toBe(true)
        for (let variable = 0; variable < variables; variable++)
          expect(weighted((place) => inequalities[place]?.coefficients[variable] ?? 0n)).toBeGreaterThanOrEqual(0n)
        expect(weighted((place) => inequalities[place]?.bound ?? 0n)).toBeLessThan(0n)
      }),
      { numRuns: 500 },
    )
  })
})

describe('priceability', () => {
  it('is shown by prices that keep every condition', () => {
    fc.assert(
      fc.property(fewVoters, fc.constantFrom('any', 'share'), ({ election, selected }, purses) => {
        const prices = priced(election, selected, purses)
        expect(prices === undefined ? undefined : faultOfPrices(election, selected, prices)).toBeUndefined()
        const share = ratio(election.budget ?? 0n, BigInt(Math.max(1, election.profile.voters)))
        if (purses === 'share' && prices !== undefined && election.profile.voters > 0)
          expect(compare(prices.endowment, share)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
  const options = [
    { id: 'pool', cost: 60n },
    { id: 'trees', cost: 40n },
    { id: 'bench', cost: 30n },
  ]
  it('is not kept by what nobody supports, nor by a majority that takes all', () => {
    const election: Election = {
      options,
      profile: profileOf([approve('pool', 'trees'), approve('pool', 'trees'), approve('bench')]),
      budget: 100n,
      decimals: 0,
    }
    expect(priced(election, ['pool', 'trees'], 'any')).toBeUndefined()
    const prices = priced(election, ['pool', 'bench'], 'any')
    expect(prices && faultOfPrices(election, ['pool', 'bench'], prices)).toBeUndefined()
    expect(prices?.prices.flatMap(({ pays }) => pays.map(({ option }) => option))).toContain('bench')
    expect(priced({ ...election, profile: profileOf([approve('pool')]) }, ['trees'], 'any')).toBeUndefined()
    expect(priced(election, [], 'any')?.endowment).toStrictEqual(zero)
    expect(priced(election, [], 'share')).toBeUndefined()
  })
  it('is not looked for in a city', () => {
    const ballots = Array.from({ length: 120 }, (_, place) => approve('pool', `p${place}`))
    const many = ballots.map((_, place) => ({ id: `p${place}`, cost: 1n }))
    const prices = pricesFor({ options: [...options, ...many], profile: profileOf(ballots), budget: 9n, decimals: 0 }, ['p1'], 'any')
    expect(E.isLeft(prices) && prices.left.type).toBe('CheckTooLarge')
  })
  it('is refused for prices that are none', () => {
    const election: Election = { options, profile: profileOf([approve('pool', 'bench'), approve('pool', 'bench')]), budget: 100n, decimals: 0 }
    const system = (endowment: bigint, ...pays: ReadonlyArray<readonly [OptionId, bigint]>): PriceSystem => ({
      endowment: ratio(endowment),
      prices: [{ supports: ['pool', 'bench'], voters: 2, pays: pays.map(([option, each]) => ({ option, each: ratio(each) })) }],
    })
    expect(faultOfPrices(election, ['pool'], system(30n, ['pool', 30n]))).toBeUndefined()
    expect(faultOfPrices(election, ['pool'], system(29n, ['pool', 30n]))).toContain('more than there is')
    expect(faultOfPrices(election, ['pool'], system(50n, ['pool', 30n]))).toContain('more left')
    expect(faultOfPrices(election, ['pool'], system(30n, ['pool', 20n]))).toContain('not what is due')
    expect(faultOfPrices(election, [], system(30n, ['pool', 30n]))).toContain('not what is due')
    expect(faultOfPrices(election, ['trees'], system(30n, ['trees', 20n]))).toContain('without support')
    expect(faultOfPrices(election, ['pool'], system(30n, ['pool', 40n], ['bench', -10n]))).toContain('less than nothing')
    const others = { ...election, profile: profileOf([approve('pool'), approve('pool', 'bench')]) }
    expect(faultOfPrices(others, ['pool'], system(30n, ['pool', 30n]))).toContain('2 voters of')
    const more = { ...election, profile: profileOf([approve('pool', 'bench'), approve('pool', 'bench'), approve('bench'), approve('bench')]) }
    expect(faultOfPrices(more, ['pool'], system(30n, ['pool', 30n]))).toContain('more left')
  })
})
