import { formatRatio, ratio } from '@isegoria/exact'
import { numbersOf } from './approvals.ts'
import type { Approvals } from './approvals.ts'
import { changed, equalPurses, holdersIn, keyOf, togetherOf } from './purses.ts'
import type { Purses } from './purses.ts'
import type { Construction, Leaders } from './sequential.ts'

/** The load that an option's supporters would reach together: `load / (voters * unit)`. */
interface Reached {
  readonly option: number
  readonly load: bigint
  readonly voters: bigint
}

const byLoad = (left: Reached, right: Reached): number => {
  const [l, r] = [left.load * right.voters, right.load * left.voters]
  return l < r ? -1 : l > r ? 1 : 0
}

/**
 * Phragmén's sequential method from given loads on: a member's load of 1 is borne by its supporters, who are levelled, and
 * the option is elected whose supporters end up with the least. Options that nobody approves come last and are level.
 *
 * Loads may be below zero, which is money left from before. Exact: loads are kept over one common denominator.
 */
export const phragmenFrom = (approvals: Approvals, members: ReadonlyArray<number>, loads: Purses): Construction => ({
  members,
  decision: 'elected',
  leaders: (): Leaders | undefined => {
    if (members.length === approvals.seats) return undefined
    const holders = holdersIn(approvals, loads)
    const elected = new Set(members)
    const open = numbersOf(approvals).filter((option) => !elected.has(option))
    const reached = open
      .filter((option) => (approvals.votes[option] ?? 0) > 0)
      .map((option): Reached => ({ option, load: loads.unit + togetherOf(holders(option), loads), voters: BigInt(approvals.votes[option] ?? 0) }))
    const [first, ...others] = reached
    if (first === undefined) return { options: open, figures: { supporters: '0' } }
    const least = others.reduce((best, one) => (byLoad(one, best) < 0 ? one : best), first)
    return {
      options: reached.filter((one) => byLoad(one, least) === 0).map(({ option }) => option),
      figures: { load: formatRatio(ratio(least.load, least.voters * loads.unit)) },
    }
  },
  after: (option) => {
    const voters = BigInt(approvals.votes[option] ?? 0)
    if (voters === 0n) return phragmenFrom(approvals, [...members, option], loads)
    const load = loads.unit + togetherOf(holdersIn(approvals, loads)(option), loads)
    const change = { option, unit: loads.unit * voters, ofSupporters: () => load, ofOthers: (amount: bigint) => amount * voters }
    return phragmenFrom(approvals, [...members, option], changed(approvals, loads, change))
  },
  key: () => keyOf(members, loads),
})

export const phragmenStart = (approvals: Approvals): Construction => phragmenFrom(approvals, [], equalPurses(approvals, 0n, 1n))
