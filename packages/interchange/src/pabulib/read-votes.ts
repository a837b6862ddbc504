import { Fault } from '../fault.ts'
import type { Records } from '../records.ts'
import { attributesReader } from './attributes.ts'
import { ballotReader, hasPoints } from './ballot-of.ts'
import type { ReadBallot, VoteType } from './ballot-of.ts'
import type { CastBallot } from './cast-ballots.ts'
import type { PabulibNote, PabulibVote } from './pabulib-file.ts'
import { column, otherColumns, requiredColumn } from './sections.ts'
import type { Section } from './sections.ts'

/** The votes of a file, all checked; one object a voter is made only when somebody looks at them. */
export interface ReadVotes {
  readonly count: number
  readonly ballots: ReadonlyArray<CastBallot>
  readonly votes: () => ReadonlyArray<PabulibVote>
  readonly notes: ReadonlyArray<PabulibNote>
}

/** One row, read: its attributes, or the text that holds them. */
interface VoteRow {
  readonly line: number
  readonly voter: string
  readonly read: ReadBallot
  readonly others: PabulibVote['attributes'] | string
}

/**
 * Tells whether a voter stands in `rows` already, if it is asked for one voter after another. As long as each id is longer
 * than the one before, or behind it in the order of code units, none can: most files are so, and need no set.
 */
const register = (rows: ReadonlyArray<VoteRow>): ((voter: string) => boolean) => {
  let known: Set<string> | undefined
  let last = ''
  return (voter) => {
    if (known === undefined) {
      const isBehind = voter.length > last.length || (voter.length === last.length && voter > last)
      last = voter
      if (isBehind) return false
      known = new Set(rows.map((row) => row.voter))
    }
    // A set that a voter does not make larger has that voter already: one look-up instead of two.
    const before = known.size
    return known.add(voter).size === before
  }
}

/** Gives a field of the row in `ends`, see `plainRow`; absent columns are empty. */
const fieldReader = (text: string, ends: Int32Array, { columns }: Section, name: string): (() => string) => {
  const place = columns.indexOf(name)
  return place === -1 ? () => '' : () => text.slice((ends[place] ?? 0) + 1, ends[place + 1])
}

const notOthers = new Set(['voter_id', 'vote', 'points'])

/**
 * Reads the section VOTES of `records`: plain rows in place, all others by the fields of their record.
 *
 * Errors: throws `Fault` for the first row that is at fault.
 */
export const readVotes = (section: Section, records: Records, type: VoteType, projects: ReadonlyMap<string, string>): ReadVotes => {
  const [voterOf, voteOf] = [requiredColumn(section, 'voter_id'), requiredColumn(section, 'vote')]
  const pointsOf = hasPoints(type) ? requiredColumn(section, 'points') : column(section, 'points')
  const othersOf = otherColumns(section, notOthers)
  const ballots = ballotReader(type, projects)
  const rows: Array<VoteRow> = []
  const notes: Array<PabulibNote> = []
  const hasVoted = register(rows)
  const take = (line: number, voter: string, vote: string, points: string, others: VoteRow['others']): void => {
    if (voter === '') throw new Fault(line, 'voter_id', 'the voter has no id')
    if (hasVoted(voter)) {
      const before = rows.find((row) => row.voter === voter)?.line
      throw new Fault(line, 'voter_id', `voter '${voter}' has already voted on line ${before}`)
    }
    const read = ballots.read({ vote, points, line })
    if (read.repeats) notes.push({ line, note: 'a project is named more than once; it counts once' })
    rows.push({ line, voter, read, others })
  }

  const ends = new Int32Array(section.columns.length + 1)
  const plainField = (name: string): (() => string) => fieldReader(records.text, ends, section, name)
  const [voter, vote, points] = [plainField('voter_id'), plainField('vote'), plainField('points')]
  const attributes = attributesReader(section.columns, notOthers)
  const takePlainRows = (): void => {
    while (records.plain(ends)) take(records.line(), voter(), vote(), points(), attributes.textOf(records.text, ends))
  }
  takePlainRows()
  for (const row of section.rows) {
    take(row.line, voterOf(row), voteOf(row), pointsOf(row) ?? '', othersOf(row))
    takePlainRows()
  }

  let votes: ReadonlyArray<PabulibVote> | undefined
  const voteOfRow = ({ line, voter: by, read: { ballot }, others }: VoteRow): PabulibVote => ({
    line,
    voter: by,
    ballot,
    attributes: typeof others === 'string' ? attributes.read(others) : others,
  })
  return { count: rows.length, ballots: ballots.ballots(), votes: () => (votes ??= rows.map(voteOfRow)), notes }
}
