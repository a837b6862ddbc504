import { profileBuilder } from '@isegoria/election'
import type { Ballot, Election, OptionId, WeightedBallot } from '@isegoria/election'
import { supportOf } from '../support/support.ts'
import type { Reading, Support } from '../support/support.ts'

/** Some of the voters of an election: how many of them cast which ballot. Voters of one ballot are alike to every rule. */
export interface VoterGroup {
  readonly name: string
  readonly ballots: ReadonlyArray<WeightedBallot>
}

/**
 * The voters whose ballot is one that `isOf` says yes to.
 *
 * @example
 * import { marked, profileOf } from '@isegoria/election'
 *
 * const profile = profileOf([{ type: 'approval', approved: ['pool'] }, { type: 'approval', approved: ['trees'] }])
 * const election = { options: [{ id: 'pool', cost: 9n }, { id: 'trees', cost: 4n }], profile, budget: 10n, decimals: 0 }
 * const swimmers = votersWho('swimmers', election, (ballot) => marked(ballot).includes('pool'))
 * swimmers.ballots.length // => 1
 */
export const votersWho = (name: string, { profile }: Election, isOf: (ballot: Ballot) => boolean): VoterGroup => ({
  name,
  ballots: profile.ballots.filter(({ ballot }) => isOf(ballot)),
})

/** The voters of the group. */
export const votersIn = ({ ballots }: VoterGroup): number => ballots.reduce((sum, { weight }) => sum + weight, 0)

/** What the voters of a group support, read as the ballots of the election are. */
export const supportIn = (election: Election, { ballots }: VoterGroup, reading: Reading): Support => {
  const builder = profileBuilder(ballots.length)
  for (const { ballot, weight } of ballots) if (weight > 0) builder.add(ballot, weight)
  return supportOf({ ...election, profile: builder.build() }, reading)
}

/** What a group of a support supports and gains, as a text: who has the same pays the same. */
const rowOf = ({ ballotStarts, ballotProjects, ballotGains }: Support, group: number): string => {
  const [from, to] = [ballotStarts[group], ballotStarts[group + 1]]
  return `${ballotProjects.subarray(from, to).join()};${ballotGains.subarray(from, to).join()}`
}

/** The projects that a group of a support supports. */
export const supportedBy = ({ ids, ballotStarts, ballotProjects }: Support, group: number): ReadonlyArray<OptionId> =>
  Array.from(ballotProjects.subarray(ballotStarts[group], ballotStarts[group + 1]), (project) => ids[project] ?? '')

/** Voters of each group of a support among some voters, whose support is `part`. */
export const weightsIn = (support: Support, part: Support): ReadonlyArray<bigint> => {
  const voters = new Map<string, number>()
  for (let group = 0; group < part.groups; group++) {
    const row = rowOf(part, group)
    voters.set(row, (voters.get(row) ?? 0) + (part.weights[group] ?? 0))
  }
  const weights: Array<bigint> = []
  for (let group = 0; group < support.groups; group++) {
    const row = rowOf(support, group)
    const most = support.weights[group] ?? 0
    const here = Math.min(most, voters.get(row) ?? 0)
    voters.set(row, (voters.get(row) ?? 0) - here)
    weights.push(BigInt(here))
  }
  return weights
}
