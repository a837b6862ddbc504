/**
 * Of options that are level those that are weakest in pairs: they beat none of the others, and have neither more victories
 * nor a better balance of victories and defeats among all options. All where there are none.
 *
 * Asked again of its own answer until that no longer changes. `wins` is the matrix of `pairwise`.
 */
export const weakestOf = (wins: Float64Array, size: number): ((level: ReadonlyArray<number>) => ReadonlyArray<number>) => {
  const beats = (left: number, right: number): boolean => (wins[left * size + right] ?? 0) > (wins[right * size + left] ?? 0)
  const victories = new Int32Array(size)
  const balances = new Int32Array(size)
  for (let left = 0; left < size; left++)
    for (let right = 0; right < size; right++) {
      if (!beats(left, right)) continue
      victories[left] = (victories[left] ?? 0) + 1
      balances[left] = (balances[left] ?? 0) + 1
      balances[right] = (balances[right] ?? 0) - 1
    }
  const isAbove = (left: number, right: number): boolean =>
    beats(left, right) || (victories[left] ?? 0) > (victories[right] ?? 0) || (balances[left] ?? 0) > (balances[right] ?? 0)
  const weakest = (level: ReadonlyArray<number>): ReadonlyArray<number> => {
    const found = level.filter((one) => !level.some((other) => other !== one && isAbove(one, other)))
    return found.length === 0 || found.length === level.length ? level : weakest(found)
  }
  return weakest
}
