import { describe, expect, it } from 'vitest'
import { profileOf } from '@isegoria/election'
import type { AllocationOutcome, Constraint, Election } from '@isegoria/election'
import { tenTo } from '@isegoria/exact'
import { equalShares, exactEqualShares, greedy, phragmen, welfareMaximum } from './index.ts'
import { faultOfAllocation } from './laws/fault-of-allocation.fixture.ts'
import { allocated } from './weighted-table.fixture.ts'

interface Given {
  readonly costs: Readonly<Record<string, bigint>>
  /** What each voter approves. */
  readonly voters: ReadonlyArray<ReadonlyArray<string>>
  readonly budget: bigint
  readonly constraints?: ReadonlyArray<Constraint>
}

const electionOf = ({ costs, voters, budget, constraints = [] }: Given): Election => ({
  options: Object.entries(costs).map(([id, cost]) => ({ id, cost })),
  profile: profileOf(voters.map((approved) => ({ type: 'approval', approved }))),
  budget,
  decimals: 0,
  constraints,
})

const [large, voters] = [tenTo(15), (number: number, ...approved: ReadonlyArray<string>) => Array.from({ length: number }, () => approved)]

/** Each is worked out by hand; what is funded stands in the order in which it is funded. */
const cases: ReadonlyArray<{
  readonly given: string
  readonly when: Given
  readonly funds: { readonly equalShares: ReadonlyArray<string>; readonly greedy: ReadonlyArray<string>; readonly phragmen: ReadonlyArray<string> }
}> = [
  {
    given: 'two projects that are level, and money for one',
    when: { costs: { b: 10n, a: 10n }, voters: voters(2, 'a', 'b'), budget: 10n },
    funds: { equalShares: ['a'], greedy: ['a'], phragmen: ['a'] },
  },
  {
    // Each voter has 3, so that the two who want the pool have 6. Money flows at one speed: the pool is paid for at 4.5.
    given: 'a project that costs nothing',
    when: { costs: { pool: 9n, free: 0n }, voters: [['free'], ...voters(2, 'pool')], budget: 9n },
    funds: { equalShares: ['free'], greedy: ['pool', 'free'], phragmen: ['free', 'pool'] },
  },
  {
    // Greedy funds whatever still fits, in the order of votes; who shares money buys only what somebody pays for.
    given: 'a project that nobody approves',
    when: { costs: { unloved: 1n, pool: 4n }, voters: voters(2, 'pool'), budget: 10n },
    funds: { equalShares: ['pool'], greedy: ['pool', 'unloved'], phragmen: ['pool'] },
  },
  {
    given: 'one that costs nothing and that nobody approves',
    when: { costs: { free: 0n, pool: 4n }, voters: voters(2, 'pool'), budget: 10n },
    funds: { equalShares: ['pool'], greedy: ['pool', 'free'], phragmen: ['pool'] },
  },
  {
    given: 'one voter, who wants more than there is: the cheapest first',
    when: { costs: { a: 6n, b: 5n, c: 4n }, voters: [['a', 'b', 'c']], budget: 10n },
    funds: { equalShares: ['c', 'b'], greedy: ['c', 'b'], phragmen: ['c', 'b'] },
  },
  {
    given: 'nobody who votes',
    when: { costs: { a: 6n, b: 5n }, voters: [], budget: 10n },
    funds: { equalShares: [], greedy: ['b'], phragmen: [] },
  },
  {
    given: 'a budget below every cost',
    when: { costs: { a: 4n, b: 5n }, voters: voters(3, 'a', 'b'), budget: 3n },
    funds: { equalShares: [], greedy: [], phragmen: [] },
  },
  {
    given: 'no money at all',
    when: { costs: { a: 4n, free: 0n }, voters: voters(3, 'a', 'free'), budget: 0n },
    funds: { equalShares: ['free'], greedy: ['free'], phragmen: ['free'] },
  },
  {
    given: 'an envelope below every cost of its projects, beside one that is not',
    when: {
      costs: { a: 4n, b: 5n },
      voters: voters(3, 'a', 'b'),
      budget: 10n,
      constraints: [{ type: 'envelope', name: 'north', options: ['a'], amount: 3n }],
    },
    funds: { equalShares: ['b'], greedy: ['b'], phragmen: ['b'] },
  },
  {
    // Each of four has a quarter of 10^15: three cannot pay for the dam. Greedy gives them all there is.
    given: 'costs of 1 and of 10^15, and not money enough for both',
    when: { costs: { dust: 1n, dam: large }, voters: [['dust'], ...voters(3, 'dam')], budget: large },
    funds: { equalShares: ['dust'], greedy: ['dam'], phragmen: ['dust'] },
  },
  {
    // The dam leaves a quarter of 1 in each purse, with which nobody buys dust; at equal speed dust is bought long before.
    given: 'costs of 1 and of 10^15, and money for both to the last unit',
    when: { costs: { dust: 1n, dam: large }, voters: [['dust', 'dam'], ...voters(3, 'dam')], budget: large + 1n },
    funds: { equalShares: ['dam'], greedy: ['dam', 'dust'], phragmen: ['dust', 'dam'] },
  },
  {
    // Half of the voters have 10^15 + 1, which is what b costs to the last unit; what is left of a's half buys no dust.
    given: 'costs of 10^15 that differ by 1',
    when: { costs: { b: large + 1n, a: large, dust: 1n }, voters: [...voters(3, 'a'), ...voters(3, 'b')], budget: 2n * large + 2n },
    funds: { equalShares: ['a', 'b'], greedy: ['a', 'b', 'dust'], phragmen: ['a', 'b'] },
  },
]

const outcomeOf = (rule: typeof greedy, election: Election): AllocationOutcome => {
  const outcome = allocated(rule, election)
  expect(faultOfAllocation(election, outcome, { fundsFree: true, isGreedy: rule === greedy })).toBeUndefined()
  return outcome
}

describe.each(cases)('given $given', ({ when, funds }) => {
  const election = electionOf(when)
  it('when it is counted by Equal Shares, then it funds what supporters pay for', () => {
    expect(outcomeOf(equalShares, election).selected).toStrictEqual(funds.equalShares)
  })
  it('when it is counted by greedy, then it funds by votes what fits', () => {
    expect(outcomeOf(greedy, election).selected).toStrictEqual(funds.greedy)
  })
  it('when it is counted by Phragmén, then it funds what is paid for first', () => {
    expect(outcomeOf(phragmen, election).selected).toStrictEqual(funds.phragmen)
  })
})

describe('given two projects that are level, and money for one', () => {
  const [first] = cases
  it.each([equalShares, greedy, phragmen])('when it is counted by $id, then the tie is told', (rule) => {
    if (first === undefined) throw new Error('there is a first case')
    const { ties } = outcomeOf(rule, electionOf(first.when))
    expect(ties).toStrictEqual([{ round: 1, tied: ['a', 'b'], chosen: 'a', by: 'option-id' }])
  })
})

describe('given two free projects that exclude each other', () => {
  const constraints = [{ type: 'at-most', name: 'either', options: ['a', 'b'], most: 1 } as const]
  const election = electionOf({ costs: { b: 0n, a: 0n, pool: 4n }, voters: voters(2, 'a', 'b', 'pool'), budget: 4n, constraints })
  it.each([phragmen, exactEqualShares, welfareMaximum])('when it is counted by $id, then the tie between them is told', (rule) => {
    const { selected, ties } = allocated(rule, election)
    expect(selected.toSorted()).toStrictEqual(['a', 'pool'])
    expect(ties).toMatchObject([{ tied: ['a', 'b'], chosen: 'a', by: 'option-id' }])
  })
})
