import type { OptionId, RankingOutcome } from '@isegoria/election'
import { formatRatio, ratio } from '@isegoria/exact'
import { countDown } from './count-down.ts'
import { pairsWithin } from './pairs-within.ts'
import { pairwise } from './pairwise.ts'
import type { Preferences } from './preferences.ts'
import type { Decision } from './runoff.ts'

/** The Borda counts of those that are left, unranked options last. */
export interface BordaWithin {
  readonly options: ReadonlyArray<OptionId>
  readonly voters: number
  /** Twice the distance of an option's points from their average: the sum of its margins over all others that are left. */
  readonly balanceOf: (option: number) => number
  readonly margin: (one: number, other: number) => number
  readonly remove: (option: number) => void
}

/** Cost: one matrix of pairs, then options for each removal. */
export const bordaWithin = (preferences: Preferences, voters: number): BordaWithin => {
  const { options } = preferences
  const { margin } = pairsWithin(pairwise(preferences, 'last'), options.length)
  const balances = new Float64Array(options.length)
  for (const one of options.keys()) for (const other of options.keys()) balances[one] = (balances[one] ?? 0) + margin(one, other)
  return {
    options,
    voters,
    margin,
    balanceOf: (option) => balances[option] ?? 0,
    remove: (option) => {
      for (const one of options.keys()) balances[one] = (balances[one] ?? 0) - margin(one, option)
    },
  }
}

/** A count by Borda points that starts again for those that are left after each decision. */
export const bordaCountDown = (counts: BordaWithin, decide: (left: ReadonlyArray<number>) => Decision): RankingOutcome =>
  countDown(counts.options, (left) => {
    const average = BigInt(counts.voters) * BigInt(left.length - 1)
    const points = new Map(left.map((option) => [option, formatRatio(ratio(average + BigInt(counts.balanceOf(option)), 2n))]))
    const tallies = Object.fromEntries(left.map((option) => [counts.options[option] ?? '', points.get(option) ?? '']))
    const decision = decide(left)
    for (const option of decision.options) counts.remove(option)
    return { ...decision, tallies, figuresOf: (option) => ({ points: points.get(option) ?? '' }) }
  })
