/** Questions about the pairs of those options that are left in a count. */
export interface PairsWithin {
  /** The option that beats every other of those that are left. */
  readonly condorcetWinner: (left: ReadonlyArray<number>) => number | undefined
  /** The smallest set whose members beat all others that are left, in the order in which these are given. */
  readonly smithSet: (left: ReadonlyArray<number>) => ReadonlyArray<number>
  /** Voters who prefer the first option less those who prefer the second. */
  readonly margin: (one: number, other: number) => number
}

/** Cost of each question about a set: its pairs. `wins` is the matrix of `pairwise`. */
export const pairsWithin = (wins: Float64Array, size: number): PairsWithin => {
  const margin = (one: number, other: number): number => (wins[one * size + other] ?? 0) - (wins[other * size + one] ?? 0)
  const victoriesOf = (one: number, left: ReadonlyArray<number>): number => {
    let victories = 0
    for (const other of left) victories += Math.sign(margin(one, other))
    return victories
  }
  return {
    margin,
    condorcetWinner: (left) => left.find((one) => left.every((other) => one === other || margin(one, other) > 0)),
    smithSet: (left) => {
      // Whoever has the best balance of victories is a member; so is whoever is not beaten by a member.
      const balances = left.map((one) => victoriesOf(one, left))
      const best = Math.max(...balances)
      const members = new Set(left.filter((_, place) => balances[place] === best))
      for (const member of members) for (const other of left) if (margin(member, other) <= 0) members.add(other)
      return left.filter((one) => members.has(one))
    },
  }
}
