import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyMajorities, majoritiesFrom } from './majorities.fixture.ts'
import { undefeatedVictories } from './split-cycles.ts'
import { stableWinners, TooManySets } from './stable-winners.ts'
import { splitCycleByWalking, stableWinnersAsSaid } from './stable-winners.oracle.ts'
import { margins, victoriesBy } from './victories.ts'

describe('stable winners', () => {
  it('are those that one finds by trying all pairs', () => {
    fc.assert(
      fc.property(anyMajorities(5, 6), (majorities) => {
        const all = [...majorities.options.keys()]
        const winners = stableWinners(majorities, 1000)(all).map(({ winner }) => winner)
        expect(winners.toSorted((left, right) => left - right)).toStrictEqual(stableWinnersAsSaid(all, majorities.margin))
      }),
    )
  })
  it('are not looked for in more sets than one allows', () => {
    const cycle = majoritiesFrom([
      [0, 2, 1, 2],
      [1, 0, 2, 2],
      [2, 1, 0, 2],
      [1, 1, 1, 0],
    ])
    expect(() => stableWinners(cycle, 1)([0, 1, 2, 3])).toThrow(TooManySets)
    expect(stableWinners(cycle, 100)([0, 1, 2, 3]).map(({ winner }) => winner)).toStrictEqual(stableWinnersAsSaid([0, 1, 2, 3], cycle.margin))
  })
  it('are among those whom Split Cycle leaves undefeated', () => {
    fc.assert(
      fc.property(anyMajorities(6), (majorities) => {
        const all = [...majorities.options.keys()]
        const defeated = new Set(undefeatedVictories(victoriesBy(majorities, margins)).map(({ loser }) => loser))
        expect(all.filter((option) => !defeated.has(option))).toStrictEqual(splitCycleByWalking(all, majorities.margin))
        expect(stableWinners(majorities, 1000)(all).every(({ winner }) => !defeated.has(winner))).toBe(true)
      }),
    )
  })
})
