import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRule } from '@isegoria/election'
import type { AllocationOutcome, Constraint, Election } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { greedy } from '../greedy.ts'
import { smallElection } from '../small-election.fixture.ts'
import { allocated, weighted } from '../weighted-table.fixture.ts'
import { bestSetsByTrying } from './best-sets.oracle.ts'
import { welfareMaximum } from './welfare-maximum.ts'

/** What a project is said to be worth, in a unit that divides the fractions of few voters and the decimals of roots. */
const worthOf = ({ rounds }: AllocationOutcome, id: string): bigint => {
  const [numerator = '0', denominator = '1'] = (rounds.find(({ option }) => option === id)?.figures['satisfaction'] ?? '').split('/')
  const unit = 720_720n * 10n ** 12n
  expect((unit * BigInt(numerator)) % BigInt(denominator)).toBe(0n)
  return (unit * BigInt(numerator)) / BigInt(denominator)
}

const limitsOn = (ids: ReadonlyArray<string>, together: number, most: bigint): ReadonlyArray<Constraint> => [
  { type: 'at-most', name: 'of three', options: ids, most: together },
  { type: 'cap', name: 'on three', options: ids, most },
  { type: 'at-most', name: 'of two', options: ids.slice(0, 2), most: 1 },
]

describe('the welfare maximum', () => {
  it.each([['cost'], ['cardinality'], ['additive'], ['score'], ['borda'], ['square-root'], ['effort'], ['relative-cardinality']])(
    'by %s funds the first of all sets that are best, under limits too, and records where there is another',
    (satisfaction) => {
      fc.assert(
        fc.property(smallElection(1000n), fc.nat(3), fc.bigInt({ min: 0n, max: 4000n }), ({ election }, together, most) => {
          const limited = { ...election, constraints: limitsOn(election.options.map(({ id }) => id).slice(0, 3), together, most) }
          const outcome = allocated(welfareMaximum, limited, { satisfaction, ties: 'lowest-cost+option-id' })
          const items = election.options
            .map((option) => ({ ...option, value: worthOf(outcome, option.id) }))
            .filter(({ value }) => value > 0n)
            .toSorted((left, right) => (left.cost === right.cost ? (left.id < right.id ? -1 : 1) : left.cost < right.cost ? -1 : 1))
          const rooms = limited.constraints.map((limit) => {
            if (limit.type !== 'cap' && limit.type !== 'at-most') throw new Error('no limit')
            const inside = [...items.keys()].filter((place) => limit.options.includes(items[place]?.id ?? ''))
            return { items: inside, isMoney: limit.type === 'cap', left: BigInt(limit.most) }
          })
          const sets = bestSetsByTrying(items, [{ items: [...items.keys()], isMoney: true, left: election.budget ?? 0n }, ...rooms])
          const text = items.map(({ id }) => (outcome.selected.includes(id) ? '1' : '0')).join('')
          const free = outcome.rounds.filter(({ decision }) => decision === 'costs nothing').map(({ option }) => option)
          expect(outcome.selected.every((id) => free.includes(id) || items.some((item) => item.id === id))).toBe(true)
          expect(text).toBe(sets[0]?.slice(0, items.length))
          expect(outcome.ties.filter(({ chosen }) => !free.includes(chosen)).length).toBe(sets.length > 1 ? 1 : 0)
        }),
        { numRuns: 60 },
      )
    },
  )
  it('counts satisfaction as greedy does, and reaches no less', () => {
    fc.assert(
      fc.property(smallElection(), fc.constantFrom('logarithm', 'relative-cost', 'square-root'), ({ election }, satisfaction) => {
        const [best, other] = [allocated(welfareMaximum, election, { satisfaction }), allocated(greedy, election, { satisfaction })]
        const said = ({ rounds }: AllocationOutcome): ReadonlyMap<string, string | undefined> =>
          new Map(rounds.map(({ option, figures }) => [option, figures['satisfaction']]))
        for (const [option, satisfied] of said(other)) expect(said(best).get(option)).toBe(satisfied)
        const total = ({ selected }: AllocationOutcome): number =>
          selected.reduce((sum, id) => {
            const [numerator, denominator = '1'] = (said(best).get(id) ?? '').replace('…', '').split('/')
            return sum + Number(numerator) / Number(denominator)
          }, 0)
        expect(total(best)).toBeGreaterThanOrEqual(total(other) * (1 - 1e-9))
      }),
    )
  })
  const groups = [
    { approved: ['a', 'c'], number: 3 },
    { approved: ['b', 'd'], number: 2 },
  ]
  it('funds two that greedy passes over for one', () => {
    const { election } = weighted({ a: 60n, b: 50n, d: 50n }, groups, 100n)
    expect(allocated(greedy, election).selected).toStrictEqual(['a'])
    const { selected, rounds } = allocated(welfareMaximum, election)
    expect(selected).toStrictEqual(['b', 'd'])
    expect(rounds.map(({ option, decision, figures }) => [option, decision, figures['total']])).toStrictEqual([
      ['b', 'funded', '100'],
      ['d', 'funded', '200'],
      ['a', 'not in the best set', undefined],
    ])
  })
  it('says why a project cannot be in any set', () => {
    const constraints = [{ type: 'cap', name: 'north', options: ['c'], most: 5n }] as const
    const { election } = weighted({ a: 60n, b: 500n, c: 6n, d: 0n, e: 1n }, groups, 100n)
    const { rounds } = allocated(welfareMaximum, { ...election, constraints })
    expect(rounds.map(({ option, decision }) => [option, decision])).toStrictEqual([
      ['a', 'funded'],
      ['d', 'costs nothing'],
      ['c', 'kept out by a limit'],
      ['b', 'does not fit'],
      ['e', 'no satisfaction'],
    ])
  })
  it('tells of a tie the projects of both sets', () => {
    const { ties, selected } = allocated(welfareMaximum, weighted({ a: 4n, b: 6n, c: 4n, d: 6n }, groups, 8n).election, {
      satisfaction: 'cardinality',
    })
    expect([selected, ties]).toStrictEqual([['a', 'c'], []])
    const level = weighted({ a: 5n, b: 5n, c: 5n }, [{ approved: ['a', 'b', 'c'], number: 2 }], 10n)
    expect(allocated(welfareMaximum, level.election).ties).toStrictEqual([{ round: 1, tied: ['a', 'c'], chosen: 'a', by: 'option-id' }])
  })
  it('keeps each envelope apart, and caps across them', () => {
    const constraints: ReadonlyArray<Constraint> = [
      { type: 'envelope', name: 'north', options: ['a', 'c'], amount: 60n, leftoverTo: '' },
      { type: 'cap', name: 'parks', options: ['a', 'b'], most: 100n },
    ]
    const { election } = weighted({ a: 60n, b: 50n, c: 40n, d: 30n }, groups, 100n)
    expect(allocated(welfareMaximum, { ...election, constraints }).selected).toStrictEqual(['a', 'd'])
  })
  it('funds nothing without voters or projects', () => {
    expect(allocated(welfareMaximum, weighted({ a: 1n }, [], 5n).election).selected).toStrictEqual([])
    expect(allocated(welfareMaximum, weighted({}, [], 0n).election).selected).toStrictEqual([])
  })
  it('refuses what would take too long', () => {
    const costs = Object.fromEntries(Array.from({ length: 60 }, (_, place) => [`p${place}`, 10n ** 12n + BigInt(place * place * place)]))
    const all: Election = weighted(costs, [{ approved: Object.keys(costs), number: 1 }], 30n * 10n ** 12n + 12_345n).election
    const outcome = applyRule(welfareMaximum, all, {})
    expect(E.isLeft(outcome) && outcome.left.type).toBe('ElectionTooLarge')
  })
})
