import { marked } from '@isegoria/election'
import type { Election, Outcome } from '@isegoria/election'

/** The options that an outcome chooses: funded projects, or winners. In order of selection. */
export const chosenBy = (outcome: Outcome): ReadonlyArray<string> => {
  switch (outcome.type) {
    case 'allocation':
      return outcome.selected
    case 'ranking':
      return outcome.winners
    case 'committee':
      return outcome.committees[0] ?? []
    case 'seats':
      return Object.entries(outcome.seats).flatMap(([party, seats]) => (seats > 0 ? [party] : []))
  }
}

/** Number of voters who marked each option. Cost: linear in the marks of the distinct ballots. */
export const supportOf = ({ options, profile }: Election): ReadonlyMap<string, number> => {
  const support = new Map(options.map(({ id }) => [id, 0]))
  for (const { ballot, weight } of profile.ballots) for (const id of marked(ballot)) support.set(id, (support.get(id) ?? 0) + weight)
  return support
}

/** Number of voters who marked at least one of the options named, and none of `without`. */
export const votersReached = ({ profile }: Election, options: Iterable<string>, without: Iterable<string> = []): number => {
  const [wanted, unwanted] = [new Set(options), new Set(without)]
  let reached = 0
  for (const { ballot, weight } of profile.ballots) {
    const names = marked(ballot)
    if (names.some((id) => wanted.has(id)) && !names.some((id) => unwanted.has(id))) reached += weight
  }
  return reached
}
