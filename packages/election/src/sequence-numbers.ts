/** Distinct sequences of whole numbers, one behind another: number `n` stands from `ends[n - 1]`, or 0, to just before `ends[n]`. */
export interface Sequences {
  readonly count: number
  readonly all: Int32Array
  readonly ends: Int32Array
}

/** Writes sequences, one after another, and numbers them. */
export interface SequenceNumbers {
  /** Makes room for a sequence of `length` numbers, and gives the place in `room` from which it is to be written. */
  readonly begin: (length: number) => number
  /** Where sequences are written; `begin` may make it another. */
  readonly room: () => Int32Array
  /** The number of what was written up to just before `end`. */
  readonly numberOf: (end: number) => number
  /** A view of what is there now; the next new sequence makes it old. */
  readonly sequences: () => Sequences
}

/** A copy of at least `length` places. */
const grown = (numbers: Int32Array, length: number): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(Math.max(length, 2 * numbers.length))
  larger.set(numbers)
  return larger
}

/** Who finds so many places taken goes to a `Map` instead: its hashes nobody can foresee and make collide. */
const reach = 64

/** FNV-1a over 32-bit numbers, mixed so that the low bits depend on all of them. */
const hashOf = (numbers: Int32Array, from: number, end: number): number => {
  let hash = 0x811c9dc5
  for (let place = from; place < end; place++) hash = Math.imul(hash ^ (numbers[place] ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return hash ^ (hash >>> 12)
}

/** The power of two that is at least twice `expected`, and large enough to begin with. */
const sizeFor = (expected: number): number => {
  let size = 1024
  while (size < 2 * expected && size < 0x4000_0000) size *= 2
  return size
}

/**
 * Numbers sequences of 32-bit whole numbers from 0, in the order in which they are first given; equal ones get one number.
 *
 * A sequence is written where it stays if it is new; one that is known is written over by the next. The hash table is that
 * of `numbering`, written out for sequences, which takes two thirds of the time. `expected` sequences find room at once.
 * Cost: mostly one walk over a sequence that is known; memory for each distinct one, its numbers and about five more.
 */
export const sequenceNumbers = (expected = 0): SequenceNumbers => {
  let all = new Int32Array(0)
  let ends = new Int32Array(Math.max(512, expected))
  let count = 0
  /** Where the next sequence is written. */
  let start = 0
  /** A number plus one in each place; 0 is a free place. Its size is a power of two. */
  let table = new Int32Array(sizeFor(expected))
  let hashes = new Int32Array(table.length / 2)
  const crowded = new Map<string, number>()
  const startOf = (number: number): number => (number === 0 ? 0 : (ends[number - 1] ?? 0))
  const textOf = (from: number, end: number): string => all.subarray(from, end).join()

  const widen = (): void => {
    table = new Int32Array(2 * table.length)
    hashes = grown(hashes, table.length / 2)
    crowded.clear()
    for (let number = 0; number < count; number++) keep(number, freePlaceFor(hashes[number] ?? 0))
  }
  /** A free place within reach; -1 where there is none. */
  const freePlaceFor = (hash: number): number => {
    const mask = table.length - 1
    for (let step = 0; step < reach; step++) if (table[(hash + step) & mask] === 0) return (hash + step) & mask
    return -1
  }
  const keep = (number: number, place: number): void => {
    if (place === -1) crowded.set(textOf(startOf(number), ends[number] ?? 0), number)
    else table[place] = number + 1
  }
  const add = (end: number, hash: number, place: number): number => {
    if (count === ends.length) ends = grown(ends, count + 1)
    hashes[count] = hash
    ends[count] = end
    keep(count, place)
    start = end
    return count++
  }
  /** Whether the sequence of that number is the one that was written last. */
  const isAt = (number: number, end: number): boolean => {
    const other = startOf(number)
    const length = end - start
    if ((ends[number] ?? 0) - other !== length) return false
    for (let place = 0; place < length; place++) if (all[other + place] !== all[start + place]) return false
    return true
  }

  return {
    begin: (length) => {
      // As much as is expected, if all are as long as the first, or middling.
      if (start + length > all.length) all = grown(all, Math.max(start + length, count === 0 ? Math.max(4096, expected * Math.max(8, length)) : 0))
      return start
    },
    room: () => all,
    numberOf: (end) => {
      if (count === hashes.length) widen()
      const hash = hashOf(all, start, end)
      const mask = table.length - 1
      for (let step = 0; step < reach; step++) {
        const place = (hash + step) & mask
        const held = table[place] ?? 0
        if (held === 0) return add(end, hash, place)
        if (hashes[held - 1] === hash && isAt(held - 1, end)) return held - 1
      }
      return crowded.get(textOf(start, end)) ?? add(end, hash, -1)
    },
    sequences: () => ({ count, all, ends }),
  }
}
