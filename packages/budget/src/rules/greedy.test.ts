import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRule, profileOf } from '@isegoria/election'
import type { AllocationOutcome, Ballot, Constraint, Election, Option, Parameters } from '@isegoria/election'
import { byCodeUnit, E } from '@isegoria/kernel'
import { satisfactions } from '../satisfaction/satisfactions.ts'
import { greedyOfBallots } from './greedy-of-ballots.oracle.ts'
import { greedy } from './greedy.ts'
import { smallElection } from './small-election.fixture.ts'

const allocationOf = (election: Election, parameters: Parameters): AllocationOutcome => {
  const outcome = applyRule(greedy, election, parameters)
  if (E.isLeft(outcome) || outcome.right.type !== 'allocation') throw new Error(JSON.stringify(outcome))
  return outcome.right
}

const cheapestFirst = (left: Option, right: Option): number =>
  left.cost === right.cost ? byCodeUnit(left.id, right.id) : left.cost < right.cost ? -1 : 1

const approvals = (...approved: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<Ballot> =>
  approved.map((ids) => ({ type: 'approval', approved: ids }))
const electionOf = (costs: Readonly<Record<string, bigint>>, ballots: ReadonlyArray<Ballot>, budget: bigint): Election => ({
  options: Object.entries(costs).map(([id, cost]) => ({ id, cost })),
  profile: profileOf(ballots),
  budget,
  decimals: 0,
})

describe('greedy', () => {
  it.each(satisfactions.map(({ name }) => [name]))('by %s chooses what its definition says, under limits too', (satisfaction) => {
    fc.assert(
      fc.property(
        smallElection(),
        fc.constantFrom('greedy', 'greedy-no-skip', 'greedy-threshold', 'greedy-exclusive', 'greedy-custom'),
        fc.integer({ min: 0, max: 7 }),
        fc.nat(3),
        fc.bigInt({ min: 0n, max: 40n }),
        ({ election: { decimals, ...election }, ballots }, dialect, longest, together, most) => {
          const options = election.options.map((option) => ({ ...option, cost: option.cost + 1n }))
          const named = options.slice(0, 3)
          const ids = named.map(({ id }) => id)
          const constraints: ReadonlyArray<Constraint> = [
            { type: 'at-most', name: 'of three', options: ids, most: together },
            { type: 'cap', name: 'on three', options: ids, most },
          ]
          const isAllowed = (funded: ReadonlyArray<string>): boolean => {
            const within = named.filter(({ id }) => funded.includes(id))
            return within.length <= together && within.reduce((sum, { cost }) => sum + cost, 0n) <= most
          }
          const budget = election.budget ?? 0n
          const table = { options, ballots, budget, decimals, longest, isAllowed }
          const { selected } = allocationOf(
            { ...election, options, decimals, constraints },
            { satisfaction, dialect, longest: `${longest}`, ties: 'lowest-cost+option-id' },
          )
          const isEnded = dialect === 'greedy-no-skip' || dialect === 'greedy-custom'
          expect(selected).toStrictEqual(greedyOfBallots(table, satisfaction, isEnded, cheapestFirst))
        },
      ),
      { numRuns: 300 },
    )
  })
  it('passes over what does not fit, or ends there', () => {
    const election = electionOf({ a: 6n, b: 5n, c: 4n }, approvals(['a', 'b', 'c'], ['a', 'b'], ['a']), 10n)
    expect(allocationOf(election, {}).selected).toStrictEqual(['a', 'c'])
    const ended = allocationOf(election, { dialect: 'greedy-no-skip' })
    expect(ended.selected).toStrictEqual(['a'])
    expect(ended.rounds.map(({ decision }) => decision)).toStrictEqual(['funded', 'does not fit', 'not reached'])
  })
  it('names the tie that ended it, since another order would have funded more', () => {
    const { selected, ties } = allocationOf(electionOf({ a: 9n, b: 5n }, approvals(['a'], ['b']), 6n), {
      dialect: 'greedy-no-skip',
      ties: 'option-id',
    })
    expect(selected).toStrictEqual([])
    expect(ties).toStrictEqual([{ round: 1, tied: ['a', 'b'], chosen: 'a', by: 'option-id' }])
  })
  it('does not end at what an exclusion keeps out', () => {
    const election = electionOf({ a: 6n, b: 60n, c: 4n }, approvals(['a', 'b', 'c'], ['a', 'b'], ['a']), 10n)
    const constraints = [{ type: 'at-most', name: 'one site', options: ['a', 'b'], most: 1 }] as const
    const { selected, rounds } = allocationOf({ ...election, constraints }, { dialect: 'greedy-no-skip' })
    expect(selected).toStrictEqual(['a', 'c'])
    expect(rounds[1]?.decision).toBe('kept out by a limit')
  })
  it('ranks by points alone, or by points per cost', () => {
    const points: ReadonlyArray<Ballot> = [{ type: 'cumulative', points: [['a', 5], ['b', 3]] }, { type: 'cumulative', points: [['b', 1]] }] // prettier-ignore
    const election = electionOf({ a: 10n, b: 5n }, points, 10n)
    expect(allocationOf(election, {}).selected).toStrictEqual(['b'])
    const byScore = allocationOf(election, { satisfaction: 'score' })
    expect(byScore.selected).toStrictEqual(['a'])
    expect(byScore.rounds[0]?.figures).toStrictEqual({ supporters: '1', score: '5', cost: '10', left: '0' })
    expect(allocationOf(election, { satisfaction: 'additive' }).selected).toStrictEqual(['b'])
  })
  it('gives each place of a ranking one point less, from as many as there may be places', () => {
    const rankings: ReadonlyArray<Ballot> = [['a', 'b'], ['b'], ['c', 'b']].map((ranking) => ({ type: 'ordinal', ranking }))
    const scores = (longest: string): ReadonlyArray<string | undefined> =>
      allocationOf(electionOf({ a: 1n, b: 1n, c: 1n }, rankings, 9n), { satisfaction: 'score', longest }).rounds.map(
        ({ option, figures }) => `${option} ${figures['score']}`,
      )
    expect(scores('0')).toStrictEqual(['b 4', 'a 2', 'c 2'])
    expect(scores('3')).toStrictEqual(['b 7', 'a 3', 'c 3'])
  })
  it('by Chamberlin and Courant serves first those who have nothing', () => {
    const election = electionOf({ a: 1n, b: 1n, c: 1n }, approvals(['a', 'b'], ['a', 'b'], ['a', 'b'], ['c']), 2n)
    expect(allocationOf(election, { satisfaction: 'chamberlin-courant' }).selected).toStrictEqual(['a', 'c'])
    expect(allocationOf(election, {}).selected).toStrictEqual(['a', 'b'])
  })
})
