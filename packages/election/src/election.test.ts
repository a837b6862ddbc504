import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalHash, E } from '@isegoria/kernel'
import { applyRule, electionHash, emptyProfile, merge, profileBuilder, profileOf } from './index.ts'
import type { Ballot, Election, Outcome, Rule } from './index.ts'

const options = ['a', 'b', 'c', 'd']
const ballot: fc.Arbitrary<Ballot> = fc.oneof(
  fc.subarray(options).map((approved): Ballot => ({ type: 'approval', approved })),
  fc.shuffledSubarray(options).map((ranking): Ballot => ({ type: 'ordinal', ranking })),
  fc.option(fc.constantFrom(...options)).map((choice): Ballot => ({ type: 'choose-one', choice })),
  fc.shuffledSubarray(options).map((ids): Ballot => ({ type: 'cumulative', points: ids.map((id, place): [string, number] => [id, place]) })),
)
const ballots = fc.array(ballot, { maxLength: 30 })

describe('a profile', () => {
  it('is the same whoever comes first', () => {
    fc.assert(
      fc.property(
        ballots.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(profileOf(shuffled)).toStrictEqual(profileOf(all))
        },
      ),
    )
  })
  it('of all ballots is the merge of the profiles of the parts, with an identity', () => {
    fc.assert(
      fc.property(ballots, ballots, ballots, (a, b, c) => {
        const [pa, pb, pc] = [profileOf(a), profileOf(b), profileOf(c)]
        expect(merge(pa, pb)).toStrictEqual(profileOf([...a, ...b]))
        expect(merge(merge(pa, pb), pc)).toStrictEqual(merge(pa, merge(pb, pc)))
        expect(merge(emptyProfile, pa)).toStrictEqual(pa)
      }),
    )
  })
  it('keeps ballots apart that say different things, whatever the names of their options', () => {
    const names = fc.array(fc.constantFrom('a', 'b', '0.', '1.2,', ',', '', '"', 'a,b'), { maxLength: 3 })
    const odd: fc.Arbitrary<Ballot> = fc.oneof(
      names.map((approved): Ballot => ({ type: 'approval', approved })),
      names.map((ranking): Ballot => ({ type: 'ordinal', ranking })),
      fc.array(fc.tuple(fc.constantFrom('a', '0.1,', '1'), fc.nat(12)), { maxLength: 3 }).map((scores): Ballot => ({ type: 'score', scores })),
    )
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 12 }), (all) => {
        const texts = all.map((one) => JSON.stringify(profileOf([one]).ballots[0]?.ballot))
        expect(profileOf(all).ballots.map((counted) => counted.ballot)).toStrictEqual([...new Set(texts)].toSorted().map((text) => JSON.parse(text)))
      }),
    )
  })
  it('forgets a removed ballot, and has none to remove that was never added', () => {
    fc.assert(
      fc.property(ballots, ballots, (kept, removed) => {
        const builder = profileBuilder()
        for (const one of kept) builder.add(one)
        const numbers = removed.map((one) => builder.add(one))
        for (const number of numbers) builder.remove(number)
        expect(builder.build()).toStrictEqual(profileOf(kept))
      }),
    )
    expect(() => profileBuilder().remove(0)).toThrow(RangeError)
  })
  it.each([1.5, Number.NaN, Infinity, 2 ** 53])('takes no points of %d, which nobody could count exactly', (points) => {
    expect(() => profileOf([{ type: 'score', scores: [['a', points]] }])).toThrow(RangeError)
  })
  it.each([0, 0.5, Number.NaN, 2 ** 53])('takes no weight of %d, and no more voters than can be counted', (weight) => {
    expect(() => profileBuilder().add({ type: 'approval', approved: [] }, weight)).toThrow(RangeError)
    const builder = profileBuilder()
    builder.add({ type: 'approval', approved: [] }, Number.MAX_SAFE_INTEGER)
    expect(() => builder.add({ type: 'approval', approved: [] })).toThrow(RangeError)
  })
  it('keeps negative and large points as they are', () => {
    const scores: Array<[string, number]> = [
      ['a', -1],
      ['b', -(2 ** 31)],
      ['c', Number.MAX_SAFE_INTEGER],
      ['d', Number.MIN_SAFE_INTEGER],
    ]
    expect(profileOf([{ type: 'score', scores }]).ballots[0]?.ballot).toStrictEqual({ scores, type: 'score' })
  })
  it('counts two approvals of the same set as one ballot, two rankings in another order as two', () => {
    const sets = profileOf([
      { type: 'approval', approved: ['a', 'b'] },
      { type: 'approval', approved: ['b', 'a'] },
    ])
    expect(sets.ballots).toStrictEqual([{ ballot: { type: 'approval', approved: ['a', 'b'] }, weight: 2 }])
    expect(
      profileOf([
        { type: 'ordinal', ranking: ['a', 'b'] },
        { type: 'ordinal', ranking: ['b', 'a'] },
      ]).ballots,
    ).toHaveLength(2)
  })
})

const election: Election = {
  options: [
    { id: 'a', cost: 60n },
    { id: 'b', cost: 50n },
  ],
  profile: profileOf([{ type: 'approval', approved: ['a'] }]),
  budget: 100n,
  decimals: 0,
}
const rule = (outcome: Outcome): Rule => ({
  id: 'fixed',
  version: '1',
  title: 'Fixed',
  family: 'budget',
  source: 'none',
  ballots: ['approval'],
  parameters: [{ name: 'colour', values: ['red', 'blue'], meaning: 'none' }],
  claims: [],
  violates: [],
  count: () => E.right(outcome),
})
const allocation = (selected: ReadonlyArray<string>, cost: string): Outcome => ({
  type: 'allocation',
  selected,
  cost,
  budget: '100',
  ties: [],
  rounds: [],
})

