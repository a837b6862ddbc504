import type { Item, Room } from './room.ts'

/** Steps towards the best prices. */
const mostSteps = 100
/** Binary places of a price, of the greatest value. */
const places = 40n

/** A whole number as a share of another one, cut off after 52 binary places. */
const shareOf = (number: bigint, whole: bigint): number => Number((number << 52n) / whole) / 2 ** 52

/** The problem in numbers: values as shares of the greatest, costs of the money there is, needs of what each priced room has. */
interface Rough {
  readonly values: ReadonlyArray<number>
  readonly costs: ReadonlyArray<number>
  readonly needs: ReadonlyArray<ReadonlyArray<number>>
}

const roughOf = (items: ReadonlyArray<Item>, priced: ReadonlyArray<Room>, money: bigint, greatest: bigint): Rough => ({
  values: items.map(({ value }) => shareOf(value, greatest)),
  costs: items.map(({ cost }) => shareOf(cost, money)),
  needs: priced.map(({ items: inside, isMoney, left }) => {
    const isInside = new Set(inside)
    return items.map(({ cost }, item) => (isInside.has(item) ? shareOf(isMoney ? cost : 1n, left) : 0))
  }),
})

/** What is reached at given prices if items may be taken in part, and what that takes of the priced rooms. */
const reachedAt = ({ values, costs, needs }: Rough, prices: ReadonlyArray<number>) => {
  const worths = values.map((value, item) => prices.reduce((worth, price, room) => worth - price * (needs[room]?.[item] ?? 0), value))
  const order = [...worths.keys()].filter((item) => (worths[item] ?? 0) > 0)
  order.sort((left, right) => (worths[right] ?? 0) * (costs[left] ?? 0) - (worths[left] ?? 0) * (costs[right] ?? 0))
  const used = prices.map(() => 0)
  let [reached, left] = [prices.reduce((sum, price) => sum + price, 0), 1]
  for (const item of order) {
    const cost = costs[item] ?? 0
    const part = cost <= left ? 1 : left / cost
    reached += part * (worths[item] ?? 0)
    for (const [room, need] of needs.entries()) used[room] = (used[room] ?? 0) + part * (need[item] ?? 0)
    left -= part * cost
    if (part < 1) break
  }
  return { reached, used }
}

/**
 * Prices for what rooms have, by room: so that who pays them for what each item needs, and owns what there is, reaches little
 * more than who must keep to the rooms. Rooms that are not `isPriced` have the price 0.
 *
 * Any prices give a bound; so floats serve to find good ones, step by step against what is used too much or too little.
 * Source: Held & Karp, Mathematical Programming 1, 1971, https://doi.org/10.1007/BF01584070
 */
export const pricesOfRooms = (
  items: ReadonlyArray<Item>,
  rooms: ReadonlyArray<Room>,
  isPriced: (room: number) => boolean,
  known: bigint,
): ReadonlyArray<bigint> => {
  const [money] = rooms
  const priced = rooms.flatMap((room, number) => (isPriced(number) && room.left > 0n ? [{ ...room, number }] : []))
  const greatest = items.reduce((most, { value }) => (value > most ? value : most), 1n)
  if (priced.length === 0 || money === undefined || money.left === 0n) return rooms.map(() => 0n)
  const rough = roughOf(items, priced, money.left, greatest)
  const target = shareOf(known, greatest)
  let prices: ReadonlyArray<number> = priced.map(() => 0)
  let [best, least, stride, since] = [prices, Infinity, 1, 0]
  for (let step = 0; step < mostSteps; step++) {
    const { reached, used } = reachedAt(rough, prices)
    if (reached < least) [best, least, since] = [prices, reached, 0]
    else since++
    if (since > 5) [stride, since] = [stride / 2, 0]
    const square = used.reduce((sum, share) => sum + (share - 1) * (share - 1), 0)
    if (square === 0) break
    const length = (stride * Math.max(reached - target, 0)) / square
    prices = prices.map((price, room) => Math.max(0, price + length * ((used[room] ?? 0) - 1)))
  }
  const paid = new Map(
    priced.map(({ number, left }, place) => [number, (BigInt(Math.floor((best[place] ?? 0) * 2 ** Number(places))) * greatest) / (left << places)]),
  )
  return rooms.map((_, number) => paid.get(number) ?? 0n)
}
