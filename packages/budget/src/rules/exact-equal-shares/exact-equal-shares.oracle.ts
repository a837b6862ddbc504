import { compare, multiply, ratio, subtract, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { costIn, numberOf, supportersIn } from '../weighted-table.oracle.ts'
import type { WeightedTable } from '../weighted-table.oracle.ts'

/** The most supporters who can each pay an equal share: from the richest on, taking in one group after the other. */
const payersOf = (table: WeightedTable, purses: ReadonlyArray<Ratio>, project: string): bigint => {
  const held = (group: number): Ratio => purses[group] ?? zero
  const richest = supportersIn(table, project).toSorted((one, other) => compare(held(other), held(one)))
  let most = 0n
  for (const [place, poorest] of richest.entries()) {
    const number = numberOf(table, richest.slice(0, place + 1))
    if (compare(multiply(held(poorest), ratio(number)), ratio(costIn(table, project))) >= 0) most = number
  }
  return most
}

/** Exact Equal Shares with everything computed anew each time, the purses in fractions. */
export const exactEqualSharesByDefinition = (table: WeightedTable, utility: string, start: string): ReadonlyArray<ReadonlyArray<string>> => {
  const { order, voters, budget } = table
  const everybody = voters.reduce((sum, { number }) => sum + number, 0n)
  const supported = order.filter((project) => supportersIn(table, project).length > 0)
  const purchases = supported.filter((project) => costIn(table, project) === 0n).map((project): ReadonlyArray<string> => [project])
  if (everybody === 0n) return purchases
  let purses = voters.map(() => (start === 'floor' ? ratio(budget / everybody) : ratio(budget, everybody)))
  for (;;) {
    const now = purses
    const offers = supported.flatMap((project) => {
      const payers = payersOf(table, now, project)
      if (costIn(table, project) === 0n || payers === 0n || purchases.some(([bought]) => bought === project)) return []
      const gain = utility === 'cost' ? ratio(payers) : ratio(payers, costIn(table, project))
      return [{ project, gain, share: ratio(costIn(table, project), payers) }]
    })
    const tied = offers.filter(({ gain }) => offers.every((other) => compare(gain, other.gain) >= 0))
    const [best] = tied
    if (best === undefined) return purchases
    purchases.push(tied.map(({ project }) => project))
    purses = purses.map((purse, voter) =>
      voters[voter]?.supported.has(best.project) === true && compare(purse, best.share) >= 0 ? subtract(purse, best.share) : purse,
    )
  }
}