const failed = E.left({ type: 'RuleFailed', rule: 'fixed' })
const type = (result: ReturnType<typeof applyRule>): string => (E.isLeft(result) ? result.left.type : 'counted')

describe('applying a rule', () => {
  it('refuses an unknown parameter, a wrong value, a ballot it cannot read and a missing budget', () => {
    const any = rule(allocation(['a'], '60'))
    const { budget: _, ...without } = election
    expect(type(applyRule(any, election, { size: '1' }))).toBe('UnknownParameter')
    expect(type(applyRule(any, election, { colour: 'green' }))).toBe('ParameterOutOfRange')
    expect(type(applyRule(any, { ...election, profile: profileOf([{ type: 'choose-one', choice: 'a' }]) }, {}))).toBe('BallotNotReadable')
    expect(type(applyRule(any, without, {}))).toBe('BudgetMissing')
    expect(type(applyRule(any, election, {}))).toBe('counted')
  })
  it.each([
    ['overspends', allocation(['a', 'b'], '110')],
    ['states another cost', allocation(['a'], '61')],
    ['invents a project', allocation(['x'], '0')],
    ['funds twice', allocation(['a', 'a'], '120')],
    ['states another budget', { ...allocation(['a'], '60'), budget: '999' } as Outcome],
    ['tells of a tie with a stranger', { ...allocation(['a'], '60'), ties: [{ round: 1, tied: ['a', 'x'], chosen: 'a', by: 'id' }] }],
    ['is a ranking by a rule for budgets', { type: 'ranking', ranking: [['a'], ['b']], winners: ['a'], ties: [], rounds: [] }],
    ['has no ties', { ...allocation(['a'], '60'), ties: undefined } as unknown as Outcome],
    ['has a budget of no text', { ...allocation(['a'], '60'), budget: Number.NaN } as unknown as Outcome],
    ['is nothing', undefined as unknown as Outcome],
  ] satisfies ReadonlyArray<readonly [string, Outcome]>)('never lets an outcome pass that %s', (_, outcome) => {
    expect(applyRule(rule(outcome), election, {})).toMatchObject(failed)
  })
  it.each([
    ['a promise', Promise.resolve(E.right(allocation(['a'], '60')))],
    ['an outcome that is no Either', allocation(['a'], '60')],
    ['nothing', undefined],
  ])('never takes %s for an answer', (_, answer) => {
    const careless = { ...rule(allocation(['a'], '60')), count: () => answer } as unknown as Rule
    expect(applyRule(careless, election, {})).toMatchObject(failed)
  })
  it('answers for a rule that throws, or refuses in words nobody knows', () => {
    const throwing = { ...rule(allocation(['a'], '60')), count: () => JSON.parse('{') }
    expect(applyRule(throwing, election, {})).toMatchObject(failed)
    const mumbling = { ...rule(allocation(['a'], '60')), count: () => E.left({ type: 'NotToday' }) } as unknown as Rule
    expect(applyRule(mumbling, election, {})).toMatchObject(failed)
  })
  it('is not misled by a rule that changes the election', () => {
    const cheating = (change: (given: { options: Array<{ id: string; cost: bigint }>; budget: bigint }) => void): Rule => ({
      ...rule(allocation(['a', 'b'], '110')),
      count: (given) => {
        change(given as never)
        return E.right(allocation(['a', 'b'], '110'))
      },
    })
    for (const change of [
      (given: { budget: bigint }) => (given.budget = 5000n),
      (given: { options: Array<{ cost: bigint }> }) => given.options.forEach((option) => (option.cost = 0n)),
      (given: { options: Array<{ id: string; cost: bigint }> }) => given.options.push({ id: 'yacht', cost: 0n }),
    ])
      expect(applyRule(cheating(change), election, {})).toMatchObject(failed)
    expect(election.options).toHaveLength(2)
  })
  it('hashes what is counted: any cost, any ballot, any budget', () => {
    const hash = electionHash(election)
    expect(electionHash({ ...election, budget: 101n })).not.toBe(hash)
    expect(
      electionHash({
        ...election,
        options: [
          { id: 'a', cost: 61n },
          { id: 'b', cost: 50n },
        ],
      }),
    ).not.toBe(hash)
    expect(electionHash({ ...election, profile: emptyProfile })).not.toBe(hash)
    expect(electionHash({ ...election })).toBe(hash)
  })
  it('hashes the canonical JSON of options, budget, voters and ballots', () => {
    const budget = fc.option(fc.bigInt({ min: 0n, max: 10n ** 20n }))
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 3000, size: 'max' }), budget, (all, amount) => {
        const profile = profileOf(all)
        const listed = [
          { id: 'a', cost: '60' },
          { id: 'b', cost: '50' },
        ]
        const { budget: _, ...without } = { ...election, profile }
        expect(electionHash(amount === null ? without : { ...without, budget: amount })).toBe(
          canonicalHash({ options: listed, budget: amount?.toString() ?? null, voters: all.length, ballots: profile.ballots }),
        )
      }),
      { numRuns: 20 },
    )
  })
})
