import type { Approvals } from './approvals.ts'

/** Voters who approve the same members of a committee, which are given by their place in it. */
export interface Group {
  readonly places: ReadonlyArray<number>
  readonly voters: number
}

/** The voters who approve somebody of a committee, in groups. Cost: one pass over the ballots and over the members' supporters. */
export const groupsOf = ({ ballots, weights, supporters, supporterStarts }: Approvals, members: ReadonlyArray<number>): ReadonlyArray<Group> => {
  const groupOf = new Int32Array(ballots)
  const places: Array<ReadonlyArray<number>> = [[]]
  for (const [place, member] of members.entries()) {
    // Each group splits into those who approve this member as well and the rest.
    const splits = new Map<number, number>()
    for (let at = supporterStarts[member] ?? 0; at < (supporterStarts[member + 1] ?? 0); at++) {
      const ballot = supporters[at] ?? 0
      const group = groupOf[ballot] ?? 0
      const known = splits.get(group)
      const split = known ?? places.push([...(places[group] ?? []), place]) - 1
      if (known === undefined) splits.set(group, split)
      groupOf[ballot] = split
    }
  }
  const voters = new Float64Array(places.length)
  for (let ballot = 0; ballot < ballots; ballot++) {
    const group = groupOf[ballot] ?? 0
    voters[group] = (voters[group] ?? 0) + (weights[ballot] ?? 0)
  }
  return places.map((own, group) => ({ places: own, voters: voters[group] ?? 0 })).filter((group) => group.places.length > 0 && group.voters > 0)
}
