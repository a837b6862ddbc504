import { profileBuilder } from '@isegoria/election'
import type { Election } from '@isegoria/election'
import type { BallotFile } from './ballot-file.ts'

/**
 * What a rule looks at in a file of ballots: options in the file's order but for those that were withdrawn, ballots as a
 * profile, seats as given, else as the file says.
 *
 * What the file says of unranked options is no part of it: rules have a parameter for that.
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const read = readBallotFile(new TextEncoder().encode('#/Number of Seats: 2\nAnn > Bob * 40\nBob\nBob\n'), 'board.cvotes')
 * const election = E.isRight(read) ? ballotFileElection(read.right) : undefined
 * election?.seats // => 2
 * election?.profile.voters // => 42
 */
export const ballotFileElection = (file: BallotFile, { seats = file.seats }: { readonly seats?: number } = {}): Election => {
  const withdrawn = new Set(file.withdrawn)
  const builder = profileBuilder(file.ballots.length)
  for (const { ballot, count } of file.ballots) builder.add(ballot, count)
  return {
    options: file.options.filter(({ id }) => !withdrawn.has(id)).map(({ id, name }) => ({ id, cost: 0n, name })),
    profile: builder.build(),
    decimals: 0,
    ...(seats === undefined ? {} : { seats }),
  }
}
