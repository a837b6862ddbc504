import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ratio, zero } from '@isegoria/exact'
import type { Rule } from '@isegoria/election'
import { leximaxPhragmen, minimaxPhragmen } from './load-rules.ts'
import { lexMinimaxAv, minimaxAv } from './minimax-av-rules.ts'
import { monroe } from './monroe-rules.ts'
import { adamsWorth, bestByLooking, leximaxWorth, lexicographicWorth, lexMinimaxWorth, minimaxLoadWorth, minimaxWorth } from './optimal.oracle.ts'
import { monroeWorth, thieleWorth, whole } from './optimal.oracle.ts'
import type { Worth } from './optimal.oracle.ts'
import { av, sav } from './separable-rules.ts'
import { anySmallElection, asText, committeesBy } from './small-committees.fixture.ts'
import { chamberlinCourant, geometric, lexChamberlinCourant, pav, slav, thieleAdams } from './thiele-rules.ts'

const savWorth: Worth = (committee, { voters }) => {
  const points = voters.map((approved) => ({ got: approved.filter((id) => committee.includes(id)).length, all: approved.length }))
  // 60 is a multiple of every length of a ballot of up to five options.
  return [whole(points.reduce((sum, { got, all }) => sum + (all === 0 ? 0 : (60 * got) / all), 0))]
}

const rules: ReadonlyArray<readonly [string, Rule, Worth]> = [
  ['av', av, thieleWorth(() => whole(1))],
  ['sav', sav, savWorth],
  ['pav', pav, thieleWorth((nth) => ratio(1n, BigInt(nth)))],
  ['slav', slav, thieleWorth((nth) => ratio(1n, BigInt(2 * nth - 1)))],
  ['cc', chamberlinCourant, thieleWorth((nth) => (nth === 1 ? whole(1) : zero))],
  ['geom2', geometric, thieleWorth((nth) => ratio(1n, 1n << BigInt(nth)))],
  ['lexcc', lexChamberlinCourant, lexicographicWorth],
  ['thiele-adams', thieleAdams, adamsWorth],
  ['minimax-av', minimaxAv, minimaxWorth],
  ['lexminimax-av', lexMinimaxAv, lexMinimaxWorth],
  ['monroe', monroe, monroeWorth],
  ['minimax-phragmen', minimaxPhragmen, minimaxLoadWorth],
  ['leximax-phragmen', leximaxPhragmen, leximaxWorth],
]

describe.each(rules)('%s', (_, rule, worth) => {
  it('gives the committees that are best of all', () => {
    fc.assert(
      fc.property(anySmallElection, (small) => {
        const found = committeesBy(rule, small.election, { resolute: 'false' })
        expect(asText(small.options, found)).toStrictEqual(asText(small.options, bestByLooking(small, worth)))
        expect(found.length).toBe(new Set(found.map((committee) => committee.join())).size)
      }),
    )
  })
  it('settles ties for the committee whose best member in the order comes first', () => {
    fc.assert(
      fc.property(anySmallElection, (small) => {
        const [chosen = []] = committeesBy(rule, small.election, { ties: 'option-id' })
        const best = bestByLooking(small, worth).map((committee) => committee.toSorted().join(' '))
        expect(chosen.toSorted().join(' ')).toBe(best.toSorted()[0])
      }),
      { numRuns: 50 },
    )
  })
})
