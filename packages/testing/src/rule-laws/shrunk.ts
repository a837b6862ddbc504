import type { Ballot, Election } from '@isegoria/election'
import { marked } from '@isegoria/election'
import { replaced, withBallots, withoutVoter, withOptionsReplaced } from './with-ballots.ts'

/** The ballot without the last option that it marks. */
const shorter = (ballot: Ballot): Ballot => {
  const last = marked(ballot).at(-1)
  return replaced(ballot, (id) => (id === last ? [] : [id]))
}

/** Elections that are smaller by one thing: an option, a ballot, a voter, a mark, seats, the lot, the seed. Those that gain most come first. */
function* smaller(election: Election): Generator<Election> {
  const { options, profile, seats, lot, seed, decimals } = election
  if (options.length > 1) for (const { id } of options) yield withOptionsReplaced(election, (one) => (one === id ? [] : [one]))
  const { ballots } = profile
  for (const [place] of ballots.entries()) yield withBallots(election, ballots.toSpliced(place, 1))
  for (const [place, { ballot, weight }] of ballots.entries())
    if (weight > 2) yield withBallots(election, ballots.with(place, { ballot, weight: Math.floor(weight / 2) }))
  for (const [place] of ballots.entries()) yield withoutVoter(election, place)
  if (seats !== undefined && seats > 1) yield { ...election, seats: seats - 1 }
  for (const [place, { ballot, weight }] of ballots.entries())
    if (marked(ballot).length > 0) yield withBallots(election, ballots.with(place, { ballot: shorter(ballot), weight }))
  if (lot !== undefined) {
    const { lot: _, ...without } = election
    yield without
  }
  if (seed !== undefined) {
    const { seed: _, ...without } = election
    yield without
  }
  if (decimals > 0) yield { ...election, decimals: 0 }
}

/** The smallest election that is reached by taking away one thing after another while `holds` still does. */
export const shrunk = (election: Election, holds: (smaller: Election) => boolean): Election => {
  for (const one of smaller(election)) if (holds(one)) return shrunk(one, holds)
  return election
}
