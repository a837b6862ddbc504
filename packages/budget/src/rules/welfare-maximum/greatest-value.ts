import { chooser, inOrder, merged, undominated } from './partial-sets.ts'
import type { State } from './partial-sets.ts'
import { pricesOfRooms } from './prices-of-rooms.ts'
import { boundOf, nestedOf } from './relaxation.ts'
import type { Item, Room } from './room.ts'

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
 * set known if parts of the others could be taken. Where limits cross, they are looked at in the order of what they are worth at
 * prices for what the limits have left. A first pass goes on with a few of the most promising, each further one
 * with more, until none had to be passed over.
 * Errors: `undefined` after `most` such choices. Source: Nemhauser & Ullmann, Management Science 15(9), 1969,
 * https://doi.org/10.1287/mnsc.15.9.494, with the bound of Dantzig, Operations Research 5(2), 1957, https://doi.org/10.1287/opre.5.2.266
 */
export const greatestValue = (given: ReadonlyArray<Item>, givenRooms: ReadonlyArray<Room>, known: bigint, most: number): Greatest | undefined => {
  const nested = new Set(nestedOf(givenRooms))
  const [plain, plainRooms] = inOrder(given, givenRooms, [])
  const simple = chooser(plain, plainRooms).filled({ value: 0n, lefts: plainRooms.map(({ left }) => left) }, 0)
  const start = simple > known ? simple : known
  const prices = pricesOfRooms(given, givenRooms, (room) => !nested.has(room) || givenRooms[room]?.isMoney === false, start)
  const [items, rooms] = inOrder(given, givenRooms, prices)
  const { taken, next, filled } = chooser(items, rooms)
  const bound = boundOf(items, rooms, prices)
  const pass = (from: bigint, width: number, rest: number): Pass => {
    let states: ReadonlyArray<State> = [{ value: 0n, lefts: rooms.map(({ left }) => left) }]
    let [best, looked, isComplete] = [from, 0, true]
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
  let [best, looked] = [start, 0]
  for (let width = firstWidth; looked <= most; width *= widening) {
    const one = pass(best, width, most - looked)
    best = one.value
    looked += one.looked
    if (one.isComplete) return { value: best, looked }
  }
  return undefined
}
