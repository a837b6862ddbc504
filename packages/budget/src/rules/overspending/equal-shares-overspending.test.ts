import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profileBuilder } from '@isegoria/election'
import type { Election } from '@isegoria/election'
import { compare, floor, formatRatio, multiply, ratio, tenTo, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { obeysItsClaims } from '@isegoria/testing'
import { equalShares } from '../../equal-shares/equal-shares.ts'
import { allocationOf } from '../fidelity.fixture.ts'
import { allocated, purchasesOf, weighted, weightedElections } from '../weighted-table.fixture.ts'
import type { Weighted } from '../weighted-table.fixture.ts'
import { equalSharesOverspending } from './equal-shares-overspending.ts'
import { overspendingByDefinition } from './overspending.oracle.ts'

// One of three voters, whose share would pay for b, gets nothing: the two others fund a with two thirds of its cost.
const counterexamples = { proportionality: 'options: a=3 b=1; budget: 3; 2: {a}; 1: {b}' }

obeysItsClaims(equalSharesOverspending, { runs: 60, counterexamples })
// Six pay for r and, in part, for q; then the seventh, whose share would pay for b, finds too little left.
const ofCardinality = { proportionality: 'options: q=51 r=15 b=10; budget: 70; 6: {q, r}; 1: {b}' }

obeysItsClaims(equalSharesOverspending, { runs: 60, counterexamples: ofCardinality, parameters: { utility: 'cardinality' } })

const names = ['b', 'a', 'd', 'c', 'e', 'f']

/** Costs near one another and near what supporters have, of all sizes; groups of one voter and of millions. */
const nearTies: fc.Arbitrary<Weighted> = fc
  .record({
    size: fc.constantFrom(1n, 10n, 60n, tenTo(9), tenTo(18), tenTo(40)),
    parts: fc.array(fc.record({ part: fc.bigInt({ min: 1n, max: 4n }), odd: fc.bigInt({ min: -1n, max: 1n }) }), { minLength: 1, maxLength: 6 }),
    groups: fc.array(
      fc.record({
        approved: fc.shuffledSubarray(names, { minLength: 1 }),
        number: fc.oneof(fc.constantFrom(1, 2), fc.constantFrom(1, 3, 5_000_000, 4_999_999)),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    share: fc.bigInt({ min: 2n, max: 9n }),
  })
  .map(({ size, parts, groups, share }) => {
    const ids = names.slice(0, parts.length)
    const costs = parts.map(({ part, odd }) => part * size + odd)
    const budget = (costs.reduce((sum, cost) => sum + cost, 0n) * share) / 10n
    const held = groups.map(({ approved, number }) => ({ approved: approved.filter((id) => ids.includes(id)), number }))
    return weighted(Object.fromEntries(ids.map((id, place) => [id, costs[place] ?? 0n])), held, budget)
  })

const utilities = fc.constantFrom('cost', 'cardinality')

/** Whether a text is the fraction, or its first twelve decimals where that is long. */
const isText = (text = '', number: Ratio): boolean => {
  if (!text.endsWith('…')) return text === formatRatio(number)
  const [whole = '', decimals = ''] = text.slice(0, -1).split('.')
  return formatRatio(number).length > 40 && BigInt(whole + decimals.padEnd(12, '0')) === floor(multiply(number, ratio(tenTo(12))))
}

const holds = ({ election, table }: Weighted, utility: string): void => {
  const outcome = allocated(equalSharesOverspending, election, { utility })
  const { bought, purses, funded } = overspendingByDefinition(table, utility)
  const paid = outcome.rounds.filter(({ decision }) => decision === 'bought by its supporters')
  const rows = purchasesOf(outcome).slice(outcome.selected.length - paid.length)
  expect(rows).toStrictEqual(bought.map(({ level }) => level))
  expect(outcome.selected.toSorted()).toStrictEqual([...funded].toSorted())
  for (const [place, { alpha, price }] of bought.entries()) {
    expect(isText(paid[place]?.figures['alpha'], alpha)).toBe(true)
    expect(isText(paid[place]?.figures['price'], price)).toBe(true)
  }
  expect(BigInt(outcome.cost) <= table.budget).toBe(true)
  expect(purses.every((purse) => compare(purse, zero) >= 0)).toBe(true)
}

describe('BOS Equal Shares', () => {
  it('buys what its definition says, in its order, with its α, and names each tie', () => {
    fc.assert(
      fc.property(weightedElections, utilities, (held, utility) => {
        holds(held, utility)
      }),
      { numRuns: 1100 },
    )
  })
  it('is not misled by differences far below what a float can tell', () => {
    fc.assert(
      fc.property(nearTies, utilities, (held, utility) => {
        holds(held, utility)
      }),
      { numRuns: 1100 },
    )
  })
  it('funds in the first example of its authors what they say', () => {
    const costs = { A: 300_000n, B: 400_000n, C: 300_000n, D: 240_000n, E: 170_000n, F: 100_000n }
    const ballots = ['A', 'ABCE', 'ABC', 'ABC', 'ABC', 'ABF', 'DE', 'DE', 'DEF', 'CDF']
    const groups = ballots.map((ballot) => ({ approved: Array.from(ballot), number: 1 }))
    const { selected, rounds } = allocated(equalSharesOverspending, weighted(costs, groups, 1_000_000n).election)
    expect(selected).toStrictEqual(['A', 'C', 'D', 'F'])
    expect(rounds.map(({ figures }) => figures['alpha'] ?? '')).toStrictEqual(['1', '5/6', '1', '5/6', '', ''])
    expect(rounds[1]?.figures).toStrictEqual({ supporters: '5', cost: '300000', alpha: '5/6', price: '60000', left: '400000' })
    expect(rounds[5]?.decision).toBe('more than is left of the budget')
  })
  it('funds what nearly everybody wants, though they cannot quite pay for it', () => {
    const groups = [
      { approved: ['A'], number: 403 },
      { approved: ['B'], number: 11 },
    ]
    const { election } = weighted({ A: 310_000n, B: 6000n }, groups, 310_000n)
    expect(allocated(equalSharesOverspending, election).selected).toStrictEqual(['A'])
    expect(allocated(equalShares, election).selected).toStrictEqual(['B'])
  })
  it('is Equal Shares where everybody can pay for all they want', () => {
    const groups = [
      { approved: ['a', 'b'], number: 3 },
      { approved: ['b'], number: 2 },
    ]
    const { election } = weighted({ a: 20n, b: 30n }, groups, 100n)
    const { rounds } = allocated(equalSharesOverspending, election)
    expect(rounds.map(({ option, figures }) => [option, figures['price'], figures['alpha']])).toStrictEqual([
      ['b', '6', '1'],
      ['a', '20/3', '1'],
    ])
  })
  it('tells the same rounds in whatever order ballots come', () => {
    fc.assert(
      fc.property(nearTies, fc.infiniteStream(fc.nat()), utilities, ({ election }, random, utility) => {
        const keyed = election.profile.ballots.map((entry) => ({ ...entry, key: random.next().value }))
        const builder = profileBuilder()
        for (const { ballot, weight } of keyed.toSorted((one, other) => one.key - other.key)) builder.add(ballot, weight)
        const shuffled = { ...election, profile: builder.build() }
        expect(allocated(equalSharesOverspending, shuffled, { utility })).toStrictEqual(allocated(equalSharesOverspending, election, { utility }))
      }),
      { numRuns: 200 },
    )
  })
  it('keeps two halves that mirror each other level to the end', () => {
    // Each half is a chain of groups, any three neighbours of which have a project that they cannot quite pay for.
    const length = 24
    const half = (side: string): ReadonlyArray<{ readonly approved: ReadonlyArray<string>; readonly number: number }> =>
      Array.from({ length }, (_, voter) => ({ approved: [`${side}${voter}`, `${side}${voter + 1}`, `${side}${voter + 2}`], number: voter + 3 }))
    const costs = Object.fromEntries(
      ['a', 'b'].flatMap((side) => Array.from({ length: length + 2 }, (_, place) => [`${side}${place}`, BigInt(900 + 37 * place)])),
    )
    const { selected, ties, rounds } = allocated(
      equalSharesOverspending,
      weighted(costs, [...half('a'), ...half('b'), { approved: [], number: 704 }], 56_000n).election,
    )
    expect(rounds.filter(({ figures }) => (figures['alpha'] ?? '1') !== '1').length).toBeGreaterThan(16)
    for (let place = 0; place + 1 < selected.length; place += 2) expect(selected[place]?.slice(1)).toBe(selected[place + 1]?.slice(1))
    expect(ties).toHaveLength(Math.ceil(selected.length / 2))
  })
  it('keeps limits, free projects and envelopes apart from what is bought', () => {
    const { election } = weighted({ a: 4n, b: 4n, c: 5n, d: 0n, e: 1n }, [{ approved: ['a', 'b', 'c', 'd'], number: 2 }], 20n)
    const capped: Election = { ...election, constraints: [{ type: 'at-most', options: ['a', 'b'], most: 1, name: 'one' }] }
    const { selected, rounds } = allocated(equalSharesOverspending, capped)
    expect(selected).toStrictEqual(['d', 'a', 'c'])
    expect(rounds.map(({ decision }) => decision)).toStrictEqual([
      'costs nothing',
      'bought by its supporters',
      'bought by its supporters',
      'over a limit',
      'no supporters',
    ])
    expect(allocated(equalSharesOverspending, election, { free: 'skipped' }).selected).toStrictEqual(['a', 'b', 'c'])
  })
  it('funds nothing without voters, or without money', () => {
    expect(allocated(equalSharesOverspending, weighted({ a: 0n, b: 1n }, [], 5n).election).selected).toStrictEqual([])
    expect(allocated(equalSharesOverspending, weighted({ a: 0n, b: 1n }, [{ approved: ['a', 'b'], number: 2 }], 0n).election).selected).toStrictEqual(
      ['a'],
    )
  })
})

describe.skipIf(process.env['ISEGORIA_DATA'] === undefined)('BOS Equal Shares in Łódź', () => {
  it.each([
    ['cost', 36, 11],
    ['cardinality', 58, 27],
  ])('by %s', (utility, funded, inPart) => {
    const { selected, rounds } = allocationOf(equalSharesOverspending, { utility }, 'Poland_Lodz_2022.pb')
    expect(selected).toHaveLength(funded)
    expect(rounds.filter(({ figures }) => (figures['alpha'] ?? '1') !== '1')).toHaveLength(inPart)
  })
})
