import { ratio } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { scoresOf } from '../support/support.ts'
import type { Support } from '../support/support.ts'
import type { Market } from './market.ts'

/** A small market with what its voters have. */
export interface RandomMarket {
  readonly market: Market
  readonly voters: number
  readonly endowment: Ratio
}

/** A multiplicative generator: quick, and the same everywhere. `below(n)` is a whole number from 0 to before n. */
const below = (seed: number): ((limit: number) => number) => {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) >>> 0
  return (limit) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state % limit
  }
}

const startsOf = (lists: ReadonlyArray<ReadonlyArray<unknown>>): Int32Array => {
  const starts = new Int32Array(lists.length + 1)
  for (const [place, list] of lists.entries()) starts[place + 1] = (starts[place] ?? 0) + list.length
  return starts
}

const supportOf = (weights: ReadonlyArray<number>, rows: ReadonlyArray<ReadonlyArray<readonly [number, number]>>, projects: number): Support => {
  const columns = Array.from({ length: projects }, (_, project) =>
    rows.flatMap((row, group) => row.flatMap(([marked, gain]) => (marked === project ? [[group, gain] as const] : []))),
  )
  return {
    ids: columns.map((_, project) => `${project}`),
    groups: rows.length,
    voters: weights.reduce((sum, weight) => sum + weight, 0),
    weights: Float64Array.from(weights),
    starts: startsOf(columns),
    supporters: Int32Array.from(columns.flatMap((column) => column.map(([group]) => group))),
    gains: Float64Array.from(columns.flatMap((column) => column.map(([, gain]) => gain))),
    ballotStarts: startsOf(rows),
    ballotProjects: Int32Array.from(rows.flatMap((row) => row.map(([project]) => project))),
    ballotGains: Float64Array.from(rows.flatMap((row) => row.map(([, gain]) => gain))),
    isEven: rows.every((row) => row.every(([, gain]) => gain === 1)),
  }
}

/**
 * A market of 1 to 6 projects and 1 to 6 ballots, of a kind that the seed chooses: costs that are few and equal, that differ in
 * the last digit of eighteen, that span fifteen orders of magnitude; one voter a ballot or millions; gains of 1 or up to a
 * hundred; utilities by cost or by gains alone; and now and then a project that two others exclude.
 */
export const randomMarket = (seed: number): RandomMarket => {
  const next = below(seed)
  const [projects, groups, kind] = [1 + next(6), 1 + next(6), next(6)]
  const crowd = [1, 3, 1000, 10_000_000][next(4)] ?? 1
  const most = [1, 1, 3, 100][next(4)] ?? 1
  const weights = Array.from({ length: groups }, () => 1 + next(crowd))
  const rows = weights.map(() => Array.from({ length: projects }, (_, project) => [project, 1 + next(most)] as const).filter(() => next(2) === 0))
  const near = 10n ** 18n
  const costs = Array.from({ length: projects }, (): bigint => {
    const digit = BigInt(next(3)) - 1n
    if (kind === 0) return BigInt(1 + next(3))
    if (kind === 1) return BigInt(60 * (1 + next(4)))
    if (kind === 2) return near + digit
    if (kind === 3) return near * BigInt(1 + next(4)) + digit
    if (kind === 4) return BigInt(1 + next(1000))
    return [1n, 7n, 10n ** 9n, 10n ** 15n, 10n ** 15n + 1n][next(5)] ?? 1n
  })
  const support = supportOf(weights, rows, projects)
  const all = costs.reduce((sum, cost) => sum + cost, 0n)
  const budget = (all * BigInt(1 + next(12))) / 8n + BigInt(next(3))
  const placeOf = Int32Array.from(costs, (_, project) => project)
  for (let place = projects - 1; place > 0; place--) {
    const other = next(place + 1)
    const [here, there] = [placeOf[place] ?? 0, placeOf[other] ?? 0]
    placeOf[place] = there
    placeOf[other] = here
  }
  const isExclusive = next(4) === 0
  const limits: Market['limits'] = () => {
    let left = 1
    return {
      admits: (project) => !isExclusive || project > 1 || left > 0,
      take: (project) => {
        if (project < 2) left--
      },
    }
  }
  const market = {
    support,
    costs,
    worths: next(2) === 0 ? costs : costs.map(() => 1n),
    projects: costs.map((_, project) => project).filter((project) => (support.starts[project + 1] ?? 0) > (support.starts[project] ?? 0)),
    placeOf,
    limits,
    gains: Float64Array.from(scoresOf(support), Number),
    mostGain: support.gains.reduce((largest, gain) => Math.max(largest, gain), 1),
  }
  return { market, voters: support.voters, endowment: ratio(budget, BigInt(support.voters)) }
}
