import type { Ballot } from '@isegoria/election'
import { Fault, quoted } from '../../fault.ts'
import type { Order } from '../order.ts'
import { isMark, isNoMark } from './csv-cells.ts'

/** The cells of one ballot, one for each option. */
export interface BallotRow {
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

/** The options of a table: ids, and names for reasons. */
export interface CsvOptions {
  readonly ids: ReadonlyArray<string>
  readonly names: ReadonlyArray<string>
}

export const approvalOf = ({ line, cells }: BallotRow, { ids, names }: CsvOptions): Ballot => {
  const approved: Array<string> = []
  for (const [place, cell] of cells.entries()) {
    if (isMark(cell)) approved.push(ids[place] ?? '')
    else if (!isNoMark(cell)) throw new Fault(line, names[place] ?? '', `${quoted(cell)} is none of x, 1, 0 and nothing`)
  }
  return { type: 'approval', approved }
}

const wholeOf = (cell: string, line: number, option: string): number => {
  const value = /^\d+$/.test(cell) ? Number(cell) : Number.NaN
  if (!Number.isSafeInteger(value)) throw new Fault(line, option, `${quoted(cell)} is no whole number up to ${Number.MAX_SAFE_INTEGER}`)
  return value
}

/** Points for each option whose cell is not empty. */
export const pointsOf = ({ line, cells }: BallotRow, { ids, names }: CsvOptions): Ballot => {
  const scores: Array<[string, number]> = []
  for (const [place, cell] of cells.entries()) if (cell !== '') scores.push([ids[place] ?? '', wholeOf(cell, line, names[place] ?? '')])
  return { type: 'score', scores }
}

/** The place of each grade, from 0 for the worst. */
export const gradedOf = ({ line, cells }: BallotRow, { ids, names }: CsvOptions, grades: ReadonlyMap<string, number>): Ballot => {
  const scores: Array<[string, number]> = []
  for (const [place, cell] of cells.entries()) {
    if (cell === '') continue
    const grade = grades.get(cell)
    if (grade === undefined) throw new Fault(line, names[place] ?? '', `${quoted(cell)} is none of the grades ${[...grades.keys()].join(', ')}`)
    scores.push([ids[place] ?? '', grade])
  }
  return { type: 'score', scores }
}

/**
 * Reads ranks, 1 for the best, into `order`; an empty cell is unranked. Two options may share a rank; the rank after them
 * may be the next number, or leave out as many as are level (1, 1, 3).
 *
 * Errors: throws `Fault` for a rank that is skipped for no such reason: it is not clear what the voter meant.
 */
export const readRanks = ({ line, cells }: BallotRow, { names }: CsvOptions, order: Order): void => {
  const rankOf = (cell: string, place: number): number => {
    const rank = wholeOf(cell, line, names[place] ?? '')
    if (rank === 0) throw new Fault(line, names[place] ?? '', `${quoted(cell)} is no rank: the best is 1`)
    return rank
  }
  const ranked = cells.flatMap((cell, place) => (cell === '' ? [] : [{ place, rank: rankOf(cell, place) }]))
  ranked.sort((left, right) => left.rank - right.rank)
  order.start()
  let rank = 0
  let tiers = 0
  for (const [before, one] of ranked.entries()) {
    if (one.rank !== rank) {
      if (one.rank !== tiers + 1 && one.rank !== before + 1)
        throw new Fault(line, names[one.place] ?? '', `rank ${one.rank} stands after ${before} options of better rank: a rank is skipped`)
      if (rank !== 0) order.endTier()
      rank = one.rank
      tiers++
    }
    order.add(one.place)
  }
  if (rank !== 0) order.endTier()
}
