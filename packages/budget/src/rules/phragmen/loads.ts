import type { Support } from '../../support/support.ts'

/** Which project is bought next, and when. */
export interface Next {
  /** All that are bought at that time; never empty. */
  readonly tied: ReadonlyArray<number>
  /** How many were compared in exact fractions; 1 where whole numbers told them apart. */
  readonly compared: number
  /** The time, in minor units: `numerator / denominator`. */
  readonly numerator: bigint
  readonly denominator: bigint
}

/** What voters bear of the projects bought so far. */
export interface Loads {
  /** The first of the open projects to be bought; all of them have supporters, and there is at least one. */
  readonly next: (open: ReadonlyArray<number>) => Next
  readonly buy: (project: number) => void
  /**
   * Whether voters together bear what so much was spent on: each what the purchase they last took part in left them with.
   * Exact. Cost: one look at each group.
   */
  readonly isBorne: (spent: bigint) => boolean
}

const bits = 51

/**
 * The loads of Phragmén's rule: of a voter the time at which they last paid, of a project the time at which its supporters
 * could pay, `(cost + sum of their loads) / number of them`.
 *
 * *Exactness.* Loads are whole numbers in units of `2 ^ -shift`, so large that `most`, above all costs and all that is ever
 * spent together, is less than 2 ^ 51. What all voters bear together is what was spent: so each sum, a cost and the loads of
 * supporters, stays below 2 ^ 53, is exact, and does not depend on the order of the ballots.
 *
 * *Certificate.* After k purchases each load is wrong by at most 3k units. For the cost is rounded by less than 1; a mean of
 * loads that are wrong by at most 3(k - 1) is wrong by no more than that, however many they are; quotient and whole part add
 * less than 2. So the time of a project is known within 3k + 3/2, and two times that differ by more than 6k + 3 are in the
 * right order. What differs by less is compared in exact fractions.
 *
 * *Fractions.* The load of a voter is the time t(j) of the last purchase j that they took part in. So
 * `t(k) = (cost + sum over j of voters(j) * t(j)) / n(k)`, and with the denominators `D(k) = D(k - 1) * n(k)` every t(j) is
 * one whole number.
 *
 * Cost: `next` looks once at each open project, and goes through the supporters of those compared in fractions; `buy` goes
 * through the ballots of the project's supporters.
 */
export const loadsOf = (support: Support, costs: ReadonlyArray<bigint>, voters: Float64Array, most: bigint): Loads => {
  const { ids, groups, weights, starts, supporters, ballotStarts, ballotProjects } = support
  const shift = bits - most.toString(2).length
  const due = Float64Array.from(ids, (_, project) => {
    const cost = costs[project] ?? 0n
    return Number(shift < 0 ? cost >> BigInt(-shift) : cost << BigInt(shift))
  })
  const [loads, lastOf] = [new Float64Array(groups), new Int32Array(groups)]
  const [times, divisors] = [[0n], [1n]]
  let denominator = 1n
  // With so many voters the errors no longer fit into the sums: then all is compared in fractions.
  const isCertain = 3 * ids.length * support.voters < Number.MAX_SAFE_INTEGER / 2

  const timeOf = (project: number): number => (due[project] ?? 0) / (voters[project] ?? 1)

  /** The loads of some groups together, times the denominator. */
  const exactLoads = (some: Int32Array): bigint => {
    const payers = new Float64Array(times.length)
    for (const group of some) {
      const last = lastOf[group] ?? 0
      payers[last] = (payers[last] ?? 0) + (weights[group] ?? 0)
    }
    let sum = 0n
    for (let purchase = 1; purchase < times.length; purchase++)
      sum = sum * (divisors[purchase] ?? 1n) + BigInt(payers[purchase] ?? 0) * (times[purchase] ?? 0n)
    return sum
  }
  const supportersOf = (project: number): Int32Array => supporters.subarray(starts[project] ?? 0, starts[project + 1] ?? 0)

  /** `cost + sum of loads`, times the denominator. */
  const exactDue = (project: number): bigint => exactLoads(supportersOf(project)) + (costs[project] ?? 0n) * denominator

  return {
    next: (open) => {
      let least = Number.POSITIVE_INFINITY
      for (const project of open) least = Math.min(least, timeOf(project))
      const limit = isCertain ? least + 6 * times.length + 4 : Number.POSITIVE_INFINITY
      const near = open.filter((project) => timeOf(project) <= limit)
      let tied: Array<number> = []
      let [numerator, divisor] = [0n, 1n]
      for (const project of near) {
        const [own, number] = [exactDue(project), BigInt(voters[project] ?? 1)]
        const difference = tied.length === 0 ? -1n : own * divisor - numerator * number
        if (difference < 0n) [tied, numerator, divisor] = [[project], own, number]
        else if (difference === 0n) tied.push(project)
      }
      return { tied, compared: near.length, numerator, denominator: denominator * divisor }
    },
    buy: (project) => {
      const number = BigInt(voters[project] ?? 1)
      const load = Math.floor(timeOf(project))
      const purchase = times.push(exactDue(project)) - 1
      divisors.push(number)
      denominator *= number
      for (let place = starts[project] ?? 0; place < (starts[project + 1] ?? 0); place++) {
        const group = supporters[place] ?? 0
        const more = (load - (loads[group] ?? 0)) * (weights[group] ?? 0)
        const end = ballotStarts[group + 1] ?? 0
        for (let mark = ballotStarts[group] ?? 0; mark < end; mark++) {
          const other = ballotProjects[mark] ?? 0
          due[other] = (due[other] ?? 0) + more
        }
        loads[group] = load
        lastOf[group] = purchase
      }
    },
    isBorne: (spent) => exactLoads(Int32Array.from({ length: groups }, (_, group) => group)) === spent * denominator,
  }
}
