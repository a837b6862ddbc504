import type { RankingOutcome, TieBreak } from '@isegoria/election'
import { countDown, lastInOrder, leastOf } from './count-down.ts'
import type { Step } from './count-down.ts'
import { pilesOf } from './first-preferences.ts'
import type { Piles } from './first-preferences.ts'
import type { Preferences } from './preferences.ts'

/** What a step decides, before it is put into figures. */
export type Decision = Pick<Step, 'options' | 'goes' | 'ties'>

/**
 * Whether the ballots tell nothing more apart: two options or fewer are left and level, or no ballot ranks any that is left.
 *
 * Three or more that are level with votes are not: the ballots of one that goes may decide among the others.
 */
export const isOpen = (left: ReadonlyArray<number>, votesOf: (option: number) => bigint): boolean => {
  const first = votesOf(left[0] ?? 0)
  return (left.length <= 2 || first === 0n) && left.every((option) => votesOf(option) === first)
}

/** Eliminates whoever has the fewest votes, by the order among several; those whom the ballots leave level are ahead together. */
export const eliminateLast = (preferences: Preferences, left: ReadonlyArray<number>, votesOf: Piles['votesOf'], order: TieBreak): Decision =>
  isOpen(left, votesOf) ? { goes: 'ahead', options: left } : { goes: 'out', ...lastInOrder(preferences.options, leastOf(left, votesOf), order) }

/** A count over first preferences: `decide` chooses who goes, and the ballots of whoever went move on. */
export const runoff = (preferences: Preferences, decide: (left: ReadonlyArray<number>, piles: Piles) => Decision): RankingOutcome => {
  const { options } = preferences
  const piles = pilesOf(preferences)
  return countDown(options, (left) => {
    const votes = new Map(left.map((option) => [option, piles.format(piles.votesOf(option))]))
    const tallies = Object.fromEntries(left.map((option) => [options[option] ?? '', votes.get(option) ?? '']))
    const decision = decide(left, piles)
    for (const option of decision.options) piles.remove(option)
    return { ...decision, tallies, figuresOf: (option) => ({ votes: votes.get(option) ?? '' }) }
  })
}
