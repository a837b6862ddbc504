import type { Pot } from '../../allocation/pot.ts'
import { rounding } from './purses.ts'
import type { Purses } from './purses.ts'
import { toFloat } from './to-float.ts'

/** Costs below this part of the budget are too small for floats. */
const least = 1e-100

/** Between what the lowest ρ / α of a project surely is. */
export interface Bounds {
  readonly low: number
  readonly high: number
}

/** The ways to pay for a project that may have a ρ / α of no more than a limit. */
export interface Ways {
  /** A group of each account whose purse may be the cap. */
  readonly caps: ReadonlyArray<number>
  /** Whether it may be paid for in full. */
  readonly isFull: boolean
}

export interface Bounder {
  /** `undefined` where no supporter has anything left. */
  readonly boundsOf: (project: number) => Bounds | undefined
  readonly waysWithin: (project: number, limit: number) => Ways
  /** The cost as a part of the budget. */
  readonly costs: Float64Array
  /** How far what the supporters raise may be from what floats say. */
  readonly doubtOf: (voters: number, groups: number) => number
}

/**
 * Floats with a bound of their errors.
 *
 * With the cap z let M(z) = Σ min(purse, z). Then α = M / cost, and ρ / α is proportional to z / M² · cost² / utility. Between
 * two purses M is S + R · z, and z / M² first rises, until z = S / R, and then falls: so it is lowest where z is a purse, or
 * where M is the cost. If each purse is off by at most E, M is off by at most E for each supporter, whatever their order.
 *
 * Purses only empty, which raises z / M² for each z; and a cap that was not possible before, since M was above the cost, is
 * above the one at which M was the cost, with an α that is no greater. So the lowest ρ / α of a project never falls.
 */
export const bounderOf = ({ costs: whole, budget }: Pot, purses: Purses, isPerCost: boolean): Bounder => {
  const { accountsOf } = purses
  const costs = Float64Array.from(whole, (cost) => toFloat(cost, budget))
  const each = purses.left[0] ?? 0
  const doubtOf = (voters: number, groups: number): number => voters * (purses.error() + each * groups * rounding)

  /** Goes through the caps from the lowest on, and last to where the cost, less the doubt, is raised. */
  const walk = (project: number, visit: (low: number, high: number, group: number) => void, full: (low: number, high: number) => void): void => {
    const { places, purses: held, voters, groups } = accountsOf(project)
    const [cost, error] = [costs[project] ?? 0, purses.error()]
    let [rich, poor] = [0, 0]
    for (const place of places) rich += voters[place] ?? 0
    const doubt = doubtOf(rich, places.length)
    const isKnown = cost > least
    /** ρ / α where the cap is so much, and so much is raised. */
    const ratioOf = (cap: number, raised: number): number => cap * (cost / raised) * ((isPerCost ? 1 : cost) / raised)
    let isReached = false
    for (const place of places) {
      const purse = held[place] ?? 0
      const raised = poor + rich * purse
      if (!isReached && raised >= cost - doubt) {
        isReached = true
        const cap = Math.max(0, (cost - doubt - poor) / rich)
        const isHigh = isKnown && cap > 0 && cost > 2 * doubt
        full(isKnown ? ratioOf(cap, cost) * (1 - rounding) : 0, isHigh ? ratioOf(cap, cost - 2 * doubt) * (1 + rounding) : Infinity)
      }
      if (raised > cost + doubt) break
      const low = isKnown ? ratioOf(Math.max(0, purse - error), Math.min(cost, raised + doubt)) * (1 - rounding) : 0
      const isHigh = isKnown && !isReached && raised > doubt
      visit(low, isHigh ? ratioOf(purse + error, raised - doubt) * (1 + rounding) : Infinity, groups[place] ?? 0)
      poor += (voters[place] ?? 0) * purse
      rich -= voters[place] ?? 0
    }
  }
  return {
    costs,
    doubtOf,
    boundsOf: (project) => {
      let [low, high] = [Infinity, Infinity]
      const see = (from: number, to: number): void => {
        if (from < low) low = from
        if (to < high) high = to
      }
      walk(project, see, see)
      return low === Infinity ? undefined : { low, high }
    },
    waysWithin: (project, limit) => {
      const caps: Array<number> = []
      let isFull = false
      walk(
        project,
        (low, _, group) => {
          if (low <= limit) caps.push(group)
        },
        (low) => {
          isFull = low <= limit
        },
      )
      return { caps, isFull }
    },
  }
}
