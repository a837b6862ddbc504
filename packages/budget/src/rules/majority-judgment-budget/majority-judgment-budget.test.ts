import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profileOf } from '@isegoria/election'
import type { Ballot, Constraint, Election } from '@isegoria/election'
import { allocated } from '../weighted-table.fixture.ts'
import { fundedByGrades } from './majority-judgment-budget.oracle.ts'
import { majorityJudgmentBudget } from './majority-judgment-budget.ts'

const graded = (grades: Readonly<Record<string, number>>): Ballot => ({ type: 'score', scores: Object.entries(grades) })

const electionOf = (costs: Readonly<Record<string, bigint>>, voters: ReadonlyArray<Readonly<Record<string, number>>>, budget: bigint): Election => ({
  options: Object.entries(costs).map(([id, cost]) => ({ id, cost })),
  profile: profileOf(voters.map(graded)),
  budget,
  decimals: 0,
})

const ids = ['d', 'b', 'a', 'c']
const grades = fc.tuple(...ids.map((id) => fc.option(fc.integer({ min: -1, max: 3 })).map((grade) => (grade === null ? {} : { [id]: grade }))))
const voter = grades.map((given): Readonly<Record<string, number>> => Object.assign({}, ...given))

describe('majority judgment with a budget', () => {
  it('funds what its definition says, under limits too', () => {
    fc.assert(
      fc.property(
        fc.array(voter, { maxLength: 6 }),
        fc.array(fc.bigInt({ min: 0n, max: 5n }), { minLength: 4, maxLength: 4 }),
        fc.bigInt({ min: 0n, max: 15n }),
        fc.nat(3),
        fc.constantFrom('worst', 'normalised'),
        fc.constantFrom('skip', 'no-skip'),
        (voters, prices, budget, together, missing, dialect) => {
          const costs = Object.fromEntries(ids.map((id, place) => [id, prices[place] ?? 0n]))
          const constraints: ReadonlyArray<Constraint> = [{ type: 'at-most', name: 'of three', options: ['a', 'b', 'd'], most: together }]
          const election = { ...electionOf(costs, voters, budget), constraints }
          const projects = ids.toSorted().map((id) => ({ id, cost: costs[id] ?? 0n }))
          const isAllowed = (funded: ReadonlyArray<string>): boolean => funded.filter((id) => id !== 'c').length <= together
          const { selected } = allocated(majorityJudgmentBudget, election, { missing, dialect, ties: 'option-id' })
          expect(selected).toStrictEqual(fundedByGrades({ projects, voters, budget, isAllowed }, missing === 'normalised', dialect === 'no-skip'))
        },
      ),
      { numRuns: 500 },
    )
  })
  const voters = [
    { pool: 3, trees: 2, bench: 1 },
    { pool: 3, trees: 2, bench: 1 },
    { pool: 0, trees: 2 },
    { pool: 0, trees: 1, bench: 3 },
    { pool: 0, trees: 1 },
  ]
  it('lets no fervent minority win against those who object', () => {
    const { selected, rounds } = allocated(majorityJudgmentBudget, electionOf({ pool: 50n, trees: 40n, bench: 20n }, voters, 100n))
    expect(selected).toStrictEqual(['trees', 'bench'])
    expect(rounds.map(({ option, decision, figures }) => [option, decision, figures])).toStrictEqual([
      ['trees', 'funded', { median: '2', better: '0', worse: '2', cost: '40', left: '60' }],
      ['bench', 'funded', { median: '1', better: '1', worse: '2', cost: '20', left: '40' }],
      ['pool', 'does not fit', { median: '0', better: '2', worse: '0', cost: '50', left: '40' }],
    ])
  })
  it('leaves out what most find worst, if asked to', () => {
    const election = electionOf({ pool: 50n, trees: 40n, bench: 20n }, voters, 200n)
    expect(allocated(majorityJudgmentBudget, election).selected).toStrictEqual(['trees', 'bench', 'pool'])
    const { selected, rounds } = allocated(majorityJudgmentBudget, election, { 'least-median': '1' })
    expect(selected).toStrictEqual(['trees', 'bench'])
    expect(rounds.at(-1)?.decision).toBe('median below the least')
  })
  it('counts who gave no grade as the worst, or not at all', () => {
    const few = [{ a: 3 }, { b: 1 }, { b: 1 }]
    const order = (missing: string): ReadonlyArray<string> =>
      allocated(majorityJudgmentBudget, electionOf({ a: 1n, b: 1n }, few, 2n), { missing }).selected
    expect(order('worst')).toStrictEqual(['b', 'a'])
    expect(order('normalised')).toStrictEqual(['a', 'b'])
  })
  it('funds a number in each arrondissement, as Paris did in 2021', () => {
    const election = electionOf({ a1: 5n, a2: 5n, b1: 5n, b2: 5n }, [{ a1: 3, a2: 2, b1: 1, b2: 0 }], 20n)
    const constraints = [
      { type: 'at-most', name: '1er', options: ['a1', 'a2'], most: 1 },
      { type: 'at-most', name: '2e', options: ['b1', 'b2'], most: 1 },
    ] as const
    const { selected, rounds } = allocated(majorityJudgmentBudget, { ...election, constraints })
    expect(selected).toStrictEqual(['a1', 'b1'])
    expect(rounds[1]).toMatchObject({ option: 'a2', decision: 'kept out by a limit' })
  })
  it('asks in each envelope those who grade something there', () => {
    const local = [{ a1: 2, a2: 3 }, { a1: 2 }, { b1: 1 }, { b1: 1, b2: 2 }, { b2: 2 }]
    const election = electionOf({ a1: 5n, a2: 5n, b1: 5n, b2: 5n }, local, 10n)
    const constraints = [
      { type: 'envelope', name: '1er', options: ['a1', 'a2'], amount: 5n },
      { type: 'envelope', name: '2e', options: ['b1', 'b2'], amount: 5n },
    ] as const
    const { selected, rounds } = allocated(majorityJudgmentBudget, { ...election, constraints })
    expect(selected).toStrictEqual(['a1', 'b2'])
    expect(rounds.map(({ option, figures }) => [option, figures['median']])).toStrictEqual([
      ['a1', '2'],
      ['a2', '0'],
      ['b2', '2'],
      ['b1', '1'],
    ])
  })
  it('settles projects of equal grades by the order of ties, and records it', () => {
    const election = electionOf({ a: 6n, b: 5n, c: 9n }, [{ a: 2, b: 2, c: 2 }], 10n)
    const { selected, ties } = allocated(majorityJudgmentBudget, election)
    expect([selected, ties]).toStrictEqual([['b'], [{ round: 1, tied: ['b', 'a', 'c'], chosen: 'b', by: 'lowest-cost' }]])
    const ended = allocated(majorityJudgmentBudget, election, { dialect: 'no-skip', ties: 'option-id' })
    expect(ended.rounds.map(({ option, decision }) => [option, decision])).toStrictEqual([
      ['a', 'funded'],
      ['b', 'does not fit'],
      ['c', 'not reached'],
    ])
    expect(ended.ties.map(({ round, tied }) => [round, tied])).toStrictEqual([
      [1, ['a', 'b', 'c']],
      [2, ['b', 'c']],
    ])
  })
  it('needs no voters, no grades and no projects', () => {
    expect(allocated(majorityJudgmentBudget, electionOf({ a: 1n, b: 5n }, [], 3n)).selected).toStrictEqual(['a'])
    expect(allocated(majorityJudgmentBudget, electionOf({ a: 1n }, [{}, {}], 3n)).selected).toStrictEqual(['a'])
    expect(allocated(majorityJudgmentBudget, electionOf({}, [], 3n)).selected).toStrictEqual([])
  })
})
