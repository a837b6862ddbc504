import { createHash } from 'node:crypto'

/** A reproducible source of whole numbers: the same seed gives the same numbers on every machine, for ever. */
export interface Prng {
  /** Name and version of the algorithm, to be stored beside each draw. */
  readonly algorithm: 'sha256-counter/1'
  /** A whole number from 0 to `bound - 1`, each equally likely (rejection sampling). `bound` is from 1 to 2³². */
  readonly below: (bound: number) => number
}

const range = 0x1_0000_0000

/**
 * A generator that hashes `seed` and a counter with SHA-256 and reads each digest as eight 32-bit numbers, big-endian.
 *
 * Errors: `below` throws `RangeError` for a bound outside 1 to 2³².
 * @example
 * const draw = seededPrng('isegoria')
 * const drawn = [draw.below(1000), draw.below(1000)] // => [491, 954]
 */
export const seededPrng = (seed: string): Prng => {
  let counter = 0
  let place = 8
  let block = Buffer.alloc(0)
  const next = (): number => {
    if (place === 8) {
      block = createHash('sha256').update(`${seed}\n${counter++}`, 'utf8').digest()
      place = 0
    }
    return block.readUInt32BE(4 * place++)
  }
  return {
    algorithm: 'sha256-counter/1',
    below: (bound) => {
      if (!Number.isInteger(bound) || bound < 1 || bound > range) throw new RangeError(`a bound is from 1 to 2^32, not ${bound}`)
      const fair = range - (range % bound)
      let drawn = next()
      while (drawn >= fair) drawn = next()
      return drawn % bound
    },
  }
}
