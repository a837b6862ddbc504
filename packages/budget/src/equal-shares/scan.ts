import type { Support } from '../support/support.ts'
import type { Sum } from './fixed-point.ts'

/** What a look through a project's supporters finds, some of them poor: they have less than the price. Reused by every look. */
interface Look {
  /** What the poor have together. */
  poorMoney: number
  poorVoters: number
  richVoters: number
  /** What the rich gain together; their number where every gain is 1. */
  richGain: number
}

/**
 * What voters have left, by group, in fixed-point units, and the supporters of each project who have anything: those of
 * project `p` stand from `starts[p]` to before `ends[p]`, as of the last look at it.
 */
export interface Purses {
  readonly left: Float64Array
  /** What they have beyond whole units. */
  readonly fractions: Float64Array
  /** The voters of a group, or 0 once they have nothing left. */
  readonly live: Float64Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly supporters: Int32Array
  readonly gains: Float64Array
  readonly isEven: boolean
}

/** Everybody with the same in their purse; in the place of purses of the same support that nobody needs any more. */
export const fullPurses = (support: Support, { units, fractions }: Sum, worn?: Purses): Purses => {
  const purses: Purses = worn ?? {
    left: new Float64Array(support.groups),
    fractions: new Float64Array(support.groups),
    live: new Float64Array(support.groups),
    starts: support.starts,
    ends: new Int32Array(support.ids.length),
    supporters: new Int32Array(support.supporters.length),
    gains: support.isEven ? support.gains : new Float64Array(support.gains.length),
    isEven: support.isEven,
  }
  purses.left.fill(units)
  purses.fractions.fill(fractions)
  purses.live.set(support.weights)
  purses.ends.set(support.starts.subarray(1))
  purses.supporters.set(support.supporters)
  if (!support.isEven) purses.gains.set(support.gains)
  return purses
}

/** Looks through the supporters of `project` at a price per unit of gain. Every sum is exact. */
export type Looker = (project: number, price: number) => Look

/**
 * Purses stand in no order, so that a branch on them would be guessed wrong half of the time: sums are weighed by 0 or 1, and
 * who has nothing left is dropped from the list by being written over.
 */
const evenLooker = ({ left, live, starts, ends, supporters }: Purses, look: Look): Looker => {
  return (project, price) => {
    let [poorMoney, poorVoters, allVoters] = [0, 0, 0]
    const end = ends[project] ?? 0
    let kept = starts[project] ?? 0
    for (let place = kept; place < end; place++) {
      const group = supporters[place] ?? 0
      const has = left[group] ?? 0
      const voters = live[group] ?? 0
      const poor = Number(has < price) * voters
      poorMoney += has * poor
      poorVoters += poor
      allVoters += voters
      supporters[kept] = group
      kept += Number(voters > 0)
    }
    ends[project] = kept
    look.poorMoney = poorMoney
    look.poorVoters = poorVoters
    look.richVoters = allVoters - poorVoters
    look.richGain = allVoters - poorVoters
    return look
  }
}

const gainLooker = ({ left, live, starts, ends, supporters, gains }: Purses, look: Look): Looker => {
  return (project, price) => {
    let [poorMoney, poorVoters, allVoters, richGain] = [0, 0, 0, 0]
    const end = ends[project] ?? 0
    let kept = starts[project] ?? 0
    for (let place = kept; place < end; place++) {
      const group = supporters[place] ?? 0
      const gain = gains[place] ?? 1
      const has = left[group] ?? 0
      const voters = live[group] ?? 0
      const poor = Number(has < price * gain) * voters
      poorMoney += has * poor
      poorVoters += poor
      allVoters += voters
      richGain += (voters - poor) * gain
      supporters[kept] = group
      gains[kept] = gain
      kept += Number(voters > 0)
    }
    ends[project] = kept
    look.poorMoney = poorMoney
    look.poorVoters = poorVoters
    look.richVoters = allVoters - poorVoters
    look.richGain = richGain
    return look
  }
}

export const lookerOf = ({ isEven }: Support, purses: Purses): Looker => {
  const look: Look = { poorMoney: 0, poorVoters: 0, richVoters: 0, richGain: 0 }
  return isEven ? evenLooker(purses, look) : gainLooker(purses, look)
}
