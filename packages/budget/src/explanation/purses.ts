import { ratio } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import type { Support } from '../support/support.ts'

/** What one voter of each group has left, as whole numbers over one denominator; in minor units. */
export interface Purses {
  readonly left: ReadonlyArray<bigint>
  readonly denominator: bigint
}

/** Everybody has the same. */
export const fullPurses = ({ groups }: Support, { numerator, denominator }: Ratio): Purses => ({
  left: Array.from({ length: groups }, () => numerator),
  denominator,
})

/** Who supports a project, by group: how many they are and what the project gives to each. */
export interface Supporter {
  readonly group: number
  readonly voters: bigint
  readonly gain: bigint
}

/** The supporters of a project. */
export const supportersIn = ({ starts, supporters, weights, gains }: Support, project: number): ReadonlyArray<Supporter> =>
  Array.from(supporters.subarray(starts[project], starts[project + 1]), (group, place) => ({
    group,
    voters: BigInt(weights[group] ?? 0),
    gain: BigInt(gains[(starts[project] ?? 0) + place] ?? 1),
  }))

/** What supporters have left together, times the denominator of the purses. */
export const heldBy = (supporters: ReadonlyArray<Supporter>, { left }: Purses): bigint =>
  supporters.reduce((sum, { group, voters }) => sum + (left[group] ?? 0n) * voters, 0n)

/**
 * The lowest price per unit of gain at which the supporters of a project pay its cost together, where a voter pays price
 * times gain, or all that is left of the purse; `undefined` where they do not have so much.
 *
 * The price is looked for from below: who has less than a price asks has less than any higher one, so that at each look more
 * voters are known to give all they have. Cost: a few looks at the supporters.
 */
export const priceOf = (supporters: ReadonlyArray<Supporter>, cost: bigint, purses: Purses): Ratio | undefined => {
  const { left, denominator } = purses
  if (supporters.length === 0 || heldBy(supporters, purses) < cost * denominator) return undefined
  let rich = supporters
  let due = cost * denominator
  for (;;) {
    const gain = rich.reduce((sum, one) => sum + one.gain * one.voters, 0n)
    if (gain === 0n) return ratio(0n)
    const asked = due
    const still = rich.filter((one) => (left[one.group] ?? 0n) * gain >= asked * one.gain)
    if (still.length === rich.length) return ratio(due, gain * denominator)
    for (const one of rich) if ((left[one.group] ?? 0n) * gain < asked * one.gain) due -= (left[one.group] ?? 0n) * one.voters
    rich = still
  }
}

/** What a purchase takes: purses afterwards, and what one voter of each of the supporters' groups pays, times their denominator. */
export interface Paid {
  readonly purses: Purses
  readonly payments: ReadonlyArray<bigint>
}

/** The supporters pay: price times gain, or all they have left. */
export const pay = (supporters: ReadonlyArray<Supporter>, price: Ratio, { left, denominator }: Purses): Paid => {
  const scale = ratio(price.denominator, denominator).numerator
  const common = denominator * scale
  const perGain = (price.numerator * common) / price.denominator
  const after = scale === 1n ? [...left] : left.map((has) => has * scale)
  const payments = supporters.map(({ group, gain }) => {
    const [has, asked] = [after[group] ?? 0n, perGain * gain]
    const paid = has < asked ? has : asked
    after[group] = has - paid
    return paid
  })
  return { purses: { left: after, denominator: common }, payments }
}

/**
 * The most supporters of whom each can pay an equal part of the cost; none where there are no such.
 *
 * Who cannot pay a part of so many cannot pay one of fewer: looked for from all supporters down.
 */
export const equalPayers = (supporters: ReadonlyArray<Supporter>, cost: bigint, { left, denominator }: Purses): ReadonlyArray<Supporter> => {
  for (let payers = supporters; ;) {
    const voters = payers.reduce((sum, one) => sum + one.voters, 0n)
    const still = payers.filter(({ group }) => (left[group] ?? 0n) * voters >= cost * denominator)
    if (still.length === payers.length) return payers
    payers = still
  }
}
