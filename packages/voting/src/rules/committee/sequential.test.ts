import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rule } from '@isegoria/election'
import { ratio, zero } from '@isegoria/exact'
import { committeeEqualShares } from './committee-equal-shares.ts'
import { maximinSupport } from './maximin-support.ts'
import { whole } from './optimal.oracle.ts'
import { consensus, phragmenEnestroem, seqPhragmen } from './phragmen-rules.ts'
import { consensusBySteps, enestroem, equalShares, maximinBySteps, reverseThiele, sequentialPhragmen, sequentialThiele } from './sequential.oracle.ts'
import { revSeqPav, seqCc, seqPav, seqSlav } from './sequential-thiele-rules.ts'
import { anySmallElection, asText, committeesBy } from './small-committees.fixture.ts'
import type { SmallElection } from './small-committees.fixture.ts'

type Twin = (small: SmallElection) => ReadonlyArray<ReadonlyArray<string>>

const rules: ReadonlyArray<readonly [string, Rule, Readonly<Record<string, string>>, Twin]> = [
  ['seq-pav', seqPav, {}, (small) => sequentialThiele(small, (nth) => ratio(1n, BigInt(nth)))],
  ['seq-slav', seqSlav, {}, (small) => sequentialThiele(small, (nth) => ratio(1n, BigInt(2 * nth - 1)))],
  ['seq-cc', seqCc, {}, (small) => sequentialThiele(small, (nth) => (nth === 1 ? whole(1) : zero))],
  ['rev-seq-pav', revSeqPav, {}, (small) => reverseThiele(small, (nth) => ratio(1n, BigInt(nth)))],
  ['seq-phragmen', seqPhragmen, {}, sequentialPhragmen],
  ['phragmen-enestroem', phragmenEnestroem, {}, enestroem],
  ['consensus', consensus, {}, consensusBySteps],
  ['maximin-support', maximinSupport, {}, maximinBySteps],
  ['equal shares, not completed', committeeEqualShares, { completion: 'none' }, (small) => equalShares(small, 'none')],
  ['equal shares, completed by phragmen', committeeEqualShares, { completion: 'phragmen' }, (small) => equalShares(small, 'phragmen')],
  ['equal shares, completed by approvals', committeeEqualShares, { completion: 'av' }, (small) => equalShares(small, 'av')],
]

describe.each(rules)('%s', (_, rule, parameters, twin) => {
  it('gives every committee that some way of settling the ties elects', () => {
    fc.assert(
      fc.property(anySmallElection, (small) => {
        const found = committeesBy(rule, small.election, { ...parameters, resolute: 'false' })
        expect(asText(small.options, found)).toStrictEqual(asText(small.options, twin(small)))
      }),
    )
  })
  it('elects one of them where ties are settled', () => {
    fc.assert(
      fc.property(anySmallElection, (small) => {
        const found = committeesBy(rule, small.election, { ...parameters, ties: 'option-id' })
        expect(found.length).toBe(1)
        expect(asText(small.options, twin(small))).toContain(asText(small.options, found)[0])
      }),
      { numRuns: 50 },
    )
  })
})

describe('equal shares with one more unit of money at a time', () => {
  it('fills every seat', () => {
    fc.assert(
      fc.property(anySmallElection, fc.constantFrom('true', 'false'), (small, resolute) => {
        for (const committee of committeesBy(committeeEqualShares, small.election, { completion: 'increment', resolute }))
          expect(committee.length).toBe(small.seats)
      }),
    )
  })
})
