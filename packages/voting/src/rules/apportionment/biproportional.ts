import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { award } from './award.ts'
import { faultOfTask, signpost } from './seat-table.ts'
import type { Cell, Rounding, SeatTable, SeatTableRejection, SeatTableTask } from './seat-table.ts'
import { divisorsOf, roundedEitherWay } from './table-divisors.ts'
import type { Edge } from './table-divisors.ts'
import { transferSeats } from './transfers.ts'
import type { Working } from './transfers.ts'

/** Each district's seats by the divisor method of the rounding, as if it stood alone. */
const districtByDistrict = ({ votes, districtSeats }: SeatTableTask, rounding: Rounding): ReadonlyArray<Array<number>> => {
  const table = votes.map((row) => row.map(() => 0))
  for (const [district, seats] of districtSeats.entries()) {
    const voted = [...votes.keys()].filter((party) => (votes[party]?.[district] ?? 0) > 0)
    const awarded = award({
      votes: voted.map((party) => BigInt(votes[party]?.[district] ?? 0)),
      seats,
      claimOf: (own, held) => {
        const { numerator, denominator } = signpost(rounding, Number(held))
        return { numerator: own * denominator, denominator: numerator }
      },
      settle: (left, right) => left - right,
    })
    for (const [place, party] of voted.entries()) {
      const row = table[party]
      if (row !== undefined) row[district] = awarded.seats[place] ?? 0
    }
  }
  return table
}

/** A cell rounded up leads from its party to its district, one rounded down back. */
const leadsTo = ({ party, district, isUp }: Edge, next: Edge): boolean =>
  isUp !== next.isUp && (isUp ? district === next.district : party === next.party)

/** The cells that lie on a circle of cells rounded up and down in turn: along it each could be rounded the other way. */
const tiesAmong = (edges: ReadonlyArray<Edge>): ReadonlyArray<Cell> => {
  const returns = (start: Edge): boolean => {
    const reached = new Set([start])
    for (const at of reached) {
      for (const next of edges) {
        if (!leadsTo(at, next)) continue
        if (next === start) return true
        reached.add(next)
      }
    }
    return false
  }
  return edges.filter(returns).map(({ party, district }) => ({ party, district }))
}

const assertSums = ({ districtSeats, partySeats }: SeatTableTask, seats: ReadonlyArray<ReadonlyArray<number>>): void => {
  const rows = seats.map((row) => row.reduce((sum, own) => sum + own, 0))
  const columns = districtSeats.map((_, district) => seats.reduce((sum, row) => sum + (row[district] ?? 0), 0))
  if (rows.some((sum, party) => sum !== partySeats[party])) throw new Error('a party has not its number of seats')
  if (columns.some((sum, district) => sum !== districtSeats[district])) throw new Error('a district has not its number of seats')
}

/**
 * Biproportional apportionment, known as "doppelter Pukelsheim": seats for each party in each district such that every
 * party and every district has its own number of them, and the votes divided by one divisor for each party and one for each
 * district, rounded, are the seats. Zurich and other cantons elect by `standard` rounding.
 *
 * How many seats a party or a district has in all is decided before, by a rule of apportionment. The sums and the divisors
 * are asserted of every table.
 *
 * *Ties*: where other tables are as good, this is the first that is found, and `ties` names the cells in which they differ:
 * those are to be settled by lot. Cost: each district once, then for each seat that changes its party a few rounds of the
 * cells, on exact fractions: a canton in some hundredths of a second.
 * Errors: a rejection for numbers that do not fit together, or seats that no table could place.
 * Source: Balinski & Demange, "Algorithms for proportional matrices in reals and integers", Mathematical Programming 45,
 * 1989, https://doi.org/10.1007/BF01589103; Pukelsheim, "Proportional Representation", 2017.
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const votes = [[123, 45, 815], [912, 714, 414], [312, 255, 215]]
 * const table = biproportional({ votes, districtSeats: [7, 5, 8], partySeats: [5, 11, 4] }, 'standard')
 * E.isRight(table) && table.right.seats // => [[1, 0, 4], [4, 4, 3], [2, 1, 1]]
 */
export const biproportional = (task: SeatTableTask, rounding: Rounding): Either<SeatTableRejection, SeatTable> => {
  const fault = faultOfTask(task)
  if (fault !== undefined) return E.left(fault)
  const table: Working = { votes: task.votes, seats: districtByDistrict(task, rounding), rounding }
  const stuck = transferSeats(table, task.partySeats)
  if (stuck !== undefined) return E.left({ type: 'SeatsNotPlaceable', ...stuck })
  assertSums(task, table.seats)
  const divisors = divisorsOf(table, task.districtSeats.length)
  const ties = tiesAmong(roundedEitherWay(table, divisors))
  return E.right({ seats: table.seats, partyDivisors: divisors.parties, districtDivisors: divisors.districts, ties })
}
