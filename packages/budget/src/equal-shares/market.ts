import type { Limits, Pot } from '../allocation/pot.ts'
import type { Satisfaction } from '../satisfaction/satisfaction.ts'
import type { Support } from '../support/support.ts'

/** What is for sale to whom; lists are by project. */
export interface Market {
  readonly support: Support
  readonly costs: ReadonlyArray<bigint>
  /**
   * What a project is worth besides the gains of its supporters, in whole numbers: its cost where the utility is the cost,
   * 1 where only gains count. The best buy has the lowest price per unit of gain and worth.
   */
  readonly worths: ReadonlyArray<bigint>
  /** The projects for sale. */
  readonly projects: ReadonlyArray<number>
  /** Place in the order that settles ties. */
  readonly placeOf: Int32Array
  readonly limits: () => Limits
  /** What all supporters of a project gain together, apart from its worth. */
  readonly gains: Float64Array
  /** The most that one voter gains by one project, apart from its worth. */
  readonly mostGain: number
}

const commonMultiple = (numbers: ReadonlyArray<bigint>): bigint => {
  const divisor = (left: bigint, right: bigint): bigint => (right === 0n ? left : divisor(right, left % right))
  return numbers.reduce((multiple, number) => (multiple / divisor(multiple, number)) * number, 1n)
}

/** The projects of a pot that have supporters and cost something, for a utility that is the same for all voters up to their gains. */
export const marketOf = (pot: Pot, { factor, isInCost }: Satisfaction): Market => {
  const { support, costs, supporters, scores, placeOf, limits } = pot
  const factors = costs.map((_, project) => factor?.(pot, project) ?? { numerator: 1n, denominator: 1n })
  const common = commonMultiple(factors.map(({ denominator }) => denominator))
  const worths = factors.map(({ numerator, denominator }, project) => ((numerator * common) / denominator) * (isInCost ? (costs[project] ?? 0n) : 1n))
  const projects = pot.projects.filter((project) => (supporters[project] ?? 0) > 0 && (costs[project] ?? 0n) > 0n && (worths[project] ?? 0n) > 0n)
  const mostGain = support.isEven ? 1 : support.gains.reduce((most, gain) => Math.max(most, gain), 1)
  return { support, costs, worths, projects, placeOf, limits, mostGain, gains: Float64Array.from(scores, Number) }
}

/** Whether two projects have the same cost, worth and supporters: they are then level at every moment. */
export const areTwins = ({ costs, worths, support: { starts, supporters, gains } }: Market, left: number, right: number): boolean => {
  const [from, other] = [starts[left] ?? 0, starts[right] ?? 0]
  const length = (starts[left + 1] ?? 0) - from
  if (costs[left] !== costs[right] || worths[left] !== worths[right] || (starts[right + 1] ?? 0) - other !== length) return false
  for (let place = 0; place < length; place++)
    if (supporters[from + place] !== supporters[other + place] || gains[from + place] !== gains[other + place]) return false
  return true
}
