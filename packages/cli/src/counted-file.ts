import { drawLot } from '@isegoria/election'
import type { Election, PastElection } from '@isegoria/election'
import { ballotFileElection, describeBallotFileRejection, officialElection, pabulibElection, readBallotFile } from '@isegoria/interchange'
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
  /** The rule that the file names as its own, where it was asked for. */
  readonly official?: PastElection['rule']
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

const isPabulib = (path: string): boolean => path.toLowerCase().endsWith('.pb')

/** Reads a file of ballots, without the constraints that a body put on its own count. Errors: `CommandRefused` naming file, line, field and reason. */
export const countedFile = (path: string, as: CountedAs): CountedFile => under(path, as, isPabulib(path) ? pabulib(path) : readBallots(path))

/** Reads a file as its own body counted it: its rule, and the constraints that belong to it. Errors: `CommandRefused`, also for a file that names no rule. */
export const officialFile = (path: string, as: CountedAs): CountedFile => {
  if (!isPabulib(path)) throw new CommandRefused(`${path}: --rule official: only a .pb file names the rule by which it was decided`)
  const file = readElectionFile(path)
  const read = officialElection(file)
  if (E.isLeft(read)) {
    const { line, reason } = read.left
    throw new CommandRefused(`${path}${line === 0 ? '' : `:${line}`}: rule: ${reason}, so that there is no official count`)
  }
  const { rule, election, notes } = read.right
  return under(path, as, { election, official: rule, notes: described(path, [...file.notes, ...notes]) })
}

/** A file with what the user says of it. */
const under = (path: string, { seats, seed }: CountedAs, counted: CountedFile): CountedFile => {
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
