import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRatio } from '@isegoria/exact'
import { anyMajorities } from './majorities.fixture.ts'
import type { Majorities } from './majorities.ts'
import { maximalLottery } from './maximal-lottery.ts'
import { corners, isMaximal } from './maximal-lottery.oracle.ts'

const marginsOf = ({ options, margin }: Majorities): ReadonlyArray<ReadonlyArray<bigint>> =>
  options.map((_, one) => options.map((__, other) => BigInt(margin(one, other))))
const textOf = (margins: ReadonlyArray<ReadonlyArray<bigint>>): string => maximalLottery(margins).map(formatRatio).join(' ')

describe('a maximal lottery', () => {
  it('is beaten by no option on average', () => {
    fc.assert(
      fc.property(fc.oneof(anyMajorities(8), anyMajorities(7, 1000)), (majorities) => {
        const margins = marginsOf(majorities)
        expect(isMaximal(margins, maximalLottery(margins))).toBe(true)
      }),
    )
  })
  it('gives a share to whoever has one in a corner of the set of all of them, and is that corner where there is one', () => {
    fc.assert(
      fc.property(anyMajorities(5, 2), (majorities) => {
        const margins = marginsOf(majorities)
        const lottery = maximalLottery(margins)
        const all = corners(margins)
        expect(lottery.map(({ numerator }) => numerator > 0n)).toStrictEqual(
          margins.map((_, option) => all.some((corner) => (corner[option]?.numerator ?? 0n) > 0n)),
        )
        if (new Set(all.map((corner) => corner.map(formatRatio).join())).size === 1) expect(lottery).toStrictEqual(all[0])
      }),
    )
  })
  it('does not depend on the order of the options', () => {
    const turned = fc.tuple(anyMajorities(6, 2), fc.nat(5))
    fc.assert(
      fc.property(turned, ([majorities, by]) => {
        const margins = marginsOf(majorities)
        const turn = <A>(row: ReadonlyArray<A>): ReadonlyArray<A> =>
          row.map((_, place) => row[(place + by) % row.length]).filter((one) => one !== undefined)
        expect(maximalLottery(turn(margins).map(turn))).toStrictEqual(turn(maximalLottery(margins)))
      }),
    )
  })
  it('of a cycle gives each option the margin of the two others', () => {
    expect(
      textOf([
        [0n, 5n, -1n],
        [-5n, 0n, 3n],
        [1n, -3n, 0n],
      ]),
    ).toBe('1/3 1/9 5/9')
  })
  it('is as even as it may be where several are maximal', () => {
    expect(
      textOf([
        [0n, 0n, 2n],
        [0n, 0n, 0n],
        [-2n, 0n, 0n],
      ]),
    ).toBe('1/2 1/2 0')
  })
})
