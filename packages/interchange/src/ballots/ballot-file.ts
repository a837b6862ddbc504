import type { Ballot } from '@isegoria/election'

/** An option of a ballot file. Its id is its name where the names of a file are all there and all different, else its number. */
export interface BallotFileOption {
  readonly id: string
  readonly name: string
}

/** Equal ballots of a file, or one line of it. */
export interface CountedBallot {
  readonly ballot: Ballot
  /** Voters, a whole number of at least 1. */
  readonly count: number
}

/** A file of ballots as read: PrefLib, .blt, Condorcet election format, abcvoting, CSV. */
export interface BallotFile {
  readonly title: string
  /** In the order of the file. */
  readonly options: ReadonlyArray<BallotFileOption>
  readonly ballots: ReadonlyArray<CountedBallot>
  /** Where the file says how many are to be elected. */
  readonly seats?: number
  /** Where the file says what an option means that a ballot leaves out. */
  readonly unranked?: 'last' | 'ignored'
  /** Candidates who have withdrawn, by id: they are options, but no ballot names them any more. */
  readonly withdrawn: ReadonlyArray<string>
  /** Where the file names an order in which ties are settled, best first, by id. */
  readonly tieOrder?: ReadonlyArray<string>
  /** What is odd about the file and was tolerated. */
  readonly notes: ReadonlyArray<{ readonly line: number; readonly note: string }>
}

/** Why a file is not read: the place and the reason. `line` counts from 1; 0 is the file as a whole. */
export interface BallotFileRejection {
  readonly type: 'BallotFileRejected'
  readonly file: string
  readonly line: number
  readonly field: string
  readonly reason: string
}
