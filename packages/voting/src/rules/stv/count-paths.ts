import type { FixedPoint } from './fixed-point.ts'
import { levelShares } from './level-shares.ts'
import type { LevelShares } from './level-shares.ts'
import type { PathTree } from './path-tree.ts'

/** How a vote is handed on: a part of what is left of it by Meek, a price, or all that is left, by Warren. */
export type Handing = 'meek' | 'warren'

type Members = ReadonlyArray<ReadonlyArray<number>>

/** Votes of each option, where a vote meets one tier after another and what a tier passes on is one sum. */
const countInOne = <N>(tree: PathTree, members: Members, keep: ReadonlyArray<N>, fixed: FixedPoint<N>, handing: Handing): ReadonlyArray<N> => {
  const { zero, one, plus, minus, product, times, isBelow } = fixed
  const votes = keep.map(() => zero)
  const size = tree.size()
  const left: Array<N> = [one]
  const shares = new Map<number, LevelShares<N>>()
  const sharesBy = levelShares(fixed)
  const sharesOf = (tier: number): LevelShares<N> => {
    const known = shares.get(tier)
    if (known !== undefined) return known
    const found = sharesBy((members[tier] ?? []).map((option) => keep[option] ?? zero))
    shares.set(tier, found)
    return found
  }
  for (let node = 1; node < size; node++) {
    const tier = tree.tier(node)
    const vote = tier === -1 ? zero : (left[tree.parent(node)] ?? zero)
    left.push(zero)
    if (vote === zero) continue
    const factor = keep[tier]
    if (factor !== undefined) {
      const kept = handing === 'meek' ? product(vote, factor) : isBelow(vote, factor) ? vote : factor
      votes[tier] = plus(votes[tier] ?? zero, times(kept, tree.weight(node)))
      if (tree.isOpen(node)) left[node] = handing === 'meek' ? product(vote, minus(one, factor)) : minus(vote, kept)
      continue
    }
    const { kept, passed } = sharesOf(tier)
    for (const [place, option] of (members[tier] ?? []).entries())
      votes[option] = plus(votes[option] ?? zero, times(product(vote, kept[place] ?? zero), tree.weight(node)))
    left[node] = product(vote, passed)
  }
  return votes
}

/** Nodes below each node. */
const childrenOf = (tree: PathTree): ReadonlyArray<ReadonlyArray<number>> => {
  const children: Array<Array<number>> = Array.from({ length: tree.size() }, () => [])
  for (let node = 1; node < tree.size(); node++) if (tree.tier(node) !== -1) children[tree.parent(node)]?.push(node)
  return children
}

/** Votes of each option, where a tier's members share a vote evenly and each hands on what it does not keep of its share. */
const countInParts = <N>(tree: PathTree, members: Members, keep: ReadonlyArray<N>, fixed: FixedPoint<N>): ReadonlyArray<N> => {
  const { zero, one, plus, minus, product, part, times, from } = fixed
  const votes = keep.map(() => zero)
  const children = childrenOf(tree)
  const sizes = keep.map((_, place) => from(BigInt(place + 1)))
  const hand = (node: number, vote: N): void => {
    const sharing = (members[tree.tier(node)] ?? []).filter((option) => keep[option] !== zero)
    const share = sharing.length > 1 ? part(vote, sizes[sharing.length - 1] ?? one) : vote
    for (const option of sharing) {
      const factor = keep[option] ?? zero
      votes[option] = plus(votes[option] ?? zero, times(product(share, factor), tree.weight(node)))
      const rest = product(share, minus(one, factor))
      if (rest !== zero) for (const child of children[node] ?? []) hand(child, rest)
    }
  }
  for (const child of children[0] ?? []) hand(child, one)
  return votes
}

/** Whether the members of a tier who are level are counted as all strict orders of them, or share the vote evenly. */
export type Level = 'equalized' | 'split'

/**
 * The votes of each option under its keep factor, each step rounded down. Cost: one step for each node of the tree; with
 * `split` one for each way of a vote through the level options of a paper.
 */
export const countPaths = <N>(
  tree: PathTree,
  members: Members,
  keep: ReadonlyArray<N>,
  fixed: FixedPoint<N>,
  handing: Handing,
  level: Level,
): ReadonlyArray<N> =>
  level === 'split' && members.length > keep.length ? countInParts(tree, members, keep, fixed) : countInOne(tree, members, keep, fixed, handing)
