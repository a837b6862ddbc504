import type { Majorities } from './majorities.ts'

const subsetsOf = (size: number): ReadonlyArray<ReadonlyArray<number>> =>
  Array.from({ length: 1 << size }, (_, bits) =>
    Array.from({ length: size }, (__, option) => option).filter((option) => (bits & (1 << option)) !== 0),
  ).slice(1)

const outside = (set: ReadonlyArray<number>, { options }: Majorities): ReadonlyArray<number> =>
  [...options.keys()].filter((option) => !set.includes(option))

/** The smallest of all sets whose members beat all outside. */
export const smithSetBySubsets = (majorities: Majorities): ReadonlyArray<number> =>
  subsetsOf(majorities.size)
    .filter((set) => set.every((one) => outside(set, majorities).every((other) => majorities.margin(one, other) > 0)))
    .reduce((least, set) => (set.length < least.length ? set : least))

/** The members of all sets that nobody outside beats a member of, and that hold no smaller such set. */
export const schwartzSetBySubsets = (majorities: Majorities): ReadonlyArray<number> => {
  const unbeaten = subsetsOf(majorities.size).filter((set) =>
    set.every((one) => outside(set, majorities).every((other) => majorities.margin(other, one) <= 0)),
  )
  const minimal = unbeaten.filter((set) => !unbeaten.some((other) => other.length < set.length && other.every((option) => set.includes(option))))
  return [...new Set(minimal.flat())].toSorted((left, right) => left - right)
}
