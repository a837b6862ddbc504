import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, divide, ratio } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { biproportional } from './biproportional.ts'
import { bestTables } from './biproportional.oracle.ts'
import type { Rounding, SeatTable, SeatTableTask } from './seat-table.ts'
import { simplestBetween } from './simplest-between.ts'

const tableOf = (task: SeatTableTask, rounding: Rounding = 'standard'): SeatTable => {
  const table = biproportional(task, rounding)
  if (E.isLeft(table)) throw new Error(JSON.stringify(table.left))
  return table.right
}

/** Tiny tables, many of whose cells are 0 or alike. */
const tasks = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([parties, districts]) => {
  const row = fc.array(fc.oneof(fc.nat(3), fc.nat(40)), { minLength: districts, maxLength: districts })
  const seat = fc.tuple(fc.nat(parties - 1), fc.nat(districts - 1))
  return fc
    .record({ votes: fc.array(row, { minLength: parties, maxLength: parties }), placed: fc.array(seat, { maxLength: 6 }) })
    .map(({ votes, placed }): SeatTableTask => ({
      votes,
      districtSeats: Array.from({ length: districts }, (_, district) => placed.filter(([, at]) => at === district).length),
      partySeats: Array.from({ length: parties }, (_, party) => placed.filter(([of]) => of === party).length),
    }))
})

const isRoundedTo = (
  votes: number,
  task: { readonly table: SeatTable; readonly party: number; readonly district: number },
  rounding: Rounding,
): boolean => {
  const { table, party, district } = task
  const [own, crossing, held] = [table.partyDivisors[party], table.districtDivisors[district], table.seats[party]?.[district]]
  if (own === undefined || crossing === undefined || held === undefined) return false
  const quotient = divide(divide(ratio(BigInt(votes)), own), crossing)
  const half = rounding === 'down' ? 0n : 1n
  const [least, most] = [ratio(2n * BigInt(held) - half, 2n), ratio(2n * BigInt(held) + 2n - half, 2n)]
  return compare(quotient, least) >= 0 && compare(quotient, most) <= 0
}

describe('biproportional apportionment', () => {
  it.each(['standard', 'down'] as const)('finds a best table, its ties and its divisors: %s', (rounding) => {
    fc.assert(
      fc.property(tasks, (task) => {
        const best = bestTables(task, rounding)
        const table = biproportional(task, rounding)
        expect(E.isRight(table)).toBe(best.length > 0)
        if (E.isLeft(table)) return
        const { seats, ties } = table.right
        expect(best).toContainEqual(seats)
        const differing = seats.flatMap((row, party) =>
          row.flatMap((own, district) => (best.some((other) => other[party]?.[district] !== own) ? [{ party, district }] : [])),
        )
        expect(ties).toStrictEqual(differing)
        for (const [party, row] of task.votes.entries())
          for (const [district, votes] of row.entries()) expect(isRoundedTo(votes, { table: table.right, party, district }, rounding)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
  it('tells why seats cannot be placed', () => {
    fc.assert(
      fc.property(tasks, (task) => {
        const table = biproportional(task, 'standard')
        if (E.isRight(table) || table.left.type !== 'SeatsNotPlaceable') return
        const { districts, parties } = table.left
        for (const district of districts) for (const [party, row] of task.votes.entries()) if (!parties.includes(party)) expect(row[district]).toBe(0)
        const sum = (of: ReadonlyArray<number>, seats: ReadonlyArray<number>) => of.reduce((total, number) => total + (seats[number] ?? 0), 0)
        expect(sum(districts, task.districtSeats)).toBeGreaterThan(sum(parties, task.partySeats))
      }),
      { numRuns: 400 },
    )
  })
  it('names the cells that a lot must settle', () => {
    const { seats, ties } = tableOf({
      votes: [
        [10, 10],
        [10, 10],
      ],
      districtSeats: [1, 1],
      partySeats: [1, 1],
    })
    expect([seats.flat().toSorted(), ties.length]).toStrictEqual([[0, 0, 1, 1], 4])
  })
  it('gives a party its seats where it is weak, so that the parties as a whole are right', () => {
    const { seats, partyDivisors, districtDivisors, ties } = tableOf({
      votes: [
        [60, 60],
        [40, 30],
      ],
      districtSeats: [1, 1],
      partySeats: [1, 1],
    })
    expect([seats, ties]).toStrictEqual([
      [
        [0, 1],
        [1, 0],
      ],
      [],
    ])
    expect(compare(partyDivisors[0] ?? ratio(0n), partyDivisors[1] ?? ratio(0n))).toBe(1)
    expect(districtDivisors).toHaveLength(2)
  })
  it('takes tables without seats, districts or parties', () => {
    expect(tableOf({ votes: [], districtSeats: [], partySeats: [] }).seats).toStrictEqual([])
    expect(tableOf({ votes: [[]], districtSeats: [], partySeats: [0] }).seats).toStrictEqual([[]])
    expect(tableOf({ votes: [[5, 0]], districtSeats: [0, 0], partySeats: [0] }).seats).toStrictEqual([[0, 0]])
  })
  it.each([
    [{ votes: [[1, 2], [3]], districtSeats: [1, 1], partySeats: [1, 1] }, { type: 'TableNotRectangular' }],
    [{ votes: [[1, 2]], districtSeats: [1, 1], partySeats: [1, 1] }, { type: 'TableNotRectangular' }],
    [
      { votes: [[1, 0.5]], districtSeats: [1, 1], partySeats: [2] },
      { type: 'VotesNotWhole', party: 0, district: 1 },
    ],
    [
      { votes: [[1, 2]], districtSeats: [1, -1], partySeats: [0] },
      { type: 'SeatsNotWhole', of: 'district', number: 1 },
    ],
    [
      { votes: [[1, 2]], districtSeats: [1, 1], partySeats: [3] },
      { type: 'SeatsDiffer', districts: 2, parties: 3 },
    ],
    [
      { votes: [[1, 0]], districtSeats: [1, 1], partySeats: [2] },
      { type: 'DistrictWithoutVotes', district: 1 },
    ],
    [
      {
        votes: [
          [1, 1],
          [0, 1],
        ],
        districtSeats: [2, 1],
        partySeats: [1, 2],
      },
      { type: 'SeatsNotPlaceable', districts: [0], parties: [0] },
    ],
  ] as const)('refuses %j', (task, rejection) => {
    expect(biproportional(task, 'standard')).toStrictEqual(E.left(rejection))
  })
})

describe('the simplest fraction between two', () => {
  it('has the least denominator, then the least numerator', () => {
    const fraction = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 40 })).map(([over, under]) => ratio(BigInt(over), BigInt(under)))
    fc.assert(
      fc.property(fraction, fraction, (left, right) => {
        const [low, high] = compare(left, right) < 0 ? [left, right] : [right, left]
        if (compare(low, high) === 0) {
          expect(() => simplestBetween(low, high)).toThrow(RangeError)
          return
        }
        for (let under = 1n; ; under++) {
          const over = (low.numerator * under) / low.denominator + 1n
          if (compare(ratio(over, under), high) >= 0) continue
          expect(simplestBetween(low, high)).toStrictEqual(ratio(over, under))
          return
        }
      }),
    )
    expect(simplestBetween(ratio(5n, 2n), undefined)).toStrictEqual(ratio(3n))
  })
})
