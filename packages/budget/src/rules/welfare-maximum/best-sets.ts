import { fullestSets } from './fullest-sets.ts'
import type { Ends } from './fullest-sets.ts'
import { greatestValue } from './greatest-value.ts'
import type { Item, Room } from './room.ts'

/** The items whose bit is set, the first item having the highest. */
const membersOf = (bits: bigint, items: number): ReadonlyArray<number> => {
  const digits = bits.toString(2).padStart(items, '0')
  return Array.from({ length: items }, (_, item) => item).filter((item) => digits[item] === '1')
}

/** Whether all are worth the same per cost, so that only what they cost counts. */
const areLevel = (items: ReadonlyArray<Item>): boolean => {
  const [{ cost, value }] = [items[0] ?? { cost: 0n, value: 1n }]
  return items.every((item) => item.cost > 0n && item.value * cost === value * item.cost)
}

/**
 * Among the sets of items that are worth the most and fit into all rooms, the first and the last: one set is before another if
 * it has the first of the items that are in one of them alone. They are the same where one set alone is best.
 *
 * Values are positive; the first room is of money and holds all items. The search tells sets of one value apart by fractions of
 * a unit that say which items they have: a half for the first item, a quarter for the second, added for the first set and
 * taken away for the last.
 * Errors: `undefined` after `most` partial sets.
 */
export const bestSets = (items: ReadonlyArray<Item>, rooms: ReadonlyArray<Room>, most: number): Ends | undefined => {
  const [money, ...others] = rooms
  const fullest =
    others.length === 0 && items.length > 0 && areLevel(items)
      ? fullestSets(
          items.map(({ cost }) => cost),
          money?.left ?? 0n,
        )
      : undefined
  if (fullest !== undefined) return fullest
  const bits = BigInt(items.length)
  const bitOf = (item: number): bigint => 1n << BigInt(items.length - 1 - item)
  const marked = (sign: bigint): ReadonlyArray<Item> => items.map(({ cost, value }, item) => ({ cost, value: (value << bits) + sign * bitOf(item) }))
  const first = greatestValue(marked(1n), rooms, 0n, most)
  if (first === undefined) return undefined
  const value = first.value >> bits
  const firstBits = first.value - (value << bits)
  const last = greatestValue(marked(-1n), rooms, (value << bits) - firstBits, most - first.looked)
  return last && { first: membersOf(firstBits, items.length), last: membersOf((value << bits) - last.value, items.length) }
}
