import { network } from './saturating-flow.ts'

/** What some projects cost, for the voters who support at least one of them: a load of `cost / voters` on each. */
export interface Load {
  readonly cost: bigint
  readonly voters: number
}

/** Voters who support the same projects of a set, which are given by their place in it. */
export interface Bearers {
  readonly places: ReadonlyArray<number>
  readonly voters: number
}

/** Below 0 where the left load is the lower one. */
export const byLoad = (left: Load, right: Load): number => {
  const difference = left.cost * BigInt(right.voters) - right.cost * BigInt(left.voters)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The projects S for which `cost(S) * voters - cost * voters(S)` is largest; `undefined` where that is never above 0. */
const heavier = (costs: ReadonlyArray<bigint>, bearers: ReadonlyArray<Bearers>, { cost, voters }: Load): Load | undefined => {
  const [source, sink] = [costs.length, costs.length + 1]
  const shared = bearers.filter(({ places }) => places.length > 1)
  const flow = network(costs.length + 2 + shared.length)
  const alone = new Float64Array(costs.length)
  for (const { places, voters: number } of bearers) if (places.length === 1) alone[places[0] ?? 0] = (alone[places[0] ?? 0] ?? 0) + number
  const dues = costs.map((own) => own * BigInt(voters))
  for (const [place, due] of dues.entries()) {
    flow.connect(source, place, due)
    flow.connect(place, sink, cost * BigInt(alone[place] ?? 0))
  }
  for (const [index, { places, voters: number }] of shared.entries()) {
    const node = sink + 1 + index
    for (const place of places) flow.connect(place, node, dues[place] ?? 0n)
    flow.connect(node, sink, cost * BigInt(number))
  }
  if (flow.push(source, sink) === dues.reduce((sum, due) => sum + due, 0n)) return undefined
  const isIn = flow.reachable(source)
  return {
    cost: costs.reduce((sum, own, place) => (isIn[place] === 1 ? sum + own : sum), 0n),
    voters: bearers.reduce((sum, { places, voters: number }) => (places.some((place) => isIn[place] === 1) ? sum + number : sum), 0),
  }
}

/** Whether costs can be borne by those who support them, none of whom bears more than the load: a flow shows who pays what. */
export const isBorne = (costs: ReadonlyArray<bigint>, bearers: ReadonlyArray<Bearers>, load: Load): boolean =>
  heavier(costs, bearers, load) === undefined

/**
 * The least that the highest load on a voter can be when the cost of each project is borne by its supporters in any parts.
 *
 * By the duality of flows and cuts it is the largest of `cost(S) / voters who support some of S` over the sets S of projects.
 * Found by Dinkelbach's method: from a load that is known to be no higher, a minimum cut gives the projects of a higher one, or
 * says that there are none; the loads rise strictly. Whole numbers throughout.
 *
 * `above` stops early: the answer is then a load that is above that one, and no higher than the right one. Every project has
 * a supporter.
 */
export const heaviest = (costs: ReadonlyArray<bigint>, bearers: ReadonlyArray<Bearers>, least: Load, above?: Load): Load => {
  for (let found = least; ;) {
    if (above !== undefined && byLoad(found, above) > 0) return found
    const next = heavier(costs, bearers, found)
    if (next === undefined) return found
    found = next
  }
}
