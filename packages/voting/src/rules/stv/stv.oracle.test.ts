import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { profileBuilder, tieBreakOf } from '@isegoria/election'
import type { Election, TieBreak } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { preferencesOf } from '../../tally/preferences.ts'
import { fixedText } from './fixed-point.ts'
import { gregoryCount } from './gregory-count.ts'
import { gregoryOracle } from './gregory.oracle.ts'
import { keepFactorCount } from './keep-factor-count.ts'
import { keepFactorOracle } from './keep-factor.oracle.ts'
import type { OraclePaper, OracleStep } from './keep-factor.oracle.ts'
import type { StvResult } from './trace.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f']

/** Papers over some of the options, each of them level with the one before it or below. */
const paper = (options: number, hasLevels: boolean): fc.Arbitrary<OraclePaper> =>
  fc
    .record({
      ranked: fc.shuffledSubarray(Array.from({ length: options }, (_, option) => option)),
      joined: fc.array(fc.boolean(), { minLength: options, maxLength: options }),
      voters: fc.integer({ min: 1, max: 12 }),
    })
    .map(({ ranked, joined, voters }) => {
      const tiers: Array<Array<number>> = []
      for (const [place, option] of ranked.entries()) {
        const last = tiers.at(-1)
        if (hasLevels && joined[place] === true && last !== undefined) last.push(option)
        else tiers.push([option])
      }
      return { tiers: tiers.map((tier) => tier.toSorted((left, right) => left - right)), voters }
    })

const cases = (hasLevels: boolean) =>
  fc.integer({ min: 2, max: 6 }).chain((options) =>
    fc.record({
      options: fc.constant(options),
      seats: fc.integer({ min: 1, max: options }),
      papers: fc.array(paper(options, hasLevels), { maxLength: 12 }),
      lot: fc.shuffledSubarray(
        Array.from({ length: options }, (_, option) => option),
        { minLength: options },
      ),
      quota: fc.constantFrom('droop' as const, 'hare' as const),
      decimals: fc.constantFrom(0, 1, 3, 5, 9, 12),
      omega: fc.integer({ min: 0, max: 12 }),
      surpluses: fc.constantFrom('in-turn' as const, 'together' as const),
    }),
  )

const electionOf = (options: number, papers: ReadonlyArray<OraclePaper>, lot: ReadonlyArray<number>): Election => {
  const builder = profileBuilder()
  for (const { tiers, voters } of papers)
    builder.add({ type: 'weak-order', tiers: tiers.map((tier) => tier.map((option) => ids[option] ?? '')) }, voters)
  return {
    options: ids.slice(0, options).map((id) => ({ id, cost: 0n })),
    profile: builder.build(),
    lot: lot.map((option) => ids[option] ?? ''),
    decimals: 0,
  }
}

const orderOf = (election: Election): TieBreak => {
  const order = tieBreakOf('stv', election, 'lot')
  if (E.isLeft(order)) throw new Error('no lot')
  return order.right
}

/** The rounds of both as text: whose, what, at which quota and with which votes. */
const told = ({ rounds }: StvResult) =>
  rounds
    .filter(({ decision }) => decision !== 'surplus-transferred')
    .map(({ option, decision, figures, tallies }) => ({ option, decision, quota: figures['quota'], tallies }))

/** `leaves`: whether those who are not elected at last leave the tallies, as votes that they hold are counted on. */
const expected = (steps: ReadonlyArray<OracleStep>, decimals: number, leaves: boolean) => {
  const gone = new Set<number>()
  return steps.map(({ option, decision, quota, votes }) => {
    const left = votes.flatMap((units, one): ReadonlyArray<readonly [string, string]> =>
      gone.has(one) ? [] : [[ids[one] ?? '', fixedText(units, decimals)]],
    )
    if (decision === 'excluded' || (decision === 'not-elected' && leaves)) gone.add(option)
    return { option: ids[option] ?? '', decision, quota: fixedText(quota, decimals), tallies: Object.fromEntries(left) }
  })
}

describe('counts of single transferable votes and their naive twins', () => {
  it('by keep factors agree in every round, level options counted as all strict orders', () => {
    fc.assert(
      fc.property(cases(true), ({ papers, lot, ...given }) => {
        const election = electionOf(given.options, papers, lot)
        const settings = { ...given, handing: 'meek', level: 'equalized' } as const
        const fast = keepFactorCount(preferencesOf(election), { ...settings, order: orderOf(election) })
        expect(told(fast)).toEqual(expected(keepFactorOracle(papers, { ...settings, order: lot }), given.decimals, true))
      }),
      { numRuns: 150 },
    )
  })

  it('by keep factors agree in every round, level options sharing a vote', () => {
    fc.assert(
      fc.property(cases(true), ({ papers, lot, ...given }) => {
        const election = electionOf(given.options, papers, lot)
        const settings = { ...given, handing: 'meek', level: 'split' } as const
        const fast = keepFactorCount(preferencesOf(election), { ...settings, order: orderOf(election) })
        expect(told(fast)).toEqual(expected(keepFactorOracle(papers, { ...settings, order: lot }), given.decimals, true))
      }),
      { numRuns: 150 },
    )
  })

  it('by prices agree in every round', () => {
    fc.assert(
      fc.property(cases(false), ({ papers, lot, ...given }) => {
        const election = electionOf(given.options, papers, lot)
        const settings = { ...given, handing: 'warren', level: 'equalized' } as const
        const fast = keepFactorCount(preferencesOf(election), { ...settings, order: orderOf(election) })
        expect(told(fast)).toEqual(expected(keepFactorOracle(papers, { ...settings, order: lot }), given.decimals, true))
      }),
      { numRuns: 150 },
    )
  })

  it('by surpluses agree in every round', () => {
    fc.assert(
      fc.property(cases(false), ({ papers, lot, ...given }) => {
        const election = electionOf(given.options, papers, lot)
        const fast = gregoryCount(preferencesOf(election), { ...given, order: orderOf(election) })
        expect(told(fast)).toEqual(expected(gregoryOracle(papers, { ...given, order: lot }), given.decimals, false))
      }),
      { numRuns: 300 },
    )
  })
})
