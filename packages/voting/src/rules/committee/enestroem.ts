import { formatRatio, ratio } from '@isegoria/exact'
import { numbersOf } from './approvals.ts'
import type { Approvals } from './approvals.ts'
import { changed, equalPurses, holdersIn, keyOf, togetherOf } from './purses.ts'
import type { Change, Purses } from './purses.ts'
import type { Construction, Leaders } from './sequential.ts'
import { limit } from './work-limit.ts'

/** Fractions longer than this are not computed with: they get about twice as long with each seat. */
const mostBits = 400_000

interface Method {
  readonly purses: Purses
  /** What the purses are when a round begins. */
  readonly filled: (purses: Purses) => Purses
  /** What supporters pay and others keep when an option with so much support is elected. */
  readonly change: (support: bigint, purses: Purses, option: number) => Omit<Change, 'option'>
}

const supportOf = (approvals: Approvals, purses: Purses): ((option: number) => bigint) => {
  const holders = holdersIn(approvals, purses)
  const positive = { ...purses, amounts: purses.amounts.map((amount) => (amount > 0n ? amount : 0n)) }
  return (option) => togetherOf(holders(option), positive)
}

const electing = (approvals: Approvals, members: ReadonlyArray<number>, method: Method): Construction => {
  const purses = method.filled(method.purses)
  return {
    members,
    decision: 'elected',
    leaders: (): Leaders | undefined => {
      if (members.length === approvals.seats) return undefined
      const elected = new Set(members)
      const support = supportOf(approvals, purses)
      const open = numbersOf(approvals).filter((option) => !elected.has(option))
      const supports = open.map(support)
      const most = supports.reduce((best, one) => (one > best ? one : best), 0n)
      return {
        options: open.filter((_, place) => supports[place] === most),
        figures: { support: formatRatio(ratio(most, purses.unit)) },
      }
    },
    after: (option) => {
      limit('bits of a fraction', purses.unit.toString(16).length * 4, mostBits)
      const change = { option, ...method.change(supportOf(approvals, purses)(option), purses, option) }
      return electing(approvals, [...members, option], { ...method, purses: changed(approvals, purses, change) })
    },
    key: () => keyOf(members, purses),
  }
}

/**
 * Phragmén's first method, Eneström's: the option is elected whose supporters hold most votes together; they pay the quota of
 * voters per seat, each in proportion to what they hold, or all where that is less.
 */
export const enestroemStart = (approvals: Approvals): Construction => {
  const [voters, seats] = [BigInt(approvals.voters), BigInt(Math.max(approvals.seats, 1))]
  return electing(approvals, [], {
    purses: equalPurses(approvals, 1n, 1n),
    filled: (purses) => purses,
    change: (support, { unit }) => {
      // Of `support / unit` a part (support / unit - voters / seats) / (support / unit) is left.
      const left = support * seats - voters * unit
      if (left <= 0n) return { unit, ofSupporters: () => 0n, ofOthers: (amount) => amount }
      const whole = support * seats
      return { unit: unit * whole, ofSupporters: (amount) => amount * left, ofOthers: (amount) => amount * whole }
    },
  })
}

/**
 * The consensus rule: each round everybody gets 1, the option is elected whose supporters hold most together, and those of
 * them who hold more than nothing share the number of voters as its cost equally, so that they may owe.
 */
export const consensusStart = (approvals: Approvals): Construction => {
  const { supporters, supporterStarts, weights } = approvals
  return electing(approvals, [], {
    purses: equalPurses(approvals, 0n, 1n),
    filled: (purses) => ({ ...purses, amounts: purses.amounts.map((amount) => amount + purses.unit) }),
    change: (_, { unit, classOf, amounts }, option) => {
      let payers = 0
      for (let place = supporterStarts[option] ?? 0; place < (supporterStarts[option + 1] ?? 0); place++) {
        const ballot = supporters[place] ?? 0
        if ((amounts[classOf[ballot] ?? 0] ?? 0n) > 0n) payers += weights[ballot] ?? 0
      }
      const [shared, cost] = [BigInt(Math.max(payers, 1)), unit * BigInt(approvals.voters)]
      const pay = (amount: bigint): bigint => (amount > 0n ? amount * shared - cost : amount * shared)
      return { unit: unit * shared, ofSupporters: pay, ofOthers: (amount) => amount * shared }
    },
  })
}
