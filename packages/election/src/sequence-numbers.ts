import { numbering } from '@isegoria/kernel'

type Sequence = ReadonlyArray<number>

/** Distinct sequences of whole numbers, one behind another: number `n` stands from `ends[n - 1]`, or 0, to just before `ends[n]`. */
export interface Sequences {
  readonly count: number
  readonly all: Int32Array
  readonly ends: Int32Array
}

/** Numbers sequences, and gives all that it has met. */
export interface SequenceNumbers {
  readonly numberOf: (sequence: Sequence) => number
  /** A view of what is there now; the next new sequence makes it old. */
  readonly sequences: () => Sequences
}

/** FNV-1a over 32-bit numbers. */
const hashOf = (sequence: Sequence): number => {
  let hash = 0x811c9dc5
  for (const number of sequence) hash = Math.imul(hash ^ number, 0x01000193)
  return hash
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
 * `expected` sequences find room at once. Cost: mostly one walk over a sequence that is known; memory for each distinct one, its numbers and about five more.
 */
export const sequenceNumbers = (expected = 0): SequenceNumbers => {
  let all = new Int32Array(0)
  let ends = new Int32Array(Math.max(512, expected))
  let count = 0
  const startOf = (number: number): number => (number === 0 ? 0 : (ends[number - 1] ?? 0))

  const numberOf = numbering<Sequence>(
    {
      hashOf,
      keep: (sequence) => {
        const start = startOf(count)
        const end = start + sequence.length
        // As much as is expected, if all are as long as the first.
        if (end > all.length) all = grown(all, count === 0 ? Math.max(4096, expected * sequence.length) : end)
        if (count === ends.length) ends = grown(ends, count + 1)
        for (let place = 0; place < sequence.length; place++) all[start + place] = sequence[place] ?? 0
        ends[count++] = end
      },
      isAt: (number, sequence) => {
        const start = startOf(number)
        if ((ends[number] ?? 0) - start !== sequence.length) return false
        for (let place = 0; place < sequence.length; place++) if (all[start + place] !== sequence[place]) return false
        return true
      },
      at: (number) => [...all.subarray(startOf(number), ends[number])],
      textOf: (sequence) => sequence.join(),
    },
    expected,
  )
  return { numberOf, sequences: () => ({ count, all, ends }) }
}
