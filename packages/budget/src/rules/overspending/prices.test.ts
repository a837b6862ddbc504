import { describe, expect, it } from 'vitest'
import { ratio } from '@isegoria/exact'
import { combined, nothingOf } from './holding.ts'
import type { Holding } from './holding.ts'
import { pricesOf } from './prices.ts'

const length = 40

/** One voter who paid for each of the first purchases of one of two sides, which take turns. */
const payerOf = (side: number, turns: number): Holding => {
  const holding = nothingOf(length)
  holding.voters = 1
  for (let turn = 0; turn < turns; turn++) holding.payers[2 * turn + side] = 1
  return holding
}

/** Two sides that buy in part, each time at a price which depends on all their earlier ones; one side pays `more` the first time. */
const sides = (more: bigint) => {
  const prices = pricesOf(ratio(1000n), 10_000n, true)
  for (let purchase = 0; purchase < length; purchase++) {
    const [side, turn] = [purchase % 2, Math.floor(purchase / 2)]
    const cost = 40n + BigInt(turn) + (purchase === 1 ? more : 0n)
    prices.buy({ project: purchase, cost, poor: payerOf(side, turn), rich: 2, cap: payerOf(side, Math.ceil(turn / 2)) })
  }
  return prices
}

describe('prices that take more bits than can be written', () => {
  it('are called equal where no number of bits tells them apart', () => {
    const difference = combined(1, payerOf(0, length / 2), -1, payerOf(1, length / 2))
    expect(sides(0n).compare(difference, 0n)).toBe(0)
  })
  it('are told apart where they differ', () => {
    const difference = combined(1, payerOf(0, length / 2), -1, payerOf(1, length / 2))
    expect(sides(1n).compare(difference, 0n)).toBe(1)
    expect(sides(-1n).compare(difference, 0n)).toBe(-1)
  })
})
