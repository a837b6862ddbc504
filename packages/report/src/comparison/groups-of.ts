import { byCodeUnit } from '@isegoria/kernel'

/** Voters who declared the same, or nearly the same. */
export interface Group {
  readonly name: string
  readonly voters: number
}

const mostGroups = 12
const decade = 10

const isWhole = (value: string): boolean => /^\d{1,6}$/.test(value)

const inDecades = (counts: ReadonlyMap<string, number>): ReadonlyArray<Group> => {
  const decades = new Map<number, number>()
  for (const [value, voters] of counts) {
    const first = Math.floor(Number(value) / decade) * decade
    decades.set(first, (decades.get(first) ?? 0) + voters)
  }
  return [...decades].map(([first, voters]) => ({ name: `${first}–${first + decade - 1}`, voters }))
}

const byName = (left: Group, right: Group): number =>
  Number.parseInt(left.name, 10) - Number.parseInt(right.name, 10) || byCodeUnit(left.name, right.name)

const byVoters = (left: Group, right: Group): number => right.voters - left.voters || byCodeUnit(left.name, right.name)

const sum = (groups: ReadonlyArray<Group>): number => groups.reduce((total, { voters }) => total + voters, 0)

/** The largest groups, so many that what is left over is nobody or at least `fewest`. */
const shownOf = (named: ReadonlyArray<Group>, fewest: number): ReadonlyArray<Group> => {
  const all = sum(named)
  const shown = named
    .filter(({ voters }) => voters >= fewest)
    .toSorted(byVoters)
    .slice(0, mostGroups)
  while (shown.length > 0 && sum(shown) < all && all - sum(shown) < fewest) shown.pop()
  return shown
}

/**
 * Declared values as at most twelve groups and a rest, largest first or, for figures, in their order; many whole numbers,
 * such as ages, become tens of years.
 *
 * A group of fewer than `fewest` voters is put into the rest, and so is the next smallest where the rest alone would be
 * as small, so that nobody can be singled out by subtraction.
 */
export const groupsOf = (counts: ReadonlyMap<string, number>, fewest: number): ReadonlyArray<Group> => {
  const isNumeric = counts.size > mostGroups && [...counts.keys()].every(isWhole)
  const named = isNumeric ? inDecades(counts) : [...counts].map(([name, voters]) => ({ name, voters }))
  const largest = shownOf(named, fewest)
  const shown = largest.every(({ name }) => /^\d/.test(name)) ? largest.toSorted(byName) : largest
  const rest = sum(named) - sum(shown)
  return rest === 0 ? shown : [...shown, { name: 'all others', voters: rest }]
}
