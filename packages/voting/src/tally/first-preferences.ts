import { formatRatio, ratio } from '@isegoria/exact'
import { leastCommonMultiple } from './least-common-multiple.ts'
import type { Preferences } from './preferences.ts'

/** Ballots on the piles of the options that they rank highest among those still in the count. */
export interface Piles {
  /** The votes of an option in units of `1 / scale`; none for one that was taken out. */
  readonly votesOf: (option: number) => bigint
  /** One whole vote in those units. */
  readonly scale: bigint
  /** Votes as exact text. */
  readonly format: (votes: bigint) => string
  /** Takes an option out; its ballots move on to the next options that they rank. */
  readonly remove: (option: number) => void
}

/** The size of the largest tier. */
const largestTier = ({ ballots, starts, tiers, isStrict }: Preferences): number => {
  let largest = 1
  if (isStrict) return largest
  for (let ballot = 0; ballot < ballots; ballot++) {
    let first = starts[ballot] ?? 0
    for (let entry = first; entry < (starts[ballot + 1] ?? 0); entry++) {
      if (tiers[entry] !== tiers[first]) first = entry
      largest = Math.max(largest, entry - first + 1)
    }
  }
  return largest
}

/**
 * The first preferences of all ballots, to be counted down. Options that a ballot ranks level share its vote in equal
 * parts; a ballot all of whose options are out counts for none.
 *
 * Cost: linear in the ranked options once, and over all removals together once more, times the size of tied tiers.
 */
export const pilesOf = (preferences: Preferences): Piles => {
  const { options, ballots, weights, starts, entries, tiers } = preferences
  const most = largestTier(preferences)
  let scale = 1n
  for (let share = 2; share <= most; share++) scale = leastCommonMultiple(scale, BigInt(share))
  const isIn = new Uint8Array(options.length).fill(1)
  /** Voters of each option by the number of options among which their vote is shared. */
  const voters = new Float64Array(options.length * (most + 1))
  const sharers = new Int32Array(ballots)
  /** The piles: linked entries of ballots, each entry in the pile of its option. */
  const tops = new Int32Array(options.length).fill(-1)
  const nexts = new Int32Array(entries.length)
  const ballotOf = new Int32Array(entries.length)

  const count = (option: number, share: number, weight: number): void => {
    const place = option * (most + 1) + share
    voters[place] = (voters[place] ?? 0) + weight
  }
  const endOfTier = (entry: number, end: number): number => {
    let next = entry + 1
    while (next < end && tiers[next] === tiers[entry]) next++
    return next
  }
  /** Puts a ballot on the piles of its best tier from an entry on. */
  const place = (ballot: number, entry: number): void => {
    const end = starts[ballot + 1] ?? 0
    for (let first = entry; first < end;) {
      const next = most === 1 ? first + 1 : endOfTier(first, end)
      let share = 0
      for (let level = first; level < next; level++) share += isIn[entries[level] ?? 0] ?? 0
      sharers[ballot] = share
      if (share === 0) {
        first = next
        continue
      }
      for (; first < next; first++) {
        const option = entries[first] ?? 0
        if (isIn[option] === 0) continue
        count(option, share, weights[ballot] ?? 0)
        nexts[first] = tops[option] ?? -1
        tops[option] = first
      }
      return
    }
  }
  /** Shares the ballot's vote among one option fewer: those of the tier of `entry` that are in. */
  const shareAmongFewer = (ballot: number, entry: number): void => {
    const share = sharers[ballot] ?? 0
    const weight = weights[ballot] ?? 0
    let first = entry
    while (first > (starts[ballot] ?? 0) && tiers[first - 1] === tiers[entry]) first--
    const next = endOfTier(entry, starts[ballot + 1] ?? 0)
    for (; first < next; first++) {
      const option = entries[first] ?? 0
      if (isIn[option] === 0) continue
      count(option, share, -weight)
      count(option, share - 1, weight)
    }
    sharers[ballot] = share - 1
  }
  for (let ballot = 0; ballot < ballots; ballot++) {
    const start = starts[ballot] ?? 0
    const end = starts[ballot + 1] ?? 0
    for (let entry = start; entry < end; entry++) ballotOf[entry] = ballot
    place(ballot, start)
  }
  return {
    scale,
    format: (votes) => formatRatio(ratio(votes, scale)),
    votesOf: (option) => {
      let votes = 0n
      for (let share = 1; share <= most; share++) {
        const number = voters[option * (most + 1) + share] ?? 0
        if (number > 0) votes += BigInt(number) * (scale / BigInt(share))
      }
      return votes
    },
    remove: (option) => {
      isIn[option] = 0
      voters.fill(0, option * (most + 1), (option + 1) * (most + 1))
      for (let entry = tops[option] ?? -1; entry !== -1; entry = nexts[entry] ?? -1) {
        const ballot = ballotOf[entry] ?? 0
        if (sharers[ballot] === 1) place(ballot, entry + 1)
        else shareAmongFewer(ballot, entry)
      }
    },
  }
}
