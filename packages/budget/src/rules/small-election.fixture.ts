import * as fc from 'fast-check'
import { profileOf } from '@isegoria/election'
import type { Ballot, Election } from '@isegoria/election'
import { tenTo } from '@isegoria/exact'
import { rowsOf } from './naive-election.oracle.ts'
import type { NaiveElection } from './naive-election.oracle.ts'

/** An election small enough for an oracle, in both shapes: as the rules read it, and as a table. */
export interface SmallElection {
  readonly election: Election
  readonly ballots: ReadonlyArray<Ballot>
  readonly naive: NaiveElection
}

export const electionOf = (options: Election['options'], ballots: ReadonlyArray<Ballot>, budget: bigint, decimals: number): SmallElection => ({
  election: { options, profile: profileOf(ballots), budget, decimals },
  ballots,
  naive: { projects: options, voters: rowsOf(ballots), budget, unit: tenTo(decimals) },
})

/** Code units, not numbers, order these: "10" stands before "2". */
const ids = ['2', '10', 'b', 'B', 'é', 'a/1']

const ballotOf = (marks: ReadonlyArray<string>, shape: number): Ballot => {
  const points = marks.map((id, place): [string, number] => [id, place])
  if (shape === 1) return { type: 'ordinal', ranking: marks }
  if (shape === 2) return { type: 'cumulative', points }
  return shape === 3 ? { type: 'score', scores: points } : { type: 'approval', approved: marks }
}

/** Costs by kind: unit costs, equal costs, small ones that often tie, ones that differ in the last digit of many, free ones, huge ones. */
const costs = (unit: bigint): fc.Arbitrary<fc.Arbitrary<bigint>> => {
  const near = tenTo(18) * unit
  return fc.constantFrom(
    fc.constant(unit),
    fc.constant(7n * unit),
    fc.bigInt({ min: 1n, max: 12n }).map((cost) => cost * unit),
    fc.bigInt({ min: 0n, max: 6n * unit }),
    fc.bigInt({ min: 10n * unit - 1n, max: 10n * unit + 1n }),
    fc.bigInt({ min: near - 1n, max: near + 1n }),
    fc.oneof(fc.constant(0n), fc.bigInt({ min: 1n, max: 3n }), fc.constant(near * near)),
  )
}

/**
 * Any small election: 1 to 6 projects, 0 to 7 voters, empty ballots and projects without votes among them, budgets from
 * nothing to more than everything costs.
 *
 * `largest` bounds the number of whole units in the budget a voter, so that add1 by single units ends soon.
 */
export const smallElection = (largest?: bigint): fc.Arbitrary<SmallElection> =>
  fc
    .record({ decimals: fc.constantFrom(0, 2), count: fc.integer({ min: 1, max: ids.length }), shape: fc.nat(4) })
    .chain(({ decimals, count, shape }) => {
      const named = ids.slice(0, count)
      const marks = fc.shuffledSubarray(named)
      const unit = tenTo(decimals)
      return fc
        .record({
          prices: costs(unit).chain((cost) => fc.array(cost, { minLength: count, maxLength: count })),
          voters: fc.array(marks, { maxLength: 7 }),
          order: fc.shuffledSubarray(named, { minLength: count, maxLength: count }),
          share: fc.integer({ min: 0, max: 12 }),
          odd: fc.bigInt({ min: -1n, max: 1n }),
        })
        .map(({ prices, voters, order, share, odd }) => {
          const limit = largest === undefined ? undefined : largest * unit
          const cost = (price: bigint): bigint => (limit === undefined || price <= limit ? price : (price % limit) + 1n)
          const options = order.map((id, place) => ({ id, cost: cost(prices[place] ?? 1n) }))
          const total = options.reduce((sum, option) => sum + option.cost, 0n)
          const wanted = (total * BigInt(share)) / 10n + odd
          const budget = wanted < 0n ? 0n : wanted
          return electionOf(
            options,
            voters.map((supported) => ballotOf(supported, shape)),
            budget,
            decimals,
          )
        })
    })
