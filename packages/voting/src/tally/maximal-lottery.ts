import { ratio, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { optimumOf } from './linear-programme.ts'
import type { Optimum } from './linear-programme.ts'

/** A square matrix with `matrix[b][a] = -matrix[a][b]`. */
type Margins = ReadonlyArray<ReadonlyArray<bigint>>

const shares = ({ denominator, values }: Optimum, size: number): ReadonlyArray<Ratio> =>
  Array.from({ length: size }, (_, place) => ratio(values[place] ?? 0n, denominator))

/** Some maximal lottery: an optimal strategy of the game, all of whose payoffs are made positive by the same sum. */
const someLottery = (margins: Margins): ReadonlyArray<bigint> => {
  let shift = 1n
  for (const row of margins) for (const margin of row) if (margin >= shift) shift = margin + 1n
  const ones = margins.map(() => 1n)
  return optimumOf({ objective: ones, rows: margins.map((row) => row.map((margin) => margin + shift)), limits: ones }).values
}

/** The rank of a matrix of whole numbers, by elimination without fractions. */
const rankOf = (given: Margins): number => {
  const rows = given.map((row) => [...row])
  let [rank, previous] = [0, 1n]
  for (let column = 0; column < given.length; column++) {
    const found = rows.findIndex((row, place) => place >= rank && row[column] !== 0n)
    const chosen = rows[found]
    const top = rows[rank]
    if (chosen === undefined || top === undefined) continue
    rows[found] = top
    rows[rank] = chosen
    const by = chosen[column] ?? 1n
    for (const row of rows.slice(rank + 1)) {
      const factor = row[column] ?? 0n
      for (let place = column; place < row.length; place++) row[place] = ((row[place] ?? 0n) * by - factor * (chosen[place] ?? 0n)) / previous
    }
    previous = by
    rank++
  }
  return rank
}

/** Whether an optimal lottery is the only one: all without a share lose to it, and no other shares balance those that have one. */
const isOnlyOne = (margins: Margins, lottery: ReadonlyArray<bigint>): boolean => {
  const within = [...lottery.keys()].filter((place) => lottery[place] !== 0n)
  const loses = (row: ReadonlyArray<bigint>): boolean => row.reduce((sum, margin, place) => sum + margin * (lottery[place] ?? 0n), 0n) < 0n
  if (!margins.every((row, place) => lottery[place] !== 0n || loses(row))) return false
  return rankOf(within.map((one) => within.map((other) => margins[one]?.[other] ?? 0n))) === within.length - 1
}

const unit = (size: number, place: number): ReadonlyArray<bigint> => Array.from({ length: size }, (_, other) => (other === place ? 1n : 0n))

/** The rows that make shares a maximal lottery, each with a 0 for the variable that is made as large as can be. */
const optimality = (margins: Margins): ReadonlyArray<ReadonlyArray<bigint>> => [...margins.map((row) => [...row, 0n]), [...margins.map(() => 1n), 0n]]

/** The last of the rows of `optimality` has the limit 1; all others, and those behind it, have 0. */
const mostOfLast = (margins: Margins, further: ReadonlyArray<ReadonlyArray<bigint>>): Optimum =>
  optimumOf({
    objective: unit(margins.length + 1, margins.length),
    rows: [...optimality(margins), ...further],
    limits: [...unit(margins.length + 1, margins.length), ...further.map(() => 0n)],
  })

/** Everybody who has a share in some maximal lottery: each option has one, or loses to one. */
const essential = (margins: Margins): ReadonlyArray<number> => {
  const further = margins.map((row, one) => [...row.map((margin, other) => margin - (one === other ? 1n : 0n)), 1n])
  const { values } = mostOfLast(margins, further)
  return [...margins.keys()].filter((place) => (values[place] ?? 0n) > 0n)
}

/** Of all maximal lotteries the one whose smallest share is largest, then the next smallest, and so on. */
const mostEqual = (margins: Margins): ReadonlyArray<Ratio> => {
  const size = margins.length
  let open = essential(margins)
  let shared: ReadonlyArray<Ratio> = margins.map(() => zero)
  const fixed = new Map<number, Ratio>()
  while (open.length > 0) {
    const floors = [...fixed].map(([place, { numerator, denominator }]) => [
      ...margins.map((_, other) => numerator - (other === place ? denominator : 0n)),
      0n,
    ])
    const optimum = mostOfLast(margins, [...open.map((place) => [...unit(size, place).map((one) => -one), 1n]), ...floors])
    shared = shares(optimum, size)
    const least = ratio(optimum.values[size] ?? 0n, optimum.denominator)
    const tight = open.filter((_, row) => (optimum.prices[size + 1 + row] ?? 0n) > 0n)
    for (const place of tight) fixed.set(place, least)
    open = open.filter((place) => !fixed.has(place))
  }
  return shared
}

/**
 * The maximal lottery of a matrix of margins: shares such that no option is preferred to the lottery by a margin on average.
 *
 * Several lotteries may be maximal only where margins are even, as with ties. Then it is the one whose smallest share among
 * all options that have one in any of them is largest, then the next smallest: a choice that knows no order of the options.
 * Cost: a linear programme with a row for each option; where there are several lotteries at most one more for each share.
 */
export const maximalLottery = (margins: Margins): ReadonlyArray<Ratio> => {
  if (margins.length === 0) return []
  const lottery = someLottery(margins)
  if (!isOnlyOne(margins, lottery)) return mostEqual(margins)
  const sum = lottery.reduce((total, share) => total + share, 0n)
  return lottery.map((share) => ratio(share, sum))
}
