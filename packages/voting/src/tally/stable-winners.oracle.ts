import type { Majorities } from './majorities.ts'

/** Whether a beaten option's defeat is not the weakest of any cycle: no path back of margins at least as large. */
const isDefeat = (winner: number, loser: number, left: ReadonlyArray<number>, margin: Majorities['margin']): boolean => {
  const least = margin(winner, loser)
  const leadsBack = (at: number, visited: ReadonlyArray<number>): boolean =>
    at === winner || left.some((next) => !visited.includes(next) && margin(at, next) >= least && leadsBack(next, [...visited, next]))
  return least > 0 && !leadsBack(loser, [loser])
}

export const splitCycleByWalking = (left: ReadonlyArray<number>, margin: Majorities['margin']): ReadonlyArray<number> =>
  left.filter((loser) => !left.some((winner) => isDefeat(winner, loser, left, margin)))

/** As the rule is said: pair after pair by falling margin, each time from the beginning. */
export const stableWinnersAsSaid = (left: ReadonlyArray<number>, margin: Majorities['margin']): ReadonlyArray<number> => {
  if (left.length === 1) return left
  const pairs = splitCycleByWalking(left, margin).flatMap((one) =>
    left.filter((other) => other !== one).map((other) => ({ one, other, margin: margin(one, other) })),
  )
  const falling = [...new Set(pairs.map((pair) => pair.margin))].toSorted((small, large) => large - small)
  for (const level of falling) {
    const found = pairs.filter(
      ({ one, other, margin: strength }) =>
        strength === level &&
        stableWinnersAsSaid(
          left.filter((option) => option !== other),
          margin,
        ).includes(one),
    )
    if (found.length > 0) return left.filter((option) => found.some(({ one }) => one === option))
  }
  return []
}
