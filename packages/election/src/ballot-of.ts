import { byCodeUnit } from '@isegoria/kernel'
import type { Ballot } from './ballot.ts'
import { ballotTypes, endOfTier, valueOf } from './ballot-numbers.ts'
import type { NumberedBallots } from './ballot-numbers.ts'
import type { OptionId } from './option.ts'

const ids = (options: ReadonlyArray<OptionId>, numbers: Int32Array): Array<OptionId> => Array.from(numbers, (number) => options[number] ?? '')

/** Tiers that each end with `endOfTier`, the ids of each in order. */
const tiersOf = (options: ReadonlyArray<OptionId>, numbers: Int32Array): ReadonlyArray<ReadonlyArray<OptionId>> => {
  const tiers: Array<ReadonlyArray<OptionId>> = []
  for (let start = 0; start < numbers.length;) {
    const end = numbers.indexOf(endOfTier, start)
    tiers.push(ids(options, numbers.subarray(start, end)).toSorted(byCodeUnit))
    start = end + 1
  }
  return tiers
}

const pointsOf = (options: ReadonlyArray<OptionId>, numbers: Int32Array): ReadonlyArray<[OptionId, number]> => {
  const points: Array<[OptionId, number]> = []
  for (let place = 0; place < numbers.length; place += 3) points.push([options[numbers[place] ?? 0] ?? '', valueOf(numbers, place + 1)])
  return points.toSorted(([left], [right]) => byCodeUnit(left, right))
}

/**
 * The ballot of a number, in its normal form: ballots that say the same in another order are one. Sets, tiers and points
 * are sorted by option, rankings keep their order, and a tier of nobody is left out.
 *
 * Keys stand in alphabetical order, so that the JSON text of a normal form is canonical (RFC 8785).
 */
export const ballotOf = ({ options, sequences: { all, ends } }: NumberedBallots, number: number): Ballot => {
  const start = number === 0 ? 0 : (ends[number - 1] ?? 0)
  const numbers = all.subarray(start + 1, ends[number])
  const type = ballotTypes[all[start] ?? 0] ?? 'ordinal'
  switch (type) {
    case 'approval':
      return { approved: ids(options, numbers).toSorted(byCodeUnit), type }
    case 'choose-one':
      return { choice: ids(options, numbers)[0] ?? null, type }
    case 'cumulative':
      return { points: pointsOf(options, numbers), type }
    case 'ordinal':
      return { ranking: ids(options, numbers), type }
    case 'score':
      return { scores: pointsOf(options, numbers), type }
    case 'weak-order':
      return { tiers: tiersOf(options, numbers), type }
  }
}
