/**
 * Schulze's rule by ratio as CondorcetPHP counts it: where nobody opposes a victory, one voter is added to each side.
 *
 * From the published pairs. Quotients of such small numbers are equal as floating-point numbers where they are equal.
 */
export const schulzeByRatioPlusOne = (
  ids: ReadonlyArray<string>,
  pairs: (one: string, other: string) => number,
): ReadonlyArray<ReadonlyArray<string>> => {
  const paths = ids.map((one) =>
    ids.map((other) => {
      const [support, opposition] = [pairs(one, other), pairs(other, one)]
      if (support <= opposition) return 0
      return opposition === 0 ? support + 1 : support / opposition
    }),
  )
  const pathOf = (from: number, to: number): number => paths[from]?.[to] ?? 0
  for (const via of ids.keys())
    for (const [from, row] of paths.entries())
      for (const to of ids.keys())
        if (from !== via && to !== via && from !== to) row[to] = Math.max(pathOf(from, to), Math.min(pathOf(from, via), pathOf(via, to)))
  const tiers: Array<ReadonlyArray<string>> = []
  let left: ReadonlyArray<number> = [...ids.keys()]
  while (left.length > 0) {
    const level = left
    const tier = level.filter((one) => level.every((other) => pathOf(other, one) <= pathOf(one, other)))
    tiers.push(tier.map((one) => ids[one] ?? ''))
    left = level.filter((one) => !tier.includes(one))
  }
  return tiers
}
