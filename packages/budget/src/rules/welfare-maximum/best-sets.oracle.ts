import type { Item, Room } from './room.ts'

/** Every set of items that fits into all rooms and is worth the most, by trying all; each as text, a 1 for each item that it has. */
export const bestSetsByTrying = (items: ReadonlyArray<Item>, rooms: ReadonlyArray<Room>): ReadonlyArray<string> => {
  let [best, sets] = [-1n, new Array<string>()]
  for (let number = 0; number < 1 << items.length; number++) {
    const text = number.toString(2).padStart(items.length, '0').slice(0, items.length)
    const has = (item: number): boolean => text[item] === '1'
    const fits = rooms.every(({ items: inside, isMoney, left }) => {
      const taken = [...new Set(inside)].filter(has).map((item) => (isMoney ? (items[item]?.cost ?? 0n) : 1n))
      return taken.reduce((sum, need) => sum + need, 0n) <= left
    })
    const value = items.reduce((sum, item, place) => (has(place) ? sum + item.value : sum), 0n)
    if (!fits || value < best) continue
    if (value > best) [best, sets] = [value, []]
    sets.push(text)
  }
  return sets.toSorted((left, right) => (left < right ? 1 : -1))
}
