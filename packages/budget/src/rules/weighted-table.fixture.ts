import * as fc from 'fast-check'
import { applyRule, profileBuilder, tieBreakOf } from '@isegoria/election'
import type { AllocationOutcome, Election, Parameters, Rule } from '@isegoria/election'
import { tenTo } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { allocate } from '../allocation/allocate.ts'
import { usualTies } from '../allocation/allocation-rule.ts'
import type { Pot } from '../allocation/pot.ts'
import type { WeightedTable } from './weighted-table.oracle.ts'

/** An election as rules read it, and as an oracle does. */
export interface Weighted {
  readonly election: Election
  readonly table: WeightedTable
}

interface Group {
  readonly approved: ReadonlyArray<string>
  readonly number: number
}

export const weighted = (costs: Readonly<Record<string, bigint>>, groups: ReadonlyArray<Group>, budget: bigint): Weighted => {
  const builder = profileBuilder()
  for (const { approved, number } of groups) builder.add({ type: 'approval', approved }, number)
  const options = Object.entries(costs).map(([id, cost]) => ({ id, cost }))
  const election: Election = { options, profile: builder.build(), budget, decimals: 0 }
  const ties = tieBreakOf('any', election, usualTies)
  if (E.isLeft(ties)) throw new Error('the usual ties need no lot')
  const voters = groups.map(({ approved, number }) => ({ supported: new Set(approved), number: BigInt(number) }))
  return { election, table: { costs: new Map(Object.entries(costs)), order: ties.right.order, voters, budget } }
}

const names = ['b', 'a', 'd', 'c', 'e']

/** Costs per supporter that are equal, nearly equal, small, of all sizes at once, or beyond what a float holds. */
const costOf = fc.constantFrom(
  fc.constant((_: bigint) => 6n),
  fc.bigInt({ min: 0n, max: 12n }).map((cost) => () => cost),
  fc.bigInt({ min: -1n, max: 1n }).map((odd) => (supporters: bigint) => supporters * tenTo(9) + 1n + odd),
  fc.bigInt({ min: -1n, max: 1n }).map((odd) => (supporters: bigint) => supporters * tenTo(40) + 1n + odd),
  fc.constantFrom(0n, 1n, 2n, tenTo(15)).map((cost) => () => cost),
)

/** Small elections for oracles: many voters of one ballot, near ties, free and unsupported projects, budgets below every cost. */
export const weightedElections: fc.Arbitrary<Weighted> = fc.integer({ min: 1, max: names.length }).chain((count) => {
  const ids = names.slice(0, count)
  const number = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) }, { weight: 1, arbitrary: fc.constantFrom(100, 99_991) })
  return fc
    .record({
      groups: fc.array(fc.record({ approved: fc.shuffledSubarray(ids), number }), { maxLength: 5 }),
      prices: costOf.chain((cost) => fc.array(cost, { minLength: count, maxLength: count })),
      share: fc.integer({ min: 0, max: 12 }),
      odd: fc.bigInt({ min: -1n, max: 1n }),
    })
    .map(({ groups, prices, share, odd }) => {
      const supporters = (id: string): bigint =>
        groups.reduce((sum, { approved, number: voters }) => (approved.includes(id) ? sum + BigInt(voters) : sum), 0n)
      const costs = Object.fromEntries(ids.map((id, place) => [id, prices[place]?.(supporters(id)) ?? 1n]))
      const wanted = (Object.values(costs).reduce((sum, cost) => sum + cost, 0n) * BigInt(share)) / 10n + odd
      return weighted(costs, groups, wanted < 0n ? 0n : wanted)
    })
})

export const allocated = (rule: Rule, election: Election, parameters: Parameters = {}): AllocationOutcome => {
  const outcome = applyRule(rule, election, parameters)
  if (E.isLeft(outcome) || outcome.right.type !== 'allocation') throw new Error(JSON.stringify(outcome))
  return outcome.right
}

/** What was bought, and each tie between more than one, as oracles tell it. */
export const purchasesOf = ({ selected, ties }: AllocationOutcome): ReadonlyArray<ReadonlyArray<string>> =>
  selected.map((id) => ties.find(({ chosen, tied }) => chosen === id && tied[0] === id)?.tied ?? [id])

/** The one pot of an election, as a rule sees it. */
export const potOf = (election: Election): Pot => {
  const ties = tieBreakOf('any', election, usualTies)
  const seen: Array<Pot> = []
  if (E.isRight(ties))
    allocate(election, { by: 'marks' }, ties.right, (pot) => {
      seen.push(pot)
      return E.right([])
    })
  const [pot] = seen
  if (pot === undefined) throw new Error('an election without envelopes has one pot')
  return pot
}
