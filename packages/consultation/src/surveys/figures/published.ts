/** A number that may be published, or the mark of one that may not. */
export type Published = number | 'suppressed'

/** How many values of a suppressed number a reader must still think possible: at least `k`, and never only one. */
export const leastValues = (k: number): number => {
  if (!Number.isSafeInteger(k) || k < 1) throw new RangeError(`a threshold is a whole number from 1, not ${k}`)
  return Math.max(2, k)
}

/** Counts that add up to their total, as far as they may be published. */
export interface PublishedCounts {
  readonly counts: ReadonlyMap<string, Published>
  readonly total: Published
}

/**
 * Which of some counts that add up to a published total are suppressed: those from `floor` to `k - 1`, and then, smallest first,
 * so many others that a reader who knows that each is at least `floor` must still think `k` values of each possible.
 * `undefined` when even the total would say too much.
 */
export const suppressedCounts = (counts: ReadonlyArray<number>, k: number, floor: 0 | 1): ReadonlySet<number> | undefined => {
  const least = leastValues(k)
  const inOrder = counts.flatMap((count, place) => (count < floor ? [] : [{ count, place }])).toSorted((left, right) => left.count - right.count)
  const hidden = new Set<number>()
  let sum = 0
  const isSafe = (): boolean => hidden.size === 0 || (hidden.size > 1 && sum - hidden.size * floor + 1 >= least)
  for (const { count, place } of inOrder) {
    if (count >= k && isSafe()) break
    hidden.add(place)
    sum += count
  }
  return isSafe() && counts.reduce((total, count) => total + count, 0) >= k ? hidden : undefined
}

/**
 * Counts of disjoint groups as they may be published under the threshold `k`. A group of fewer than `k` is suppressed (not
 * one of nobody), and so are others where a total would give it away. Errors: throws `RangeError` for a threshold that is none.
 *
 * @example
 * const { counts, total } = publishedCounts(new Map([['online', 900], ['paper', 40], ['meeting', 3]]), 5)
 * const shown = [counts.get('online'), counts.get('paper'), counts.get('meeting'), total] // => [900, 'suppressed', 'suppressed', 943]
 */
export const publishedCounts = (counts: ReadonlyMap<string, number>, k: number): PublishedCounts => {
  const values = [...counts.values()]
  const hidden = suppressedCounts(values, k, 1)
  if (hidden === undefined) return { counts: new Map([...counts.keys()].map((name) => [name, 'suppressed'])), total: 'suppressed' }
  const shown = [...counts].map(([name, count], place) => [name, hidden.has(place) ? 'suppressed' : count] as const)
  return { counts: new Map(shown), total: values.reduce((total, count) => total + count, 0) }
}

/**
 * How many of `answered` persons gave each of several choices, from one to `atMost` each, as it may be published. Suppressed is
 * a choice that fewer than `k` gave, or fewer than `k` did not give; then, smallest first, so many others that a reader who
 * knows between what the choices add up must think `k` values of each possible. `answered` is at least `k`.
 */
export const publishedChoices = (
  counts: ReadonlyMap<string, number>,
  answered: number,
  atMost: number,
  k: number,
): ReadonlyMap<string, Published> => {
  const least = leastValues(k)
  const isSmall = (count: number): boolean => count < k || answered - count < k
  const shown = [...counts].filter(([, count]) => !isSmall(count)).toSorted(([, left], [, right]) => right - left)
  const isSafe = (): boolean => {
    const hidden = counts.size - shown.length
    const sum = shown.reduce((total, [, count]) => total + count, 0)
    const fewest = Math.max(0, answered - sum - (hidden - 1) * answered)
    return hidden === 0 || Math.min(answered, atMost * answered - sum) - fewest + 1 >= least
  }
  while (!isSafe() && shown.length > 0) shown.pop()
  const names = new Set(shown.map(([name]) => name))
  return new Map([...counts].map(([name, count]) => [name, names.has(name) ? count : 'suppressed']))
}
