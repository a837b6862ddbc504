import { profileBuilder } from '@isegoria/election'
import type { Ballot, Election, OptionId, Profile, WeightedBallot } from '@isegoria/election'

/** The profile of these ballots; those of weight 0 are left out. */
export const profileFrom = (ballots: Iterable<WeightedBallot>): Profile => {
  const builder = profileBuilder()
  for (const { ballot, weight } of ballots) if (weight > 0) builder.add(ballot, weight)
  return builder.build()
}

/** The election with these ballots instead of its own. */
export const withBallots = (election: Election, ballots: Iterable<WeightedBallot>): Election => ({ ...election, profile: profileFrom(ballots) })

/** The election without one of the voters who cast the ballot at `place`. */
export const withoutVoter = (election: Election, place: number): Election =>
  withBallots(
    election,
    election.profile.ballots.map(({ ballot, weight }, at) => ({ ballot, weight: at === place ? weight - 1 : weight })),
  )

/** The election in which some of the voters who cast the ballot at `place` cast another. */
export const withVotersChanged = (election: Election, place: number, voters: number, ballot: Ballot): Election => {
  const others = election.profile.ballots.map((cast, at) => (at === place ? { ...cast, weight: cast.weight - voters } : cast))
  return withBallots(election, [...others, { ballot, weight: voters }])
}

/**
 * The ballot with its options replaced: by one, by several that stand side by side, or by none. A ballot for one option
 * gets the first.
 */
export const replaced = (ballot: Ballot, by: (id: OptionId) => ReadonlyArray<OptionId>): Ballot => {
  switch (ballot.type) {
    case 'approval':
      return { ...ballot, approved: ballot.approved.flatMap(by) }
    case 'choose-one':
      return { ...ballot, choice: ballot.choice === null ? null : (by(ballot.choice)[0] ?? null) }
    case 'ordinal':
      return { ...ballot, ranking: ballot.ranking.flatMap(by) }
    case 'weak-order':
      return { ...ballot, tiers: ballot.tiers.map((tier) => tier.flatMap(by)).filter((tier) => tier.length > 0) }
    case 'cumulative':
      return { ...ballot, points: ballot.points.flatMap(([id, points]) => by(id).map((one): [OptionId, number] => [one, points])) }
    case 'score':
      return { ...ballot, scores: ballot.scores.flatMap(([id, points]) => by(id).map((one): [OptionId, number] => [one, points])) }
  }
}

/** The election with the same done to its options, its lot and all its ballots. */
export const withOptionsReplaced = (election: Election, by: (id: OptionId) => ReadonlyArray<OptionId>): Election => ({
  ...withBallots(
    election,
    election.profile.ballots.map(({ ballot, weight }) => ({ ballot: replaced(ballot, by), weight })),
  ),
  options: election.options.flatMap(({ id, cost }) => by(id).map((one) => ({ id: one, cost }))),
  ...(election.lot === undefined ? {} : { lot: election.lot.flatMap(by) }),
})
