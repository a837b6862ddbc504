import { compare, divide, ratio, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { signpost } from './seat-table.ts'
import type { Cell, Rounding } from './seat-table.ts'
import { simplestBetween } from './simplest-between.ts'
import { shortestWays } from './transfers.ts'
import type { Working } from './transfers.ts'

export interface Divisors {
  readonly parties: ReadonlyArray<Ratio>
  readonly districts: ReadonlyArray<Ratio>
}

/** A party or a district: votes and seats of its cells. */
interface Line {
  readonly votes: ReadonlyArray<number>
  readonly seats: ReadonlyArray<number>
}

/** The least and the greatest divisor of a line by which its cells are rounded to their seats, given those that cross it. */
const rangeOf = ({ votes, seats }: Line, crossing: ReadonlyArray<Ratio>, rounding: Rounding): { low: Ratio; high: Ratio | undefined } => {
  let low = zero
  let high: Ratio | undefined
  for (const [place, { numerator, denominator }] of crossing.entries()) {
    const [own, held] = [votes[place] ?? 0, seats[place] ?? 0]
    if (own === 0) continue
    const scaled = ratio(BigInt(own) * denominator, numerator)
    const atLeast = divide(scaled, signpost(rounding, held))
    if (compare(atLeast, low) > 0) low = atLeast
    if (held === 0) continue
    const atMost = divide(scaled, signpost(rounding, held - 1))
    if (high === undefined || compare(atMost, high) < 0) high = atMost
  }
  return { low, high }
}

/** Each line's divisor in the simplest form strictly within its range, or as it is where the range is a point. */
const simplified = (
  lines: ReadonlyArray<Line>,
  own: ReadonlyArray<Ratio>,
  crossing: ReadonlyArray<Ratio>,
  rounding: Rounding,
): ReadonlyArray<Ratio> =>
  lines.map((line, place) => {
    const { low, high } = rangeOf(line, crossing, rounding)
    if (high !== undefined && compare(low, high) > 0) throw new Error('no divisor rounds these votes to these seats')
    return high !== undefined && compare(low, high) === 0 ? (own[place] ?? zero) : simplestBetween(low, high)
  })

const one = ratio(1n)

/**
 * Divisors by which a table that is the best for its sums is the rounded one: from the lengths of shortest ways, made
 * simple, so that no quotient stands where it could be rounded either way unless it must.
 *
 * Cost: the cells once for each party and district at most, mostly a few times.
 */
export const divisorsOf = ({ votes, seats, rounding }: Working, districtCount: number): Divisors => {
  const { lengths } = shortestWays(
    { votes, seats, rounding },
    Array.from({ length: votes.length + districtCount }, (_, place) => place),
  )
  const unit = lengths[0] ?? one
  const scaled = lengths.map((length = one) => divide(ratio(length.numerator, length.denominator), ratio(unit.numerator, unit.denominator)))
  const rows = votes.map((own, party): Line => ({ votes: own, seats: seats[party] ?? [] }))
  const columns = Array.from({ length: districtCount }, (_, district): Line => ({
    votes: votes.map((row) => row[district] ?? 0),
    seats: seats.map((row) => row[district] ?? 0),
  }))
  let parties: ReadonlyArray<Ratio> = scaled.slice(0, rows.length).map((length) => divide(one, length))
  let districts: ReadonlyArray<Ratio> = scaled.slice(rows.length)
  for (let sweep = 0; sweep < rows.length + columns.length; sweep++) {
    districts = simplified(columns, districts, parties, rounding)
    parties = simplified(rows, parties, districts, rounding)
    if (roundedEitherWay({ votes, seats, rounding }, { parties, districts }).length === 0) break
  }
  return { parties, districts }
}

/** A cell whose quotient stands on a signpost, and whether it was rounded up there. */
export interface Edge extends Cell {
  readonly isUp: boolean
}

/** All such cells. Errors: throws where a quotient is not rounded to the seats of its cell. */
export const roundedEitherWay = ({ votes, seats, rounding }: Working, { parties, districts }: Divisors): ReadonlyArray<Edge> => {
  const edges: Array<Edge> = []
  for (const [party, row] of votes.entries())
    for (const [district, own] of row.entries()) {
      const held = seats[party]?.[district] ?? 0
      const quotient = divide(divide(ratio(BigInt(own)), parties[party] ?? one), districts[district] ?? one)
      const above = compare(quotient, signpost(rounding, held))
      const below = held === 0 ? 1 : compare(quotient, signpost(rounding, held - 1))
      if (above > 0 || below < 0) throw new Error(`the votes of party ${party} in district ${district} are not rounded to ${held}`)
      if (above === 0) edges.push({ party, district, isUp: false })
      else if (below === 0) edges.push({ party, district, isUp: true })
    }
  return edges
}
