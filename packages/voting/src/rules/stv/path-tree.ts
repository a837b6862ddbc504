import type { Papers } from './papers.ts'

/** What has become of an option. */
export const hopeful = 0
export const elected = 1
export const excluded = 2

/**
 * Papers joined by what they begin with: a node is a tier that all papers through it hand a vote to, after the tiers of the
 * nodes above it. A paper goes only as far as a vote on it can come, so that the tree is small while few are elected.
 */
export interface PathTree {
  /** Number of nodes; 0 is the root, and a node stands behind its parent. */
  readonly size: () => number
  readonly parent: (node: number) => number
  /** Tier of a node; -1 for the root and for one that is no more. */
  readonly tier: (node: number) => number
  /** Voters whose papers go through a node. */
  readonly weight: (node: number) => number
  /** Whether a vote can go on from a node. */
  readonly isOpen: (node: number) => boolean
  /** Leads the papers on that rest with an option, which is no longer hopeful. */
  readonly leadOn: (option: number) => void
}

/** What lets a vote go on from a tier: that nobody there is hopeful, or that somebody there is elected. */
export type Passing = 'when-none-hopeful' | 'when-one-elected'

/**
 * The tree of `papers`, over `states` of the options, which whoever counts may change before `leadOn`.
 *
 * With `when-one-elected` a paper that has level options ends at the first tier of which all are excluded. Cost: a paper is
 * led on once for each of its tiers, over the whole count.
 */
export const pathTree = (papers: Papers, states: Uint8Array, passing: Passing): PathTree => {
  const { weights, starts, tiers, members } = papers
  const parents = [-1]
  const tierOf = [-1]
  const weightOf = [0]
  const open = [true]
  /** The first paper that rests at a node, and the next one of each paper. */
  const first = [-1]
  const next = new Int32Array(papers.count).fill(-1)
  /** Where on a paper its node stands. */
  const placeOf = new Int32Array(papers.count)
  const children = new Map<number, number>()
  const nodesOf: Array<Array<number>> = Array.from(states, () => [])

  const membersOf = (tier: number): ReadonlyArray<number> => members[tier] ?? []
  const has = (tier: number, state: number): boolean => membersOf(tier).some((option) => states[option] === state)
  const isGone = (tier: number): boolean => membersOf(tier).every((option) => states[option] === excluded)
  const passesOn = (tier: number): boolean => has(tier, elected) && (passing === 'when-one-elected' || !has(tier, hopeful))
  const keyOf = (parent: number, tier: number): number => parent * members.length + tier

  const childOf = (parent: number, tier: number): number => {
    const known = children.get(keyOf(parent, tier))
    if (known !== undefined) return known
    const node = parents.length
    children.set(keyOf(parent, tier), node)
    parents.push(parent)
    tierOf.push(tier)
    weightOf.push(0)
    open.push(passesOn(tier))
    first.push(-1)
    for (const option of membersOf(tier)) nodesOf[option]?.push(node)
    return node
  }
  const lead = (paper: number, from: number, below: number): void => {
    let node = below
    const end = starts[paper + 1] ?? 0
    for (let place = from; place < end; place++) {
      const tier = tiers[place] ?? 0
      if (isGone(tier)) {
        if (passing === 'when-one-elected' && papers.isLevel[paper] === true) return
        continue
      }
      node = childOf(node, tier)
      weightOf[node] = (weightOf[node] ?? 0) + (weights[paper] ?? 0)
      if (open[node] === true) continue
      placeOf[paper] = place
      next[paper] = first[node] ?? -1
      first[node] = paper
      return
    }
  }
  /** Leads on what rests at a node, from `step` places behind it. */
  const leadAll = (node: number, step: number, below: number): void => {
    let paper = first[node] ?? -1
    first[node] = -1
    while (paper !== -1) {
      const following = next[paper] ?? -1
      lead(paper, (placeOf[paper] ?? 0) + step, below)
      paper = following
    }
  }
  const leadOnFrom = (node: number): void => {
    const tier = tierOf[node] ?? -1
    const parent = parents[node] ?? 0
    if (tier === -1 || open[node] === true) return
    if (passesOn(tier)) {
      open[node] = true
      return leadAll(node, 1, node)
    }
    if (!isGone(tier)) return
    children.delete(keyOf(parent, tier))
    tierOf[node] = -1
    weightOf[node] = 0
    leadAll(node, 0, parent)
  }
  for (let paper = 0; paper < papers.count; paper++) lead(paper, starts[paper] ?? 0, 0)
  return {
    size: () => parents.length,
    parent: (node) => parents[node] ?? 0,
    tier: (node) => tierOf[node] ?? -1,
    weight: (node) => weightOf[node] ?? 0,
    isOpen: (node) => open[node] === true,
    leadOn: (option) => {
      for (const node of nodesOf[option]?.slice() ?? []) leadOnFrom(node)
    },
  }
}
