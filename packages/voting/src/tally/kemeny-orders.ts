/** Voters who prefer the first option to the second. */
type Support = (one: number, other: number) => number

/**
 * Answers what an option costs at a place: the voters who prefer any of those that are put below it, given as a set of bits.
 *
 * *Shape*: sums for all sets of the lower and of the higher bits, so that each answer is two looks.
 */
const costsOf = (members: ReadonlyArray<number>, support: Support): ((one: number, below: number) => number) => {
  const half = (members.length + 1) >> 1
  const width = 1 << half
  const sums = new Float64Array(members.length * 2 * width)
  for (const [one, option] of members.entries())
    for (const part of [0, 1]) {
      const from = (2 * one + part) * width
      for (let set = 1; set < width; set++) {
        const bit = 31 - Math.clz32(set)
        const other = members[part * half + bit]
        sums[from + set] = (sums[from + set - (1 << bit)] ?? 0) + (other === undefined || other === option ? 0 : support(other, option))
      }
    }
  return (one, below) => (sums[2 * one * width + (below & (width - 1))] ?? 0) + (sums[(2 * one + 1) * width + (below >> half)] ?? 0)
}

export interface KemenyOrders {
  /** How often a voter's preference in a pair is against the order: the fewest that is possible. */
  readonly disagreements: number
  /** In each tier those that stand first behind the tiers before in some of the best orders. */
  readonly tiers: ReadonlyArray<ReadonlyArray<number>>
}

/** The tiers of all best orders, where `least` is what each set that stands on top leaves to pay at least. */
const tiersOf = (size: number, least: Float64Array, costOf: (one: number, below: number) => number): ReadonlyArray<number> => {
  const all = (1 << size) - 1
  const tiers: Array<number> = []
  const seen = new Uint8Array(all + 1)
  let closed = 0
  let frontier: Array<number> = [0]
  while (closed !== all) {
    let tier = 0
    const behind: Array<number> = []
    for (let set = frontier.pop(); set !== undefined; set = frontier.pop())
      for (let one = 0; one < size; one++) {
        const next: number = set | (1 << one)
        if (next === set || costOf(one, all ^ next) + (least[next] ?? 0) !== least[set]) continue
        const isClosed = (closed & (1 << one)) !== 0
        if (!isClosed) tier |= 1 << one
        if (seen[next] === 1) continue
        seen[next] = 1
        if (isClosed) frontier.push(next)
        else behind.push(next)
      }
    closed |= tier
    tiers.push(tier)
    frontier = behind
  }
  return tiers
}

/**
 * The orders of a few options that agree best with the voters, by what they have in common.
 *
 * Cost: 2^options · options, and 8 · 2^options bytes; the caller keeps the number of options within 22.
 */
export const kemenyOrders = (members: ReadonlyArray<number>, support: Support): KemenyOrders => {
  const size = members.length
  const all = (1 << size) - 1
  const costOf = costsOf(members, support)
  const least = new Float64Array(all + 1).fill(Infinity)
  least[all] = 0
  for (let set = all - 1; set >= 0; set--) {
    let best = Infinity
    for (let left = all ^ set; left !== 0; left &= left - 1) {
      const one = 31 - Math.clz32(left & -left)
      const next = set | (1 << one)
      const cost = costOf(one, all ^ next) + (least[next] ?? 0)
      if (cost < best) best = cost
    }
    least[set] = best
  }
  const tiers = tiersOf(size, least, costOf).map((tier) => members.filter((_, one) => (tier & (1 << one)) !== 0))
  return { disagreements: least[0] ?? 0, tiers }
}
