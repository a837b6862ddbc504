import type { Approvals } from './approvals.ts'
import { groupsOf } from './groups.ts'
import type { Group } from './groups.ts'
import { network } from './max-flow.ts'

/** Members whose supporters bear the highest load: `members` of load 1 each on `voters` together. */
export interface Bottleneck {
  /** By their place in the committee. */
  readonly places: ReadonlySet<number>
  readonly members: number
  readonly voters: number
}

/** Negative where the left load is the lower one. Exact while members times voters are safe whole numbers. */
export const byLoad = (left: Pick<Bottleneck, 'members' | 'voters'>, right: Pick<Bottleneck, 'members' | 'voters'>): number =>
  left.members * right.voters - right.members * left.voters

const bottleneckOf = (places: ReadonlySet<number>, groups: ReadonlyArray<Group>): Bottleneck => ({
  places,
  members: places.size,
  voters: groups.reduce((sum, group) => (group.places.some((place) => places.has(place)) ? sum + group.voters : sum), 0),
})

/** The members for whom `members × voters of it - voters of them × members of it` is largest, above the load of `it`; or `undefined`. */
const tighter = (all: ReadonlySet<number>, groups: ReadonlyArray<Group>, it: Bottleneck): Bottleneck | undefined => {
  const nodes = [...all]
  const nodeOf = new Map(nodes.map((place, node) => [place, node + 1]))
  const [source, sink] = [0, nodes.length + groups.length + 1]
  const flows = network(sink + 1)
  for (const node of nodeOf.values()) flows.connect(source, node, it.voters)
  for (const [index, group] of groups.entries()) {
    const node = nodes.length + 1 + index
    for (const place of group.places) flows.connect(nodeOf.get(place) ?? 0, node, Number.POSITIVE_INFINITY)
    flows.connect(node, sink, it.members * group.voters)
  }
  if (flows.push(source, sink) === nodes.length * it.voters) return undefined
  const reachable = flows.reachable(source)
  return bottleneckOf(new Set(nodes.filter((place) => reachable[nodeOf.get(place) ?? 0] === 1)), groups)
}

/**
 * The least that the highest load can be when each member's load of 1 is borne by its supporters in any parts.
 *
 * By the duality of flows and cuts it is the largest of `|S| / voters who approve somebody of S` over the sets S of members.
 * Found by Dinkelbach's method: from S = everybody on, a minimum cut gives a set above the present ratio, or says that there
 * is none; the ratios rise strictly, at most as many times as there are members. Whole numbers throughout.
 *
 * `above` stops early: the answer is then some set whose load is above that one. Every member of `all` has a supporter.
 */
export const bottleneck = (all: ReadonlySet<number>, groups: ReadonlyArray<Group>, above?: Bottleneck): Bottleneck => {
  let found = bottleneckOf(all, groups)
  for (;;) {
    if (above !== undefined && byLoad(found, above) > 0) return found
    const next = tighter(all, groups, found)
    if (next === undefined) return found
    found = next
  }
}

/** A load, and how many voters bear exactly that; the members that nobody approves have an infinite one. */
type LoadStep = Pick<Bottleneck, 'members' | 'voters'> & { readonly bearers: number }

export interface Loads {
  /** Members whom nobody approves, and whose load nobody bears. */
  readonly unborne: number
  /** From the highest load down. */
  readonly steps: ReadonlyArray<LoadStep>
}

/**
 * The loads of a committee when the highest is as low as it can be, then the next highest, and so on; with `isHighestOnly`
 * only the first of them, whoever bears it.
 *
 * Where the load of S is the highest, S takes up all its supporters at just that load, so that the other members are left to
 * the other voters: the same again without S and its supporters. Cost: at most one search for each member.
 */
export const loadsOf = (approvals: Approvals, committee: ReadonlyArray<number>, isHighestOnly = false): Loads => {
  const borne = committee.filter((option) => (approvals.votes[option] ?? 0) > 0)
  const steps: Array<LoadStep> = []
  let groups = groupsOf(approvals, borne)
  let left: ReadonlySet<number> = new Set(borne.keys())
  while (left.size > 0) {
    const found = bottleneck(left, groups)
    steps.push({ members: found.members, voters: found.voters, bearers: isHighestOnly ? 1 : found.voters })
    if (isHighestOnly) break
    groups = groups.filter((group) => !group.places.some((place) => found.places.has(place)))
    left = new Set([...left].filter((place) => !found.places.has(place)))
  }
  return { unborne: committee.length - borne.length, steps }
}

/** Negative where the left loads are the better ones: fewer infinite, then the lower highest, then the fewer who bear it, and so on. */
export const compareLoads = (left: Loads, right: Loads): number => {
  if (left.unborne !== right.unborne) return left.unborne - right.unborne
  let [l, r] = [0, 0]
  let [bornLeft, bornRight] = [0, 0]
  for (;;) {
    const [one, other] = [left.steps[l], right.steps[r]]
    if (one === undefined || other === undefined) return one === other ? 0 : one === undefined ? -1 : 1
    const order = byLoad(one, other)
    if (order !== 0) return order
    const both = Math.min(one.bearers - bornLeft, other.bearers - bornRight)
    bornLeft += both
    bornRight += both
    if (bornLeft === one.bearers) [l, bornLeft] = [l + 1, 0]
    if (bornRight === other.bearers) [r, bornRight] = [r + 1, 0]
  }
}
