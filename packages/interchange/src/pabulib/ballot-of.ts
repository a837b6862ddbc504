import type { Ballot } from '@isegoria/election'
import { Fault } from '../fault.ts'

export const voteTypes = ['approval', 'choose-1', 'cumulative', 'ordinal', 'scoring'] as const
export type VoteType = (typeof voteTypes)[number]

/** Whether ballots of the type carry a column `points`. */
export const hasPoints = (type: VoteType): boolean => type === 'cumulative' || type === 'scoring'

const listed = (text: string): ReadonlyArray<string> => (text === '' ? [] : text.split(',').map((part) => part.trim()))

const wholeNumber = (text: string, line: number): number => {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!Number.isSafeInteger(value)) throw new Fault(line, 'points', `'${text.slice(0, 80)}' is no whole number of points`)
  return value
}

/** A ballot as it was first written. A repeated project counts once, at its first place. */
export interface ReadBallot {
  readonly ballot: Ballot
  /** Where it stands first. */
  readonly line: number
  /** How many voters wrote it so. */
  readonly weight: number
  readonly repeats: boolean
}

/** The columns `vote` and `points` of one line. */
interface VoteText {
  readonly vote: string
  readonly points: string
  readonly line: number
}

/** The projects that a vote lists, as PROJECTS writes their ids: ballots share these texts. Errors: throws `Fault` for one that is not there. */
const projectsOf = (vote: string, projects: ReadonlyMap<string, string>, line: number): ReadonlyArray<string> => {
  if (vote === '') return []
  const named = vote.split(',')
  for (let place = 0; place < named.length; place++) {
    const part = named[place] ?? ''
    const known = projects.get(part) ?? projects.get(part.trim())
    if (known === undefined) throw new Fault(line, 'vote', `no project '${part.trim().slice(0, 80)}' in PROJECTS`)
    named[place] = known
  }
  return named
}

/** Each once, at its first place. */
const distinctOf = (ids: ReadonlyArray<string>): ReadonlyArray<string> => {
  // Where there are few, to compare is quicker than a set.
  const isShort = ids.length <= 16
  return isShort && ids.every((id, place) => ids.indexOf(id) === place) ? ids : [...new Set(ids)]
}

const pointsOf = (named: ReadonlyArray<string>, text: string, line: number): ReadonlyArray<[string, number]> => {
  const given = listed(text)
  if (given.length !== named.length) throw new Fault(line, 'points', `${given.length} numbers of points for ${named.length} projects`)
  const points = new Map<string, number>()
  for (const [place, id] of named.entries()) {
    if (points.has(id)) throw new Fault(line, 'vote', `points are given twice to project '${id}'`)
    points.set(id, wholeNumber(given[place] ?? '', line))
  }
  return [...points]
}

const readBallot = (
  type: VoteType,
  projects: ReadonlyMap<string, string>,
  { vote, points, line }: VoteText,
): Pick<ReadBallot, 'ballot' | 'repeats'> => {
  const named = projectsOf(vote, projects, line)
  const distinct = distinctOf(named)
  const repeats = distinct.length < named.length
  switch (type) {
    case 'approval':
      return { ballot: { type: 'approval', approved: distinct }, repeats }
    case 'ordinal':
      return { ballot: { type: 'ordinal', ranking: distinct }, repeats }
    case 'choose-1':
      if (distinct.length > 1) throw new Fault(line, 'vote', `${distinct.length} projects where one may be chosen`)
      return { ballot: { type: 'choose-one', choice: distinct[0] ?? null }, repeats }
    case 'cumulative':
      return { ballot: { type: 'cumulative', points: pointsOf(named, points, line) }, repeats }
    case 'scoring':
      return { ballot: { type: 'score', scores: pointsOf(named, points, line) }, repeats }
  }
}

/** The ballots of one file: voters who wrote the same share one. */
export interface BallotReader {
  /** Reads what one voter wrote. Errors: throws `Fault` naming line and field. */
  readonly read: (text: VoteText) => ReadBallot
  /** What was read, in the order in which it was first met. */
  readonly ballots: () => ReadonlyArray<ReadBallot>
}

/** Reads the ballots of one file, so that a large one is not read, kept and counted ballot by ballot. */
export const ballotReader = (type: VoteType, projects: ReadonlyMap<string, string>): BallotReader => {
  const byText = new Map<string, { -readonly [Key in keyof ReadBallot]: ReadBallot[Key] }>()
  return {
    ballots: () => [...byText.values()],
    read: (text) => {
      const key = hasPoints(type) ? `${text.vote};${text.points}` : text.vote
      const known = byText.get(key)
      if (known !== undefined) {
        known.weight++
        return known
      }
      const first = { ...readBallot(type, projects, text), line: text.line, weight: 1 }
      byText.set(key, first)
      return first
    },
  }
}
