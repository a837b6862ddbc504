import { marked } from '@isegoria/election'
import type { Ballot } from '@isegoria/election'

/** A budget election as a table of who supports what: one row a voter, nothing grouped, nothing weighted. */
export interface NaiveElection {
  readonly projects: ReadonlyArray<NaiveProject>
  readonly voters: ReadonlyArray<ReadonlySet<string>>
  readonly budget: bigint
  /** Minor units in one unit of money. */
  readonly unit: bigint
}
export interface NaiveProject {
  readonly id: string
  readonly cost: bigint
}

/** What one step of an oracle chose, and between whom, in the order of the tie-break. */
export interface NaiveStep {
  readonly chosen: string
  readonly tied: ReadonlyArray<string>
}

export const supportersOf = ({ voters }: NaiveElection, { id }: NaiveProject): ReadonlyArray<number> =>
  voters.flatMap((supported, voter) => (supported.has(id) ? [voter] : []))

export const rowsOf = (ballots: ReadonlyArray<Ballot>): ReadonlyArray<ReadonlySet<string>> => ballots.map((ballot) => new Set(marked(ballot)))

/** Projects in the order of a tie-break, as the parameter `ties` says it. */
export const inOrderOfTies = (election: NaiveElection, tied: ReadonlyArray<NaiveProject>, ties: string): ReadonlyArray<NaiveProject> =>
  tied.toSorted((left, right) => {
    const votes = supportersOf(election, right).length - supportersOf(election, left).length
    if (ties === 'lowest-cost' && left.cost !== right.cost) return left.cost < right.cost ? -1 : 1
    if (ties === 'lowest-cost' && votes !== 0) return votes
    return left.id < right.id ? -1 : 1
  })
