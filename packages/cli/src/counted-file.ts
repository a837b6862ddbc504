import { drawLot } from '@isegoria/election'
import type { Election } from '@isegoria/election'
import { ballotFileElection, describeBallotFileRejection, pabulibElection, readBallotFile } from '@isegoria/interchange'
import { E } from '@isegoria/kernel'
import { bytesOf, described, readElectionFile } from './read-election.ts'
import { CommandRefused } from './terminal.ts'

/** What a user says of a file before it is counted. */
export interface CountedAs {
  readonly seats?: number
  /** A lot is drawn from it. */
  readonly seed?: string
}

/** An election as a file holds it, and what the file says of options that a ballot leaves out. */
export interface CountedFile {
  readonly election: Election
  readonly unranked?: 'last' | 'ignored'
  /** What is odd about the file and was tolerated: a sentence for each kind, naming the first place. */
  readonly notes: ReadonlyArray<string>
}

const endings = ['.pb', '.soc', '.soi', '.toc', '.toi', '.cat', '.blt', '.cvotes', '.yaml', '.yml', '.csv']

/** Whether a file's name ends as those do that can be counted. */
export const isCountable = (name: string): boolean => endings.some((ending) => name.toLowerCase().endsWith(ending))

const readBallots = (path: string): CountedFile => {
  const read = readBallotFile(bytesOf(path), path)
  if (E.isLeft(read)) throw new CommandRefused(describeBallotFileRejection(read.left))
  const { unranked, tieOrder, withdrawn, notes } = read.right
  const election = ballotFileElection(read.right)
  return {
    election: tieOrder === undefined ? election : { ...election, lot: tieOrder.filter((id) => !withdrawn.includes(id)) },
    ...(unranked === undefined ? {} : { unranked }),
    notes: described(path, notes),
  }
}

const pabulib = (path: string): CountedFile => {
  const file = readElectionFile(path)
  return { election: pabulibElection(file), notes: described(path, file.notes) }
}

/** Reads a file of ballots. Errors: `CommandRefused` naming file, line, field and reason. */
export const countedFile = (path: string, { seats, seed }: CountedAs): CountedFile => {
  const counted = path.toLowerCase().endsWith('.pb') ? pabulib(path) : readBallots(path)
  const { election } = counted
  if (election.options.length === 0) throw new CommandRefused(`${path}: no option is left to choose`)
  const lot =
    seed === undefined
      ? election.lot
      : drawLot(
          election.options.map(({ id }) => id),
          seed,
        )
  return {
    ...counted,
    election: {
      ...election,
      ...(seats === undefined ? {} : { seats }),
      ...(lot === undefined ? {} : { lot }),
      ...(seed === undefined ? {} : { seed }),
    },
  }
}
