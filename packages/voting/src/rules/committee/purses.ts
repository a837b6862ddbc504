import type { Approvals } from './approvals.ts'

/**
 * What each ballot's voters hold, one by one: money, or a load, exactly. Voters who hold the same share a class; classes stand
 * from the smallest amount to the largest, so that equal purses are equal values.
 */
export interface Purses {
  /** The class of each ballot. */
  readonly classOf: Int32Array
  /** Of each class, in multiples of `1 / unit`; ascending. */
  readonly amounts: ReadonlyArray<bigint>
  readonly unit: bigint
}

/** Everybody holds `amount / unit`. */
export const equalPurses = ({ ballots }: Approvals, amount: bigint, unit: bigint): Purses => ({
  classOf: new Int32Array(ballots),
  amounts: [amount],
  unit,
})

const gcd = (left: bigint, right: bigint): bigint => {
  let [a, b] = [left, right]
  while (b !== 0n) [a, b] = [b, a % b]
  return a < 0n ? -a : a
}

/** Beyond so many classes a common factor is not looked for: it is rare, and each look costs a division. */
const classesReduced = 64

const inOrder = (classOf: Int32Array, amounts: ReadonlyArray<bigint>, unit: bigint): Purses => {
  const isHeld = new Uint8Array(amounts.length)
  for (const own of classOf) isHeld[own] = 1
  const sorted = [...new Set(amounts.filter((_, own) => isHeld[own] === 1))].toSorted((left, right) => (left < right ? -1 : left > right ? 1 : 0))
  const places = new Map(sorted.map((amount, place) => [amount, place]))
  const placeOf = Int32Array.from(amounts, (amount) => places.get(amount) ?? 0)
  const factor = sorted.length > classesReduced ? 1n : sorted.reduce(gcd, unit)
  return {
    classOf: classOf.map((own) => placeOf[own] ?? 0),
    amounts: factor === 1n ? sorted : sorted.map((amount) => amount / factor),
    unit: unit / factor,
  }
}

/** How amounts change when an option is elected, both in multiples of the new unit. */
export interface Change {
  readonly option: number
  readonly unit: bigint
  readonly ofSupporters: (amount: bigint) => bigint
  readonly ofOthers: (amount: bigint) => bigint
}

/** The purses after a change. Cost: linear in the ballots, and in the classes with the length of the numbers. */
export const changed = ({ supporters, supporterStarts }: Approvals, { classOf, amounts }: Purses, change: Change): Purses => {
  const size = amounts.length
  const after = classOf.slice()
  const end = supporterStarts[change.option + 1] ?? 0
  for (let place = supporterStarts[change.option] ?? 0; place < end; place++) {
    const ballot = supporters[place] ?? 0
    after[ballot] = size + (classOf[ballot] ?? 0)
  }
  return inOrder(after, [...amounts.map(change.ofOthers), ...amounts.map(change.ofSupporters)], change.unit)
}

/** Voters of one option by class: those of class `classes[i]` are `voters[i]`; classes ascend. */
export interface Holders {
  readonly classes: Int32Array
  readonly voters: ReadonlyArray<number>
}

/** Reads off the holders of an option; one for a state, so that its scratch memory is used again. */
export const holdersIn = ({ supporters, supporterStarts, weights }: Approvals, { classOf, amounts }: Purses): ((option: number) => Holders) => {
  const counts = new Float64Array(amounts.length)
  const touched = new Int32Array(amounts.length)
  return (option) => {
    let size = 0
    const end = supporterStarts[option + 1] ?? 0
    for (let place = supporterStarts[option] ?? 0; place < end; place++) {
      const ballot = supporters[place] ?? 0
      const own = classOf[ballot] ?? 0
      if (counts[own] === 0) touched[size++] = own
      counts[own] = (counts[own] ?? 0) + (weights[ballot] ?? 0)
    }
    const classes = touched.subarray(0, size).toSorted()
    const voters = Array.from(classes, (own) => counts[own] ?? 0)
    for (const own of classes) counts[own] = 0
    return { classes, voters }
  }
}

/** What the holders have together, in multiples of `1 / unit`. */
export const togetherOf = ({ classes, voters }: Holders, { amounts }: Purses): bigint => {
  let sum = 0n
  for (const [place, own] of classes.entries()) sum += BigInt(voters[place] ?? 0) * (amounts[own] ?? 0n)
  return sum
}

/** Equal for constructions with the same members and the same purses. */
export const keyOf = (members: ReadonlyArray<number>, { classOf, amounts, unit }: Purses): string => {
  const factor = amounts.reduce(gcd, unit)
  return `${members.toSorted((left, right) => left - right).join()};${amounts.map((amount) => amount / factor).join()}/${unit / factor};${classOf.join()}`
}
