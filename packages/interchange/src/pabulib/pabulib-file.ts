import type { Ballot, BallotForm } from '@isegoria/election'
import type { VoteType } from './ballot-of.ts'

export interface PabulibProject {
  readonly id: string
  /** In minor units, at the file's `decimals`. */
  readonly cost: bigint
  readonly name?: string
  /** As published: 0 not funded, 1 funded, 2 funded otherwise. */
  readonly selected?: string
  readonly attributes: Readonly<Record<string, string>>
}

export interface PabulibVote {
  /** Where it stands in the file, from 1. */
  readonly line: number
  readonly voter: string
  readonly ballot: Ballot
  readonly attributes: Readonly<Record<string, string>>
}

/** Something odd that did not keep the file from being read. */
export interface PabulibNote {
  readonly line: number
  readonly note: string
}

/** A .pb file, whole: nothing that it says is dropped. */
export interface PabulibFile {
  readonly meta: Readonly<Record<string, string>>
  /** The line of each key of `meta`, from 1. */
  readonly metaLines: Readonly<Record<string, number>>
  readonly title: string
  readonly voteType: VoteType
  readonly budget: bigint
  /** Decimals of the amounts: the most that budget and costs use, trailing zeros aside. */
  readonly decimals: number
  readonly projects: ReadonlyArray<PabulibProject>
  /** In the order of the file. One object a voter is made when somebody looks at them, which a tally never does. */
  readonly votes: ReadonlyArray<PabulibVote>
  /** The type of the ballots, and the limits of META that all of them obey. */
  readonly form: BallotForm
  /** Oddities that were tolerated. */
  readonly notes: ReadonlyArray<PabulibNote>
}
