/** Something to choose or leave, with what it costs and what it is worth, both not negative. */
export interface Item {
  readonly cost: bigint
  readonly value: bigint
}

/** A bound on some of the items, by their places: on what they cost together, or else on their number. */
export interface Room {
  readonly items: ReadonlyArray<number>
  readonly isMoney: boolean
  readonly left: bigint
}

/** Which rooms each item is in. */
export const roomsOfItems = (rooms: ReadonlyArray<Room>, items: number): ReadonlyArray<ReadonlyArray<number>> => {
  const roomsOf = Array.from({ length: items }, (): Array<number> => [])
  for (const [room, { items: inside }] of rooms.entries()) for (const item of new Set(inside)) roomsOf[item]?.push(room)
  return roomsOf
}
