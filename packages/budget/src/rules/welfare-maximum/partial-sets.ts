import { worthOf } from './relaxation.ts'
import { roomsOfItems } from './room.ts'
import type { Item, Room } from './room.ts'

/** A choice among the items looked at so far, by its worth and what it leaves of each room. */
export interface State {
  readonly value: bigint
  /** No more than all items still to come could take. */
  readonly lefts: ReadonlyArray<bigint>
}

/** Per cost, the best first; what costs nothing before all, what is worth nothing behind. */
const byWorthPerCost = (left: Item, right: Item): number => {
  if (left.value <= 0n || right.value <= 0n) return Number(left.value <= 0n) - Number(right.value <= 0n)
  const [l, r] = [left.value * right.cost, right.value * left.cost]
  if (l !== r) return l > r ? -1 : 1
  return left.cost < right.cost ? -1 : left.cost > right.cost ? 1 : 0
}

const smaller = (left: bigint, right: bigint): bigint => (left < right ? left : right)

/** Items in the order in which they are looked at, and the rooms of those places. */
export const inOrder = (
  items: ReadonlyArray<Item>,
  rooms: ReadonlyArray<Room>,
  prices: ReadonlyArray<bigint>,
): readonly [ReadonlyArray<Item>, ReadonlyArray<Room>] => {
  const roomsOf = roomsOfItems(rooms, items.length)
  const worths = items.map((item, place) => ({ cost: item.cost, value: worthOf(item, roomsOf[place] ?? [], rooms, prices) }))
  const places = new Map(
    [...worths.entries()].toSorted(([, left], [, right]) => byWorthPerCost(left, right)).map(([item], place) => [item, place] as const),
  )
  const sorted = [...places.keys()].flatMap((item) => items[item] ?? [])
  return [sorted, rooms.map((room) => ({ ...room, items: room.items.map((item) => places.get(item) ?? 0) }))]
}

/** Takes and leaves items in their order; all about one problem that does not change. */
export const chooser = (items: ReadonlyArray<Item>, rooms: ReadonlyArray<Room>) => {
  const roomsOf = roomsOfItems(rooms, items.length).map((inside) => new Set(inside))
  const needs = items.map(({ cost }, place) => rooms.map(({ isMoney }, room) => (roomsOf[place]?.has(room) === true ? (isMoney ? cost : 1n) : 0n)))
  /** What the items from each place on take of each room. */
  const demands: Array<ReadonlyArray<bigint>> = [rooms.map(() => 0n)]
  for (const need of needs.toReversed()) demands.push(rooms.map((_, room) => (demands.at(-1)?.[room] ?? 0n) + (need[room] ?? 0n)))
  demands.reverse()
  const narrowed = (lefts: ReadonlyArray<bigint>, place: number): ReadonlyArray<bigint> => {
    const demand = demands[place] ?? []
    return lefts.map((left, room) => (room === 0 ? left : smaller(left, demand[room] ?? 0n)))
  }
  /** The state with the item at this place too; `undefined` where a room has none left for it. */
  const taken = ({ value, lefts }: State, place: number): State | undefined => {
    const need = needs[place] ?? []
    const less = lefts.map((left, room) => left - (need[room] ?? 0n))
    return less.some((left) => left < 0n) ? undefined : { value: value + (items[place]?.value ?? 0n), lefts: less }
  }
  return {
    taken,
    next: ({ value, lefts }: State, place: number): State => (lefts.length === 1 ? { value, lefts } : { value, lefts: narrowed(lefts, place + 1) }),
    /** The worth reached by taking whatever still fits. */
    filled: (state: State, from: number): bigint => {
      let now = state
      for (let place = from; place < items.length; place++) now = taken(now, place) ?? now
      return now.value
    },
  }
}

/** Both lists in one, those that leave more of the first room first. */
export const merged = (left: ReadonlyArray<State>, right: ReadonlyArray<State>): ReadonlyArray<State> => {
  const all: Array<State> = []
  let [l, r] = [0, 0]
  for (;;) {
    const [one, other] = [left[l], right[r]]
    if (one === undefined) return [...all, ...right.slice(r)]
    if (other === undefined) return [...all, ...left.slice(l)]
    if ((one.lefts[0] ?? 0n) >= (other.lefts[0] ?? 0n)) {
      all.push(one)
      l++
    } else {
      all.push(other)
      r++
    }
  }
}

/** Without those that are worth no more than one that leaves as much of the first room, and the same of all others. */
export const undominated = (states: ReadonlyArray<State>): ReadonlyArray<State> => {
  const bests = new Map<string, bigint>()
  const kept: Array<State> = []
  for (const state of states) {
    const others = state.lefts.length === 1 ? '' : state.lefts.slice(1).join()
    const best = bests.get(others)
    if (best !== undefined && best >= state.value) continue
    bests.set(others, state.value)
    kept.push(state)
  }
  return kept
}
