import { profileBuilder } from '@isegoria/election'
import type { Election } from '@isegoria/election'
import { supportOf } from '../support/support.ts'
import type { Reading, Support } from '../support/support.ts'

/**
 * The support of an election with its groups in the order of the profile's ballots, whatever the order in which they were
 * cast: so that what is told of groups one by one is the same each time. Cost: sorts the distinct ballots.
 */
export const supportInOrder = (election: Election, reading: Reading): Support => {
  const { ballots } = election.profile
  const builder = profileBuilder(ballots.length)
  for (const { ballot, weight } of ballots) builder.add(ballot, weight)
  return supportOf({ ...election, profile: builder.build() }, reading)
}
