import type { Ballot } from '@isegoria/election'
import type { PabulibFile } from './pabulib-file.ts'

/** A ballot of a file, and how many voters wrote it so. */
export interface CastBallot {
  readonly ballot: Ballot
  /** Where it stands first. */
  readonly line: number
  readonly weight: number
}

/** What a reader has counted already, for files as it gave them. */
const castBy = new WeakMap<PabulibFile, ReadonlyArray<CastBallot>>()

/** Keeps the ballots of a file beside it, so that its votes need not be looked at one by one. */
export const withCastBallots = (file: PabulibFile, ballots: ReadonlyArray<CastBallot>): PabulibFile => {
  castBy.set(file, ballots)
  return file
}

/** The ballots of a file with the number of their voters, in the order in which they are met; one may stand there twice. */
export const castBallots = (file: PabulibFile): ReadonlyArray<CastBallot> =>
  castBy.get(file) ?? file.votes.map(({ ballot, line }) => ({ ballot, line, weight: 1 }))
