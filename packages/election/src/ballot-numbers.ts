import type { Ballot, BallotType } from './ballot.ts'
import type { OptionId } from './option.ts'
import { sequenceNumbers } from './sequence-numbers.ts'
import type { Sequences } from './sequence-numbers.ts'

/** The kinds of ballots; a kind's place here is the first number of its ballots. */
export const ballotTypes: ReadonlyArray<BallotType> = ['approval', 'choose-one', 'cumulative', 'ordinal', 'score', 'weak-order']

const codes = new Map(ballotTypes.map((type, code) => [type, code]))

/** Values have up to 53 bits: they are written as two numbers, of which this is the weight of the first. */
const half = 0x40000000

/** The value of which the halves stand at `place` and behind it. */
export const valueOf = (numbers: ArrayLike<number>, place: number): number => (numbers[place] ?? 0) * half + (numbers[place + 1] ?? 0)

/** Stands behind the options of each tier of a weak order. */
export const endOfTier = -1

/** Sorts `numbers` from place `from` on in steps of `width` by each step's first number, keeping the order of equals. */
const sortSteps = (numbers: Array<number>, from: number, width: number): void => {
  for (let start = from + width; start < numbers.length; start += width) {
    for (let place = start; place > from && (numbers[place - width] ?? 0) > (numbers[place] ?? 0); place -= width)
      for (let step = 0; step < width; step++) {
        const before = numbers[place - width + step] ?? 0
        numbers[place - width + step] = numbers[place + step] ?? 0
        numbers[place + step] = before
      }
  }
}

/** Distinct ballots as sequences of numbers, and the options behind the numbers. */
export interface NumberedBallots {
  /** In the order in which they were first met. */
  readonly options: ReadonlyArray<OptionId>
  /**
   * First the kind, then: an ordinal's options from best to worst; an approval's or a choice's in ascending order; those of
   * a weak order tier by tier, each ended by `endOfTier`; for points three numbers each: option, and the halves of the value.
   */
  readonly sequences: Sequences
}

export interface BallotNumbers {
  /**
   * One number for all ballots of one normal form, and for no others, from 0 in the order in which they are first met.
   * Errors: throws `RangeError` for points that are no safe integer.
   */
  readonly numberOf: (ballot: Ballot) => number
  /** What is there now; the next new ballot makes it old. */
  readonly numbered: () => NumberedBallots
}

/**
 * Numbers ballots. A ballot is written as whole numbers, its options numbered as they come, sets sorted by these: a ballot
 * that was met before needs neither a copy nor a text.
 */
export const ballotNumbers = (expected = 0): BallotNumbers => {
  const options = new Map<OptionId, number>()
  const { numberOf, sequences } = sequenceNumbers(expected)
  const written: Array<number> = []
  const optionOf = (id: string): number => {
    const known = options.get(id)
    if (known !== undefined) return known
    options.set(id, options.size)
    return options.size - 1
  }
  const writeIds = (ids: ReadonlyArray<string>): void => {
    for (const id of ids) written.push(optionOf(id))
  }
  const writePoints = (points: ReadonlyArray<[string, number]>): void => {
    for (const [id, value] of points) {
      if (!Number.isSafeInteger(value)) throw new RangeError(`${value} for '${id}' is no whole number that can be counted exactly`)
      const high = Math.floor(value / half)
      written.push(optionOf(id), high, value - high * half)
    }
  }
  const writeTiers = (tiers: ReadonlyArray<ReadonlyArray<string>>): void => {
    for (const tier of tiers) {
      if (tier.length === 0) continue
      const start = written.length
      writeIds(tier)
      sortSteps(written, start, 1)
      written.push(endOfTier)
    }
  }
  const write = (ballot: Ballot): void => {
    switch (ballot.type) {
      case 'approval':
        writeIds(ballot.approved)
        return sortSteps(written, 1, 1)
      case 'choose-one':
        return ballot.choice === null ? undefined : writeIds([ballot.choice])
      case 'cumulative':
        writePoints(ballot.points)
        return sortSteps(written, 1, 3)
      case 'ordinal':
        return writeIds(ballot.ranking)
      case 'score':
        writePoints(ballot.scores)
        return sortSteps(written, 1, 3)
      case 'weak-order':
        return writeTiers(ballot.tiers)
    }
  }
  return {
    numberOf: (ballot) => {
      written.length = 0
      written.push(codes.get(ballot.type) ?? -1)
      write(ballot)
      return numberOf(written)
    },
    numbered: () => ({ options: [...options.keys()], sequences: sequences() }),
  }
}
