import { byCodeUnit } from '@isegoria/kernel'

const pairsOf = (name: string): ReadonlyArray<string> => {
  const lower = name.toLowerCase()
  return Array.from({ length: Math.max(0, lower.length - 1) }, (_, place) => lower.slice(place, place + 2))
}

/** How many pairs of neighbouring letters two names share, of all that they have; both sides count, so that long names gain nothing. */
const likeness = (left: string, right: string): number => {
  const pairs = pairsOf(right)
  const own = pairsOf(left)
  const rest = [...pairs]
  let shared = 0
  for (const pair of own) {
    const place = rest.indexOf(pair)
    if (place === -1) continue
    rest.splice(place, 1)
    shared++
  }
  return (2 * shared) / Math.max(1, own.length + pairs.length)
}

/**
 * The names nearest to one that nobody knows, at most three that are about as near, the nearest first.
 *
 * @example nearNames('CastBalot', ['CastBallot', 'OpenPoll']) // => ['CastBallot']
 */
export const nearNames = (name: string, names: Iterable<string>): ReadonlyArray<string> => {
  const known = [...names].map((one) => ({ one, near: likeness(name, one) }))
  const nearest = known.reduce((best, { near }) => Math.max(best, near), 0)
  return known
    .filter(({ near }) => near >= 0.5 && near >= nearest * 0.8)
    .toSorted((left, right) => right.near - left.near || byCodeUnit(left.one, right.one))
    .slice(0, 3)
    .map(({ one }) => one)
}
