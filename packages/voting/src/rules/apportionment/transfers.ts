import type { Ratio } from '@isegoria/exact'
import { signpost } from './seat-table.ts'
import type { Rounding } from './seat-table.ts'

/** A table that is being filled, row by row. */
export interface Working {
  readonly votes: ReadonlyArray<ReadonlyArray<number>>
  readonly seats: ReadonlyArray<Array<number>>
  readonly rounding: Rounding
}

/**
 * How dear it is to come to each party, then each district, from where one starts: a party gives a seat up in a district,
 * the district gives it to another party. Factors are multiplied along the way; `undefined` where one cannot come.
 */
export interface Ways {
  readonly lengths: ReadonlyArray<Ratio | undefined>
  /** The place before each, -1 for none. */
  readonly before: Int32Array
}

/** An unreduced product: ways are short, and reducing costs more than it saves. */
const times = (length: Ratio, numerator: bigint, denominator: bigint): Ratio => ({
  numerator: length.numerator * numerator,
  denominator: length.denominator * denominator,
})

const isShorter = (one: Ratio, other: Ratio): boolean => one.numerator * other.denominator < other.numerator * one.denominator

/**
 * The shortest ways from some places, by the algorithm of Bellman and Ford on exact products.
 *
 * A seat of a party in a district is worth its quotient `votes / signpost`: giving it up costs that, and getting one more
 * gains the next quotient. Cost: at most a round of the cells for each party and district, mostly a few rounds.
 */
export const shortestWays = ({ votes, seats, rounding }: Working, starts: ReadonlyArray<number>): Ways => {
  const parties = votes.length
  const districts = votes[0]?.length ?? 0
  const lengths: Array<Ratio | undefined> = Array.from({ length: parties + districts })
  const before = new Int32Array(parties + districts).fill(-1)
  for (const start of starts) lengths[start] = { numerator: 1n, denominator: 1n }
  let isChanged = true
  const tryWay = (from: number, to: number, length: Ratio): void => {
    const known = lengths[to]
    if (known !== undefined && !isShorter(length, known)) return
    lengths[to] = length
    before[to] = from
    isChanged = true
  }
  for (let round = 0; isChanged; round++) {
    if (round > parties + districts) throw new Error('the table is not the best for its sums')
    isChanged = false
    for (const [party, row] of votes.entries())
      for (const [district, own] of row.entries()) {
        if (own === 0) continue
        const held = seats[party]?.[district] ?? 0
        const place = parties + district
        const fromParty = lengths[party]
        if (held > 0 && fromParty !== undefined) {
          const last = signpost(rounding, held - 1)
          tryWay(party, place, times(fromParty, BigInt(own) * last.denominator, last.numerator))
        }
        const fromDistrict = lengths[place]
        if (fromDistrict !== undefined) {
          const next = signpost(rounding, held)
          tryWay(place, party, times(fromDistrict, next.numerator, BigInt(own) * next.denominator))
        }
      }
  }
  return { lengths, before }
}

const shift = (row: Array<number> | undefined, district: number, by: number): void => {
  if (row !== undefined) row[district] = (row[district] ?? 0) + by
}

/** What is left to do: nothing, or what cannot be done from the places that one can come to. */
export type Stuck = { readonly parties: ReadonlyArray<number>; readonly districts: ReadonlyArray<number> } | undefined

/**
 * Moves seats between parties, within districts, until each party has its own number: each time by the shortest of all ways
 * from a party that has too many to one that has too few, so that the table stays the best for the sums it has.
 */
export const transferSeats = (table: Working, partySeats: ReadonlyArray<number>): Stuck => {
  const parties = partySeats.length
  const surplus = table.seats.map((row, party) => row.reduce((sum, own) => sum + own, 0) - (partySeats[party] ?? 0))
  for (;;) {
    const rich = [...surplus.keys()].filter((party) => (surplus[party] ?? 0) > 0)
    if (rich.length === 0) return undefined
    const { lengths, before } = shortestWays(table, rich)
    let end = -1
    for (const [party, own] of surplus.entries()) {
      const [length, best] = [lengths[party], lengths[end]]
      if (own < 0 && length !== undefined && (best === undefined || isShorter(length, best))) end = party
    }
    if (end === -1) {
      const reached = [...lengths.keys()].filter((place) => lengths[place] !== undefined)
      return {
        parties: reached.filter((place) => place < parties),
        districts: reached.filter((place) => place >= parties).map((place) => place - parties),
      }
    }
    surplus[end] = (surplus[end] ?? 0) + 1
    let to = end
    for (let from = before[to] ?? -1; from !== -1; to = from, from = before[to] ?? -1) {
      if (from < parties) shift(table.seats[from], to - parties, -1)
      else shift(table.seats[to], from - parties, 1)
    }
    surplus[to] = (surplus[to] ?? 0) - 1
  }
}
