import type { CommitteeOutcome, OptionId, Round } from '@isegoria/election'
import { limit, mostCommittees } from './work-limit.ts'

const byPlaces = (left: ReadonlyArray<number>, right: ReadonlyArray<number>): number => {
  const place = left.findIndex((option, at) => option !== right[at])
  return place === -1 ? left.length - right.length : (left[place] ?? -1) - (right[place] ?? -1)
}

/**
 * Committees that a rule finds equally good, by option number, as an outcome: each in the given order, the list in
 * lexicographic order, and a round for each option that is in one of them.
 */
export const committeesOutcome = (
  options: ReadonlyArray<OptionId>,
  committees: ReadonlyArray<ReadonlyArray<number>>,
  figures: Readonly<Record<string, string>> = {},
): CommitteeOutcome => {
  limit('committees', committees.length, mostCommittees)
  const sorted = committees.map((committee) => committee.toSorted((left, right) => left - right)).toSorted(byPlaces)
  const memberships = new Map<number, number>()
  for (const committee of sorted) for (const option of committee) memberships.set(option, (memberships.get(option) ?? 0) + 1)
  const rounds = [...memberships]
    .toSorted(([left], [right]) => left - right)
    .map(([option, count], place): Round => {
      const decision = count === sorted.length ? 'elected' : 'tied'
      return { round: place + 1, option: options[option] ?? '', decision, figures: { ...figures, committees: `${count} of ${sorted.length}` } }
    })
  return { type: 'committee', committees: sorted.map((committee) => committee.map((option) => options[option] ?? '')), ties: [], rounds }
}

/** Every choice of `size` of the options. Errors: `TooLarge` where there are more than are listed. */
export const choicesOf = (options: ReadonlyArray<number>, size: number): ReadonlyArray<ReadonlyArray<number>> => {
  let count = 1
  for (let drawn = 0; drawn < Math.min(size, options.length - size); drawn++) {
    count = (count * (options.length - drawn)) / (drawn + 1)
    limit('committees', Math.round(Math.min(count, Number.MAX_SAFE_INTEGER)), mostCommittees)
  }
  const choices: Array<ReadonlyArray<number>> = []
  const chosen: Array<number> = []
  const extend = (from: number): void => {
    if (chosen.length === size) {
      choices.push([...chosen])
      return
    }
    for (let next = from; next <= options.length - (size - chosen.length); next++) {
      chosen.push(options[next] ?? 0)
      extend(next + 1)
      chosen.pop()
    }
  }
  extend(0)
  return choices
}
