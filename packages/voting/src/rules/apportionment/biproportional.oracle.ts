import { compare, multiply, ratio } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import type { Rounding, SeatTableTask } from './seat-table.ts'

type Table = ReadonlyArray<ReadonlyArray<number>>

/** All rows of whole numbers with this sum, each at most as given; nothing where there are no votes. */
const rowsOf = (sum: number, most: ReadonlyArray<number>, votes: ReadonlyArray<number>): ReadonlyArray<ReadonlyArray<number>> => {
  const [first = 0, ...rest] = most
  if (most.length === 0) return sum === 0 ? [[]] : []
  const own = votes[0] === 0 ? 0 : Math.min(sum, first)
  return Array.from({ length: own + 1 }, (_, seats) => rowsOf(sum - seats, rest, votes.slice(1)).map((row) => [seats, ...row])).flat()
}

const tablesOf = (votes: Table, partySeats: ReadonlyArray<number>, left: ReadonlyArray<number>): ReadonlyArray<Table> => {
  const [own = [], ...others] = votes
  if (votes.length === 0) return left.every((seats) => seats === 0) ? [[]] : []
  return rowsOf(partySeats[0] ?? 0, left, own).flatMap((row) => {
    const rest = left.map((seats, district) => seats - (row[district] ?? 0))
    return tablesOf(others, partySeats.slice(1), rest).map((table) => [row, ...table])
  })
}

/** The product of signpost ÷ votes over every seat: least for the tables that divisors round to, and only for those. */
const productOf = (table: Table, votes: Table, rounding: Rounding): Ratio => {
  let product = ratio(1n)
  for (const [party, row] of table.entries())
    for (const [district, seats] of row.entries())
      for (let seat = 1; seat <= seats; seat++) {
        const point = rounding === 'down' ? ratio(BigInt(seat)) : ratio(BigInt(2 * seat - 1), 2n)
        product = multiply(product, ratio(point.numerator, point.denominator * BigInt(votes[party]?.[district] ?? 1)))
      }
  return product
}

/** Every table with the right sums whose product is least, among all there are. */
export const bestTables = ({ votes, districtSeats, partySeats }: SeatTableTask, rounding: Rounding): ReadonlyArray<Table> => {
  let best: ReadonlyArray<{ table: Table; product: Ratio }> = []
  for (const table of tablesOf(votes, partySeats, districtSeats)) {
    const one = { table, product: productOf(table, votes, rounding) }
    const order = best[0] === undefined ? -1 : compare(one.product, best[0].product)
    if (order < 0) best = [one]
    else if (order === 0) best = [...best, one]
  }
  return best.map(({ table }) => table)
}
