import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lockedPairs } from './locked-pairs.ts'
import { lockedPairsByWalking } from './locked-pairs.oracle.ts'
import { anyMajorities, majoritiesFrom } from './majorities.fixture.ts'
import type { Majorities } from './majorities.ts'
import { margins, thenLeastOpposed, victoriesBy, winningVotes } from './victories.ts'
import type { Strength, Victory } from './victories.ts'

const locked = (majorities: Majorities, strength: Strength, isRiver = false): ReadonlyArray<string> =>
  lockedPairs(victoriesBy(majorities, strength), ({ loser }, isDefeated) => !isRiver || isDefeated[loser] === 0)
    .map(({ winner, loser }) => `${winner}>${loser}`)
    .toSorted()

const byMargin = ({ support, opposition }: Victory): ReadonlyArray<number> => [support - opposition, 0]
const byVotesThenOpposition = ({ support, opposition }: Victory): ReadonlyArray<number> => [support, -opposition]

describe('the pairs of ranked pairs', () => {
  it('are those that one locks by walking through what is locked', () => {
    fc.assert(
      fc.property(anyMajorities(6), (majorities) => {
        expect(locked(majorities, thenLeastOpposed(winningVotes))).toStrictEqual(lockedPairsByWalking(majorities, byVotesThenOpposition, false))
        expect(locked(majorities, margins)).toStrictEqual(lockedPairsByWalking(majorities, byMargin, false))
      }),
    )
  })
  it('of a river are those that one locks by walking, none into an option that is beaten', () => {
    fc.assert(
      fc.property(anyMajorities(6), (majorities) => {
        expect(locked(majorities, margins, true)).toStrictEqual(lockedPairsByWalking(majorities, byMargin, true))
      }),
    )
  })
  it('are dropped together where equally strong ones close a cycle, even those that a locked one contradicts', () => {
    const cycle = majoritiesFrom([
      [0, 2, 1],
      [1, 0, 2],
      [2, 1, 0],
    ])
    expect(locked(cycle, margins)).toStrictEqual([])
  })
})
