/**
 * The values that papers can have: 1 at first, less after each surplus that they were handed on from. Papers hold the place
 * of their value in this table, so that only the few values are reckoned with and never one paper.
 */
export interface Values {
  readonly units: (value: number) => bigint
  /** The place of a value, which is added where it is new. */
  readonly place: (units: bigint) => number
}

/** *Units*: `one` units make a vote. */
export const valuesFrom = (one: bigint): Values => {
  const values = [one]
  const places = new Map([[one, 0]])
  return {
    units: (value) => values[value] ?? 0n,
    place: (units) => {
      const known = places.get(units)
      if (known !== undefined) return known
      places.set(units, values.length)
      values.push(units)
      return values.length - 1
    },
  }
}

/**
 * The value with which a paper leaves whoever has a surplus, by the weighted inclusive Gregory method: what it was worth
 * there times `surplus ÷ votes`, all digits beyond the unit left out.
 *
 * @example transferValue(100_000n, 3_000_000n, 9_000_000n) // => 33_333n
 */
export const transferValue = (value: bigint, surplus: bigint, votes: bigint): bigint => (surplus * value) / votes
