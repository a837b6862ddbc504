import type { Majorities } from './majorities.ts'
import { margins, victoriesBy } from './victories.ts'

/** Why an option wins: it wins without the other, and no such pair has a greater margin. */
export interface StableMatch {
  readonly winner: number
  /** Absent where nobody else was left undefeated, or all are level. */
  readonly against?: number
}

/** Thrown where more sets of options would have to be looked at than the caller allows. */
export class TooManySets extends Error {
  override readonly name = 'TooManySets'
}

/**
 * Whether Split Cycle leaves an option undefeated among those that are left: its strongest path to each that beats it is as
 * strong as that victory. `ranks` are those of the margins of all options. Cost: left² (Prim).
 */
const undefeatedWithin = (ranks: Int32Array, size: number): ((one: number, left: ReadonlyArray<number>) => boolean) => {
  const paths = new Int32Array(size)
  return (one, left) => {
    for (const to of left) paths[to] = ranks[one * size + to] ?? 0
    const open = left.filter((option) => option !== one)
    while (open.length > 0) {
      let place = 0
      for (let other = 1; other < open.length; other++) if ((paths[open[other] ?? 0] ?? 0) > (paths[open[place] ?? 0] ?? 0)) place = other
      const via = open[place] ?? 0
      open[place] = open.at(-1) ?? 0
      open.pop()
      const strength = paths[via] ?? 0
      if ((ranks[via * size + one] ?? 0) > strength) return false
      for (const to of open) {
        const step = Math.min(strength, ranks[via * size + to] ?? 0)
        if (step > (paths[to] ?? 0)) paths[to] = step
      }
    }
    return true
  }
}

/**
 * The stable winners of a set of options, for one election. Remembers the sets whose winners it knows.
 *
 * Errors: throws `TooManySets` for more than `most` sets. Cost: options³ for each set.
 */
export const stableWinners = (majorities: Majorities, most: number): ((left: ReadonlyArray<number>) => ReadonlyArray<StableMatch>) => {
  const { margin, size } = majorities
  const isUndefeated = undefeatedWithin(victoriesBy(majorities, margins).ranks, size)
  const known = new Map<string, ReadonlyArray<StableMatch>>()
  const isLevel = (left: ReadonlyArray<number>): boolean => left.every((one) => left.every((other) => margin(one, other) === 0))

  const decide = (left: ReadonlyArray<number>): ReadonlyArray<StableMatch> => {
    const undefeated = left.filter((one) => isUndefeated(one, left))
    const [only, another] = undefeated
    if (only !== undefined && another === undefined) return [{ winner: only }]
    // No option is told from another, so that all win, and none of the many sets needs a look.
    if (undefeated.length === left.length && isLevel(left)) return left.map((winner) => ({ winner }))
    const pairs = undefeated.flatMap((winner) => left.filter((against) => against !== winner).map((against) => ({ winner, against })))
    const found: Array<StableMatch> = []
    let level = 0
    for (const pair of pairs.toSorted((one, other) => margin(other.winner, other.against) - margin(one.winner, one.against))) {
      const strength = margin(pair.winner, pair.against)
      if (found.length > 0 && strength < level) break
      if (found.some(({ winner }) => winner === pair.winner)) continue
      const rest = left.filter((option) => option !== pair.against)
      // Only the undefeated can win: most sets need no further look.
      if (!isUndefeated(pair.winner, rest) || !winnersOf(rest).some(({ winner }) => winner === pair.winner)) continue
      found.push(pair)
      level = strength
      if (found.length === undefeated.length) break
    }
    return found
  }
  const winnersOf = (left: ReadonlyArray<number>): ReadonlyArray<StableMatch> => {
    const key = left.join()
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= most) throw new TooManySets()
    const winners = decide(left)
    known.set(key, winners)
    return winners
  }
  return winnersOf
}
