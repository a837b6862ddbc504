import type { Ballot } from '@isegoria/election'
import { Fault } from './rejection.ts'

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

/** The ballot of one vote line. Errors: throws `Fault` naming the field. */
export const ballotOf = (type: VoteType, vote: string, points: string | undefined, projects: ReadonlySet<string>, line: number): ReadBallot => {
  const named = listed(vote)
  for (const id of named) if (!projects.has(id)) throw new Fault(line, 'vote', `no project '${id.slice(0, 80)}' in PROJECTS`)
  const distinct = new Set(named)
  const repeats = distinct.size < named.length
  switch (type) {
    case 'approval':
      return { ballot: { type: 'approval', approved: [...distinct] }, repeats }
    case 'ordinal':
      return { ballot: { type: 'ordinal', ranking: [...distinct] }, repeats }
    case 'choose-1':
      if (distinct.size > 1) throw new Fault(line, 'vote', `${distinct.size} projects where one may be chosen`)
      return { ballot: { type: 'choose-one', choice: named[0] ?? null }, repeats }
    case 'cumulative':
      return { ballot: { type: 'cumulative', points: pointsOf(named, points ?? '', line) }, repeats }
    case 'scoring':
      return { ballot: { type: 'score', scores: pointsOf(named, points ?? '', line) }, repeats }
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
