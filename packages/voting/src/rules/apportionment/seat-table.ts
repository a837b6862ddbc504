import type { Ratio } from '@isegoria/exact'

/** Votes by party and district, and the seats that each district and each party has in all. */
export interface SeatTableTask {
  /** A row for each party, in it a whole number for each district. */
  readonly votes: ReadonlyArray<ReadonlyArray<number>>
  readonly districtSeats: ReadonlyArray<number>
  readonly partySeats: ReadonlyArray<number>
}

/** `standard`: to the nearest whole number, as Sainte-Laguë; `down`: as D'Hondt. */
export type Rounding = 'standard' | 'down'

/** A place in a table: a party and a district, by their numbers. */
export interface Cell {
  readonly party: number
  readonly district: number
}

/** Why there is no such table. */
export type SeatTableRejection =
  /** A party's row has not one number for each district, or there are not as many rows as parties with seats. */
  | { readonly type: 'TableNotRectangular' }
  | { readonly type: 'VotesNotWhole'; readonly party: number; readonly district: number }
  | { readonly type: 'SeatsNotWhole'; readonly of: 'party' | 'district'; readonly number: number }
  /** The districts and the parties do not have equally many seats in all. */
  | { readonly type: 'SeatsDiffer'; readonly districts: number; readonly parties: number }
  /** A district has seats, and nobody votes in it. */
  | { readonly type: 'DistrictWithoutVotes'; readonly district: number }
  /** In these districts nobody votes for any but these parties, which have fewer seats than the districts. */
  | { readonly type: 'SeatsNotPlaceable'; readonly districts: ReadonlyArray<number>; readonly parties: ReadonlyArray<number> }

/** The seats of each party in each district, with the divisors that anybody can check them by. */
export interface SeatTable {
  /** A row for each party. */
  readonly seats: ReadonlyArray<ReadonlyArray<number>>
  /** The votes of a cell, divided by the divisors of its party and its district, are rounded to its seats. */
  readonly partyDivisors: ReadonlyArray<Ratio>
  readonly districtDivisors: ReadonlyArray<Ratio>
  /** Cells whose quotient could be rounded either way and that have another number in another table as good; mostly none. */
  readonly ties: ReadonlyArray<Cell>
}

/** Where a quotient is rounded to one more than `seats`: exactly there, either way. */
export const signpost = (rounding: Rounding, seats: number): Ratio =>
  rounding === 'down' ? { numerator: BigInt(seats + 1), denominator: 1n } : { numerator: BigInt(2 * seats + 1), denominator: 2n }

const isCount = (number: number): boolean => Number.isSafeInteger(number) && number >= 0

const sumOf = (numbers: ReadonlyArray<number>): number => numbers.reduce((sum, number) => sum + number, 0)

/** What is wrong with a task at first sight. */
export const faultOfTask = ({ votes, districtSeats, partySeats }: SeatTableTask): SeatTableRejection | undefined => {
  if (votes.length !== partySeats.length || votes.some((row) => row.length !== districtSeats.length)) return { type: 'TableNotRectangular' }
  for (const [party, row] of votes.entries()) {
    const district = row.findIndex((own) => !isCount(own))
    if (district !== -1) return { type: 'VotesNotWhole', party, district }
  }
  const party = partySeats.findIndex((seats) => !isCount(seats))
  if (party !== -1) return { type: 'SeatsNotWhole', of: 'party', number: party }
  const odd = districtSeats.findIndex((seats) => !isCount(seats))
  if (odd !== -1) return { type: 'SeatsNotWhole', of: 'district', number: odd }
  const [districts, parties] = [sumOf(districtSeats), sumOf(partySeats)]
  if (districts !== parties) return { type: 'SeatsDiffer', districts, parties }
  const district = districtSeats.findIndex((seats, column) => seats > 0 && votes.every((row) => row[column] === 0))
  return district === -1 ? undefined : { type: 'DistrictWithoutVotes', district }
}
