import { roomsOfItems } from './room.ts'
import type { Item, Room } from './room.ts'

/** The most that can be reached by taking items from place `from` on, parts of them too, where `lefts` is left of the rooms. */
export type Bound = (value: bigint, lefts: ReadonlyArray<bigint>, from: number) => bigint

/** Whether one holds the other, or they have nothing in common. */
const isNested = (left: ReadonlySet<number>, right: ReadonlySet<number>): boolean => {
  const common = [...left].filter((item) => right.has(item)).length
  return common === 0 || common === left.size || common === right.size
}

/** Rooms of which any two are nested or have nothing in common, as many as come first. */
export const nestedOf = (rooms: ReadonlyArray<Room>): ReadonlyArray<number> => {
  const kept: Array<ReadonlySet<number>> = []
  return rooms.flatMap(({ items }, room) => {
    const inside = new Set(items)
    if (!kept.every((other) => isNested(other, inside))) return []
    kept.push(inside)
    return [room]
  })
}

/** By place and number: the most that so many items of a room cost together, from that place on. */
const dearestOf = ({ items: inside }: Room, items: ReadonlyArray<Item>): ((from: number, number: bigint) => bigint) => {
  const sums = new Map<number, ReadonlyArray<bigint>>()
  const sumsFrom = (from: number): ReadonlyArray<bigint> => {
    const known = sums.get(from)
    if (known !== undefined) return known
    const costs = inside.flatMap((item) => (item >= from ? [items[item]?.cost ?? 0n] : [])).toSorted((left, right) => (left < right ? 1 : -1))
    let sum = 0n
    const made = [0n, ...costs.map((cost) => (sum += cost))]
    sums.set(from, made)
    return made
  }
  return (from, number) => {
    const made = sumsFrom(from)
    return (number < BigInt(made.length) ? made[Number(number)] : made.at(-1)) ?? 0n
  }
}

/** What an item is worth to who pays the prices of what it needs of rooms. */
export const worthOf = ({ value, cost }: Item, inside: ReadonlyArray<number>, rooms: ReadonlyArray<Room>, prices: ReadonlyArray<bigint>): bigint =>
  inside.reduce((worth, room) => worth - (prices[room] ?? 0n) * (rooms[room]?.isMoney === true ? cost : 1n), value)

/**
 * The bound of the problem in which items may be taken in part, and who owns what is left of the rooms is paid for it. Items
 * stand in descending order of what they are worth per cost at those prices.
 *
 * Money that is bounded in nested sets is a polymatroid: who takes of each item in that order whatever the rooms admit
 * reaches the most. A room for so many items admits the money that the dearest of them cost; rooms that are not nested with
 * those before them are passed over. Both only raise the bound, and so do prices, whatever they are.
 */
export const boundOf = (items: ReadonlyArray<Item>, rooms: ReadonlyArray<Room>, prices: ReadonlyArray<bigint>): Bound => {
  const nested = nestedOf(rooms)
  const roomsOfItem = roomsOfItems(rooms, items.length)
  const dearest = rooms.map((room) => dearestOf(room, items))
  const roomsOf = roomsOfItems(
    nested.map((room) => rooms[room] ?? { items: [], isMoney: true, left: 0n }),
    items.length,
  )
  const worths = items.map((item, place) => worthOf(item, roomsOfItem[place] ?? [], rooms, prices))
  return (value, lefts, from) => {
    const money = nested.map((room) => (rooms[room]?.isMoney === true ? (lefts[room] ?? 0n) : (dearest[room]?.(from, lefts[room] ?? 0n) ?? 0n)))
    let bound = value
    for (const [room, price] of prices.entries()) if (price > 0n) bound += price * (lefts[room] ?? 0n)
    for (let place = from; place < items.length; place++) {
      const { cost = 0n } = items[place] ?? {}
      const worth = worths[place] ?? 0n
      if (worth <= 0n) break
      const inside = roomsOf[place] ?? []
      let part = cost
      for (const room of inside) part = (money[room] ?? 0n) < part ? (money[room] ?? 0n) : part
      for (const room of inside) money[room] = (money[room] ?? 0n) - part
      // Rounded up, as there may be several parts.
      bound += part === cost ? worth : (worth * part + cost - 1n) / cost
      if (part < cost && money[0] === 0n) break
    }
    return bound
  }
}
