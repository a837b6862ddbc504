import type { Approvals } from './approvals.ts'

/** The longest ballot: how many elected options a voter can have at most. At least 1. */
export const longestBallot = ({ starts, ballots }: Approvals): number => {
  let longest = 1
  for (let ballot = 0; ballot < ballots; ballot++) longest = Math.max(longest, (starts[ballot + 1] ?? 0) - (starts[ballot] ?? 0))
  return longest
}

/**
 * For each option its voters by how many members of a committee they approve. *Shape*: row by row, voters of option `i`
 * who approve `n` members at `i * levels + n`. Cost: one pass over the ballots.
 */
export const supportersBySatisfaction = (
  { options, ballots, weights, starts, entries }: Approvals,
  satisfaction: Int32Array,
  levels: number,
): Float64Array => {
  const counts = new Float64Array(options.length * levels)
  for (let ballot = 0; ballot < ballots; ballot++) {
    const weight = weights[ballot] ?? 0
    const satisfied = satisfaction[ballot] ?? 0
    const end = starts[ballot + 1] ?? 0
    for (let entry = starts[ballot] ?? 0; entry < end; entry++) {
      const at = (entries[entry] ?? 0) * levels + satisfied
      counts[at] = (counts[at] ?? 0) + weight
    }
  }
  return counts
}

/** How many members each ballot approves after `by` is added to those of `option`'s supporters: a copy. */
export const satisfactionAfter = (
  { supporters, supporterStarts }: Approvals,
  satisfaction: Int32Array,
  change: { readonly option: number; readonly by: 1 | -1 },
): Int32Array => {
  const after = satisfaction.slice()
  const end = supporterStarts[change.option + 1] ?? 0
  for (let place = supporterStarts[change.option] ?? 0; place < end; place++) {
    const ballot = supporters[place] ?? 0
    after[ballot] = (after[ballot] ?? 0) + change.by
  }
  return after
}

/** Sum over `counts` from `at` of voters times the weight of their level. */
export const weighted = (counts: Float64Array, at: number, weights: ReadonlyArray<bigint>): bigint => {
  let sum = 0n
  for (const [level, weight] of weights.entries()) {
    const voters = counts[at + level] ?? 0
    if (voters !== 0 && weight !== 0n) sum += BigInt(voters) * weight
  }
  return sum
}
