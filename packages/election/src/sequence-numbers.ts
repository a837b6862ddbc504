import { numbering } from '@isegoria/kernel'

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

/**
 * Numbers sequences of 32-bit whole numbers from 0, in the order in which they are first given; equal ones get one number.
 *
 * A sequence is written where it stays if it is new; one that is known is written over by the next. `expected` sequences
 * find room at once. Cost: mostly one walk over a sequence that is known; memory for each distinct one, its numbers and
 * about five more.
 */
export const sequenceNumbers = (expected = 0): SequenceNumbers => {
  let all = new Int32Array(0)
  let ends = new Int32Array(Math.max(512, expected + 1))
  let count = 0
  const startOf = (number: number): number => (number === 0 ? 0 : (ends[number - 1] ?? 0))

  // A key is the place of a sequence among all; the one that is being looked up stands behind them, at `count`.
  const lookUp = numbering<number>(
    {
      // FNV-1a over 32-bit numbers.
      hashOf: (key) => {
        let hash = 0x811c9dc5
        const end = ends[key] ?? 0
        for (let place = startOf(key); place < end; place++) hash = Math.imul(hash ^ (all[place] ?? 0), 0x01000193)
        return hash
      },
      keep: () => {
        count++
      },
      isAt: (number, key) => {
        const [start, other] = [startOf(number), startOf(key)]
        const length = (ends[number] ?? 0) - start
        if ((ends[key] ?? 0) - other !== length) return false
        for (let place = 0; place < length; place++) if (all[start + place] !== all[other + place]) return false
        return true
      },
      at: (number) => number,
      textOf: (key) => all.subarray(startOf(key), ends[key]).join(),
    },
    expected,
  )
  return {
    begin: (length) => {
      const from = startOf(count)
      // As much as is expected, if all are as long as the first, or middling.
      if (from + length > all.length) all = grown(all, Math.max(from + length, count === 0 ? Math.max(4096, expected * Math.max(8, length)) : 0))
      if (count === ends.length) ends = grown(ends, count + 1)
      return from
    },
    room: () => all,
    numberOf: (end) => {
      ends[count] = end
      return lookUp(count)
    },
    sequences: () => ({ count, all, ends }),
  }
}
