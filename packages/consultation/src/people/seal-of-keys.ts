import { byCodeUnit, canonicalHash } from '@isegoria/kernel'

/** What a sealed roll commits to: how many persons, and the hash of their keys. */
export interface SealOfKeys {
  readonly count: number
  readonly root: string
}

/** The canonical hash of the keys in their one order. A key that is given twice counts once. */
export const rollRoot = (keys: Iterable<string>): string => canonicalHash([...new Set(keys)].toSorted(byCodeUnit))

/**
 * The number of different keys and their root: the order in which they are given, and how often, says nothing.
 *
 * @example
 * const once = sealOfKeys(['a1', 'b2'])
 * once.count // => 2
 * sealOfKeys(['b2', 'a1', 'b2']) // => once
 */
export const sealOfKeys = (keys: Iterable<string>): SealOfKeys => {
  const different = new Set(keys)
  return { count: different.size, root: rollRoot(different) }
}
