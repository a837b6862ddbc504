/** Whole numbers from 0, the first of which in an order can be seen and sink. */
export interface Heap {
  readonly first: () => number
  /** Says that the first now stands later in the order. */
  readonly firstFell: () => void
}

/** A binary heap of the numbers below `size`. Cost: log₂ `size` comparisons for each number that falls. */
export const heap = (size: number, compare: (left: number, right: number) => number): Heap => {
  const numbers = Int32Array.from({ length: size }, (_, number) => number).toSorted(compare)
  const at = (place: number): number => numbers[place] ?? 0
  const firstFell = (): void => {
    const falling = at(0)
    let place = 0
    for (;;) {
      const left = 2 * place + 1
      if (left >= size) break
      const child = left + 1 < size && compare(at(left + 1), at(left)) < 0 ? left + 1 : left
      if (compare(falling, at(child)) <= 0) break
      numbers[place] = at(child)
      place = child
    }
    numbers[place] = falling
  }
  return { first: () => at(0), firstFell }
}
