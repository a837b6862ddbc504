import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRule } from '@isegoria/election'
import type { AllocationOutcome, Rule } from '@isegoria/election'
import { compare, divide, formatMoney, formatRatio, ratio, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { equalSharesByDefinition } from './equal-shares.oracle.ts'
import type { NaiveParameters } from './equal-shares.oracle.ts'
import { greedyByDefinition } from './greedy.oracle.ts'
import { equalShares, greedy } from './index.ts'
import type { NaiveStep } from './naive-election.oracle.ts'
import { electionOf, smallElection } from './small-election.fixture.ts'
import type { SmallElection } from './small-election.fixture.ts'

const outcomeOf = (rule: Rule, { election }: SmallElection, parameters: Readonly<Record<string, string>>): AllocationOutcome => {
  const outcome = applyRule(rule, election, parameters)
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  if (outcome.right.type !== 'allocation') throw new Error('a budget rule allocates')
  return outcome.right
}
const steps = (chosen: ReadonlyArray<NaiveStep>): Pick<AllocationOutcome, 'selected'> & { readonly ties: ReadonlyArray<ReadonlyArray<string>> } => ({
  selected: chosen.map((step) => step.chosen),
  ties: chosen.filter(({ tied }) => tied.length > 1).map(({ tied }) => tied),
})
const stepsOf = ({ selected, ties }: AllocationOutcome): ReturnType<typeof steps> => ({ selected, ties: ties.map(({ tied }) => tied) })

/** The chain of the rules that the oracles' name for it stands for. */
const chainOf = (ties: string): string => (ties === 'id' ? 'option-id' : 'lowest-cost+most-votes+option-id')

const greedyIsNaive = (small: SmallElection, satisfaction: string, ties: string): void => {
  const outcome = outcomeOf(greedy, small, { satisfaction, ties: chainOf(ties) })
  expect(stepsOf(outcome)).toStrictEqual(steps(greedyByDefinition(small.naive, satisfaction, ties)))
}

/** A fraction as rounds tell it: one that is long by its first 12 decimals. */
const shortText = (number: Ratio): string => {
  const text = formatRatio(number)
  if (text.length <= 40) return text
  const scaled = (number.numerator * 10n ** 12n) / number.denominator
  return `${formatMoney({ minor: scaled, decimals: 12 })}…`
}

const equalSharesIsNaive = (small: SmallElection, parameters: NaiveParameters): void => {
  const outcome = outcomeOf(equalShares, small, { ...parameters, ties: parameters.ties === 'id' ? 'option-id' : 'lowest-cost+most-votes+option-id' })
  const { endowment, isEnough, purchases, added } = equalSharesByDefinition(small.naive, parameters)
  expect(stepsOf(outcome)).toStrictEqual(steps([...purchases, ...added]))
  // What is free is bought before anybody has a purse.
  const paid = purchases.flatMap(({ price }) => (compare(price, zero) === 0 ? [] : [divide(price, ratio(small.naive.unit))]))
  const bought = outcome.rounds.filter(({ figures }) => figures['price'] !== undefined)
  expect(bought.map(({ figures }) => figures['price'])).toStrictEqual(paid.map(shortText))
  const told = [...new Set(bought.map(({ figures }) => figures['endowment']))]
  expect(told).toHaveLength(Math.min(1, paid.length))
  // Of purses from which each voter could pay for everything any may be told.
  if (told.length > 0 && !isEnough) expect(told).toStrictEqual([shortText(endowment)])
}

const ties = fc.constantFrom('lowest-cost', 'id')
const utility = fc.constantFrom('cost', 'cardinality')
const start = fc.constantFrom('exact', 'floor')
const stop = fc.constantFrom('overspend', 'exhaustive')

describe('greedy', () => {
  it('chooses what its definition says, and names each tie', () => {
    fc.assert(
      fc.property(smallElection(), fc.constantFrom('cost', 'cardinality'), ties, (small, satisfaction, by) => {
        greedyIsNaive(small, satisfaction, by)
      }),
      { numRuns: 3000 },
    )
  })
  it.each([['2b'], ['b2'], ['cab'], ['bca']])('puts a free project without votes last, whatever the order of the options: %s', (order) => {
    const known = { a: 1n, b: 0n, c: 1n, 2: 1n } as const
    const options = [...order].map((id) => ({ id, cost: Object.entries(known).find(([name]) => name === id)?.[1] ?? 0n }))
    const ballots = [['c', 'a'], ['c'], ['2']].map((approved) => ({
      type: 'approval' as const,
      approved: approved.filter((id) => order.includes(id)),
    }))
    const small = electionOf(options, ballots, 10n, 0)
    greedyIsNaive(small, 'cardinality', 'id')
    expect(outcomeOf(greedy, small, { satisfaction: 'cardinality', ties: 'option-id' }).selected.at(-1)).toBe('b')
  })
})

describe('Equal Shares', () => {
  it.each(['none', 'greedy'])('with completion %s buys what its definition says, at the same prices, and names each tie', (completion) => {
    fc.assert(
      fc.property(smallElection(), utility, start, ties, (small, of, from, by) => {
        equalSharesIsNaive(small, { utility: of, completion, start: from, stop: 'overspend', ties: by })
      }),
      { numRuns: 3000 },
    )
  })
  it('with completion add1 ends at the same purse and buys the same', () => {
    fc.assert(
      fc.property(smallElection(12n), utility, start, stop, ties, (small, of, from, until, by) => {
        equalSharesIsNaive(small, { utility: of, completion: 'add1', start: from, stop: until, ties: by })
      }),
      { numRuns: 1500 },
    )
  })
})
