import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyOrderWinners, TooManyOrders } from './any-order-winners.ts'
import { winnersOverAllOrders } from './any-order-winners.oracle.ts'
import { anyMajorities, majoritiesFrom } from './majorities.fixture.ts'
import { margins, thenLeastOpposed, victoriesBy, winningVotes } from './victories.ts'
import type { Victories } from './victories.ts'

const winners = (victories: Victories, most = 10_000): ReadonlyArray<number> =>
  anyOrderWinners(victories, most)(Array.from({ length: victories.size }, (_, option) => option))

/** Every option beats those behind it in a circle, up to half of them, by one vote. */
const circle = (size: number): Victories =>
  victoriesBy(
    majoritiesFrom(
      Array.from({ length: size }, (_, one) =>
        Array.from({ length: size }, (__, other) => ((other - one + size) % size <= size / 2 && one !== other ? 1 : 0)),
      ),
    ),
    margins,
  )

describe('the winners of ranked pairs over all orders', () => {
  it('are those that one finds by trying every order', () => {
    fc.assert(
      fc.property(anyMajorities(4), (majorities) => {
        for (const strength of [margins, thenLeastOpposed(winningVotes)]) {
          const victories = victoriesBy(majorities, strength)
          expect(winners(victories)).toStrictEqual(winnersOverAllOrders(victories))
        }
      }),
      { numRuns: 150 },
    )
  })
  it('are those of five options whose victories are often equally strong', () => {
    fc.assert(
      fc.property(anyMajorities(5, 6), (majorities) => {
        const victories = victoriesBy(majorities, margins)
        const universes = victories.groups.reduce((product, group) => product * group.reduce((all, _, place) => all * (place + 1), 1), 1)
        fc.pre(universes <= 800)
        expect(winners(victories)).toStrictEqual(winnersOverAllOrders(victories))
      }),
      { numRuns: 100 },
    )
  })
  it('are all options of a circle in which all are alike', () => {
    expect(winners(circle(7))).toStrictEqual([0, 1, 2, 3, 4, 5, 6])
    expect(winners(circle(40))).toHaveLength(40)
  })
  it('are not looked for in more sets of locked victories than one allows', () => {
    expect(() => winners(circle(7), 5)).toThrow(TooManyOrders)
  })
  it('are found among those that are left', () => {
    const [first, ...others] = anyOrderWinners(circle(5), 1000)([0, 1])
    expect([first, others]).toStrictEqual([0, []])
  })
})
