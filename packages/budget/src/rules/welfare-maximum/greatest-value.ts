import { boundOf } from './relaxation.ts'
import { roomsOfItems } from './room.ts'
import type { Item, Room } from './room.ts'

/** A choice among the items looked at so far, by its worth and what it leaves of each room. */
interface State {
  readonly value: bigint
  /** No more than all items still to come could take. */
  readonly lefts: ReadonlyArray<bigint>
}

/** Per cost, the best first; what costs nothing before all. */
const byWorthPerCost = (left: Item, right: Item): number => {
  const [l, r] = [left.value * right.cost, right.value * left.cost]
  if (l !== r) return l > r ? -1 : 1
  return left.cost < right.cost ? -1 : left.cost > right.cost ? 1 : 0
}

const smaller = (left: bigint, right: bigint): bigint => (left < right ? left : right)

/** Items in the order in which they are looked at, and the rooms of those places. */
const inOrder = (items: ReadonlyArray<Item>, rooms: ReadonlyArray<Room>): readonly [ReadonlyArray<Item>, ReadonlyArray<Room>] => {
  const places = new Map(
    [...items.entries()].toSorted(([, left], [, right]) => byWorthPerCost(left, right)).map(([item], place) => [item, place] as const),
  )
  const sorted = [...places.keys()].flatMap((item) => items[item] ?? [])
  return [sorted, rooms.map((room) => ({ ...room, items: room.items.map((item) => places.get(item) ?? 0) }))]
}

/** Takes and leaves items in their order; all about one problem that does not change. */
const chooser = (items: ReadonlyArray<Item>, rooms: ReadonlyArray<Room>) => {
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
const merged = (left: ReadonlyArray<State>, right: ReadonlyArray<State>): ReadonlyArray<State> => {
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
const undominated = (states: ReadonlyArray<State>): ReadonlyArray<State> => {
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

/** The greatest value, and how many choices were looked at for it. */
export interface Greatest {
  readonly value: bigint
  readonly looked: number
}

/** One pass through the items with at most `width` states at a time: the best found, and whether nothing was passed over. */
interface Pass extends Greatest {
  readonly isComplete: boolean
}

const firstWidth = 64
const widening = 8

/**
 * The greatest total value of items that fit into all rooms, if it is above `known`; else `known`. The first room holds all
 * items, and their values are positive.
 *
 * Items are taken or left one after another, the best value per cost first. Of all choices among those looked at so far only
 * those are kept that no other one makes needless, being worth as much and leaving as much, and that could still beat the best
 * set known if parts of the others could be taken. A first pass goes on with a few of the most promising, each further one
 * with more, until none had to be passed over.
 * Errors: `undefined` after `most` such choices. Source: Nemhauser & Ullmann, Management Science 15(9), 1969,
 * https://doi.org/10.1287/mnsc.15.9.494, with the bound of Dantzig, Operations Research 5(2), 1957, https://doi.org/10.1287/opre.5.2.266
 */
export const greatestValue = (given: ReadonlyArray<Item>, givenRooms: ReadonlyArray<Room>, known: bigint, most: number): Greatest | undefined => {
  const [items, rooms] = inOrder(given, givenRooms)
  const { taken, next, filled } = chooser(items, rooms)
  const bound = boundOf(items, rooms)
  const pass = (start: bigint, width: number, rest: number): Pass => {
    let states: ReadonlyArray<State> = [{ value: 0n, lefts: rooms.map(({ left }) => left) }]
    let [best, looked, isComplete] = [start, 0, true]
    for (let place = 0; place < items.length; place++) {
      const without = states.map((state) => next(state, place))
      const all = undominated(
        merged(
          without,
          states.flatMap((state) => taken(state, place) ?? []).map((state) => next(state, place)),
        ),
      )
      looked += all.length
      if (looked > rest) return { value: best, looked, isComplete: false }
      const reached = all.map((state) => ({ state, reach: bound(state.value, state.lefts, place + 1) }))
      let promising = reached[0]
      for (const one of reached) if (promising !== undefined && one.reach > promising.reach) promising = one
      const whole = promising === undefined ? 0n : filled(promising.state, place + 1)
      if (whole > best) best = whole
      let open = reached.filter(({ reach }) => reach > best)
      if (open.length > width) {
        const least = open.map(({ reach }) => reach).toSorted((left, right) => (left < right ? 1 : -1))[width] ?? 0n
        open = open.filter(({ reach }) => reach > least)
        isComplete = false
      }
      states = open.map(({ state }) => state)
    }
    return { value: best, looked, isComplete }
  }
  let [best, looked] = [known, 0]
  for (let width = firstWidth; looked <= most; width *= widening) {
    const one = pass(best, width, most - looked)
    best = one.value
    looked += one.looked
    if (one.isComplete) return { value: best, looked }
  }
  return undefined
}
