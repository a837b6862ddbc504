import { emptyProfile } from '@isegoria/election'
import type { Election } from '@isegoria/election'
import { add, compare, formatRatio, multiply, ratio } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import type { Pot } from '../allocation/pot.ts'
import { buyByDefinition } from './buy.oracle.ts'
import { buy } from './buy.ts'
import type { Run } from './run.ts'
import { raise } from './raise.ts'
import { randomMarket } from './random-market.fixture.ts'
import type { RandomMarket } from './random-market.fixture.ts'

const told = ({ purchases, history }: Run): string =>
  purchases
    .map(({ project, tied }, place) => {
      const { numerator, denominator } = history.priceOf(place)
      return `${project} of ${tied.join('=')} at ${formatRatio(ratio(numerator, denominator))}`
    })
    .join(', ')
const defined = (market: RandomMarket['market'], endowment: Ratio): string =>
  buyByDefinition(market, endowment)
    .map(({ project, tied, price }) => `${project} of ${tied.join('=')} at ${formatRatio(price)}`)
    .join(', ')
const orderOf = ({ purchases }: Run): string => purchases.map(({ project }) => project).join()

/** What was held, and how much of it was near a tie. */
export interface Held {
  /** The first seed for which it does not hold, and what was got and wanted; absent where all hold. */
  readonly breach?: { readonly seed: number; readonly got: string; readonly wanted: string }
  readonly settled: number
  readonly tied: number
  readonly proven: number
}

/** Whether runs buy what fractions alone buy, at the same prices, with the same ties. */
export const heldToDefinition = (from: number, to: number): Held => {
  let [settled, tied] = [0, 0]
  for (let seed = from; seed < to; seed++) {
    const { market, endowment, voters } = randomMarket(seed)
    const run = buy(market, endowment, voters)
    const [got, wanted] = [told(run), defined(market, endowment)]
    if (got !== wanted) return { breach: { seed, got, wanted }, settled, tied, proven: 0 }
    settled += run.purchases.reduce((sum, purchase) => sum + purchase.settled, 0)
    tied += run.purchases.filter((purchase) => purchase.tied.length > 1).length
  }
  return { settled, tied, proven: 0 }
}

/** Whether runs that are held against runs with less money buy the same as without, and what they prove of all between is so. */
export const heldAgainstEarlier = (from: number, to: number): Held => {
  let proven = 0
  for (let seed = from; seed < to; seed++) {
    const { market, endowment, voters } = randomMarket(seed)
    const first = buy(market, endowment, voters)
    let last = first
    let money = endowment
    for (const part of [100_000n, 500n, 20n, 3n]) {
      const more = add(money, multiply(endowment, ratio(BigInt(1 + (seed % 7)), part)))
      const next = buy(market, more, voters, last)
      const [got, wanted] = [told(next), told(buy(market, more, voters))]
      if (got !== wanted) return { breach: { seed, got, wanted }, settled: 0, tied: 0, proven }
      if (next.isSteady && orderOf(last) === orderOf(next)) {
        proven++
        const between = add(multiply(money, ratio(1n, 3n)), multiply(more, ratio(2n, 3n)))
        const bought = orderOf(buy(market, between, voters))
        if (bought !== orderOf(last)) return { breach: { seed, got: bought, wanted: orderOf(last) }, settled: 0, tied: 0, proven }
      }
      last = next
      money = more
    }
  }
  return { settled: 0, tied: 0, proven }
}

/** Whether raising purses by jumps ends where raising them by single units ends. */
export const heldToSingleUnits = (from: number, to: number): Held => {
  let proven = 0
  for (let seed = from; seed < to; seed++) {
    const { market, voters } = randomMarket(seed)
    const all = market.projects.reduce((sum, project) => sum + (market.costs[project] ?? 0n), 0n)
    if (all > 2000n) continue
    const election: Election = { options: [], profile: emptyProfile, decimals: 0 }
    const pot: Pot = {
      ...market,
      election,
      limitsLeft: () => [],
      budget: (all * BigInt(1 + (seed % 5))) / 5n,
      decimals: 0,
      voters,
      scores: [],
      supporters: new Float64Array(market.costs.length).fill(1),
      ties: { order: [], placeOf: () => 0, compare: () => 0, settledBy: () => 'given-order' },
    }
    const start = ratio(pot.budget, BigInt(Math.max(voters, 1)))
    const costOf = (endowment: Ratio): bigint =>
      buyByDefinition(market, endowment).reduce((sum, { project }) => sum + (market.costs[project] ?? 0n), 0n)
    let wanted = start
    while (compare(wanted, ratio(all)) <= 0 && costOf(add(wanted, ratio(1n))) <= pot.budget) wanted = add(wanted, ratio(1n))
    const got = raise(pot, market, start, () => false)
    if (got === undefined) return { breach: { seed, got: 'nothing', wanted: formatRatio(wanted) }, settled: 0, tied: 0, proven }
    if (told(got) !== defined(market, wanted) || compare(got.endowment, wanted) === -1)
      return {
        breach: { seed, got: `${formatRatio(got.endowment)}: ${told(got)}`, wanted: `${formatRatio(wanted)}: ${defined(market, wanted)}` },
        settled: 0,
        tied: 0,
        proven,
      }
    proven++
  }
  return { settled: 0, tied: 0, proven }
}
