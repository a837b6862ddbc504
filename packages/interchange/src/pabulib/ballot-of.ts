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

/** A ballot and whether it named a project twice; a repeated project counts once, at its first place. */
export interface ReadBallot {
  readonly ballot: Ballot
  readonly repeats: boolean
}

/** The columns `vote` and `points` of one line. */
export interface VoteText {
  readonly vote: string
  readonly points: string
  readonly line: number
}

const readBallot = (type: VoteType, projects: ReadonlySet<string>, { vote, points, line }: VoteText): ReadBallot => {
  const named = listed(vote)
  for (const id of named) if (!projects.has(id)) throw new Fault(line, 'vote', `no project '${id.slice(0, 80)}' in PROJECTS`)
  const distinct = [...new Set(named)]
  const repeats = distinct.length < named.length
  switch (type) {
    case 'approval':
      return { ballot: { type: 'approval', approved: distinct }, repeats }
    case 'ordinal':
      return { ballot: { type: 'ordinal', ranking: distinct }, repeats }
    case 'choose-1':
      if (distinct.length > 1) throw new Fault(line, 'vote', `${distinct.length} projects where one may be chosen`)
      return { ballot: { type: 'choose-one', choice: named[0] ?? null }, repeats }
    case 'cumulative':
      return { ballot: { type: 'cumulative', points: pointsOf(named, points, line) }, repeats }
    case 'scoring':
      return { ballot: { type: 'score', scores: pointsOf(named, points, line) }, repeats }
  }
}

/**
 * Reads the ballots of one file: voters who wrote the same share one ballot, so that a large file is not read, kept and
 * counted ballot by ballot.
 *
 * Errors: reading throws `Fault` naming line and field.
 */
export const ballotReader = (type: VoteType, projects: ReadonlySet<string>): ((text: VoteText) => ReadBallot) => {
  const byText = new Map<string, ReadBallot>()
  return (text) => {
    const key = hasPoints(type) ? `${text.vote};${text.points}` : text.vote
    const known = byText.get(key)
    if (known !== undefined) return known
    const read = readBallot(type, projects, text)
    byText.set(key, read)
    return read
  }
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
