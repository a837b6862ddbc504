import { marked } from '@isegoria/election'
import type { Ballot, Option } from '@isegoria/election'
import { add, compare, divide, ratio, tenTo, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { binaryLogarithm } from '../satisfaction/logarithm.ts'

/** Ballots one by one, and what may not be funded together. */
export interface BallotTable {
  readonly options: ReadonlyArray<Option>
  readonly ballots: ReadonlyArray<Ballot>
  readonly budget: bigint
  readonly decimals: number
  readonly longest: number
  readonly isAllowed: (funded: ReadonlyArray<string>) => boolean
}

/** What a ballot gives an option, read as points. */
const pointsOf = (ballot: Ballot, id: string, longest: number): number => {
  if (ballot.type === 'cumulative') return ballot.points.find(([named]) => named === id)?.[1] ?? 0
  if (ballot.type === 'score') return ballot.scores.find(([named]) => named === id)?.[1] ?? 0
  if (!marked(ballot).includes(id)) return 0
  return ballot.type === 'ordinal' ? Math.max(longest - ballot.ranking.indexOf(id), 0) : 1
}

const placesOf = ({ ballots, longest }: BallotTable): number =>
  longest > 0 ? longest : ballots.reduce((most, ballot) => (ballot.type === 'ordinal' ? Math.max(most, ballot.ranking.length) : most), 0)

const rootByHalving = (square: bigint): bigint => {
  let [low, high] = [0n, square + 1n]
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (middle * middle <= square) low = middle
    else high = middle
  }
  return low
}

/** All sets of these. */
const subsetsOf = <Item>(items: ReadonlyArray<Item>): ReadonlyArray<ReadonlyArray<Item>> => {
  const [first, ...rest] = items
  if (first === undefined) return [[]]
  return subsetsOf(rest).flatMap((set) => [set, [first, ...set]])
}

const costOf = (options: ReadonlyArray<Option>): bigint => options.reduce((sum, { cost }) => sum + cost, 0n)

const supports = (ballot: Ballot, { id }: Option): boolean => marked(ballot).includes(id)

/** What one ballot gains, per cost of the option, when `option` is funded besides `funded`; costs are above zero. */
const gainPerCost = (table: BallotTable, satisfaction: string, ballot: Ballot, option: Option, funded: ReadonlySet<string>): Ratio => {
  const { options, ballots, budget, decimals } = table
  const places = placesOf(table)
  const points = (longest: number): Ratio => ratio(BigInt(pointsOf(ballot, option.id, longest)))
  const perCost = (gain: Ratio): Ratio => divide(gain, ratio(option.cost))
  if (satisfaction === 'score') return points(places)
  if (satisfaction === 'additive') return perCost(points(places))
  if (satisfaction === 'borda') return perCost(points(places - 1))
  if (!supports(ballot, option)) return zero
  const named = options.filter((one) => supports(ballot, one))
  switch (satisfaction) {
    case 'cost':
      return ratio(1n)
    case 'square-root':
      return perCost(ratio(rootByHalving((option.cost * tenTo(24)) / tenTo(decimals)), tenTo(12)))
    case 'logarithm':
      return perCost(binaryLogarithm(ratio(tenTo(decimals) + option.cost, tenTo(decimals))))
    case 'effort':
      return ratio(1n, BigInt(ballots.filter((one) => supports(one, option)).length))
    case 'relative-cardinality': {
      const affordable = subsetsOf(named).filter((set) => costOf(set) <= budget)
      const most = affordable.reduce((largest, set) => Math.max(largest, set.length), 0)
      return most === 0 ? zero : perCost(ratio(1n, BigInt(most)))
    }
    case 'relative-cost':
      return ratio(1n, costOf(named))
    case 'chamberlin-courant':
      return named.some(({ id }) => funded.has(id)) ? zero : perCost(ratio(1n))
    default:
      return perCost(ratio(1n))
  }
}

/** Greedy straight from its definition, every total computed anew at every step. Costs are above zero. */
export const greedyOfBallots = (
  table: BallotTable,
  satisfaction: string,
  isEndedByMisfit: boolean,
  byTies: (left: Option, right: Option) => number,
): ReadonlyArray<string> => {
  const funded: Array<string> = []
  const done = new Set<string>()
  let left = table.budget
  for (;;) {
    const sated = new Set(funded)
    const totalOf = (option: Option): Ratio =>
      table.ballots.map((ballot) => gainPerCost(table, satisfaction, ballot, option, sated)).reduce(add, zero)
    const open = table.options.filter(({ id }) => !done.has(id)).map((option) => ({ option, total: totalOf(option) }))
    const best = open.toSorted((one, other) => compare(other.total, one.total) || byTies(one.option, other.option))[0]?.option
    if (best === undefined) return funded
    done.add(best.id)
    if (!table.isAllowed([...funded, best.id])) continue
    if (best.cost > left) {
      if (isEndedByMisfit) return funded
      continue
    }
    funded.push(best.id)
    left -= best.cost
  }
}
