import type { Ballot, BallotType } from './ballot.ts'
import type { OptionId } from './option.ts'
import { optionNumbers } from './option-numbers.ts'
import { sequenceNumbers } from './sequence-numbers.ts'
import type { Sequences } from './sequence-numbers.ts'

/** The kinds of ballots; a kind's place here is the first number of its ballots. */
export const ballotTypes = ['approval', 'choose-one', 'cumulative', 'ordinal', 'score', 'weak-order'] as const satisfies ReadonlyArray<BallotType>

const [approval, chooseOne, cumulative, ordinal, score, weakOrder] = [0, 1, 2, 3, 4, 5]

/** Values have up to 53 bits: they are written as two numbers, of which this is the weight of the first. */
const half = 0x40000000

/** The value of which the halves stand at `place` and behind it. */
export const valueOf = (numbers: ArrayLike<number>, place: number): number => (numbers[place] ?? 0) * half + (numbers[place + 1] ?? 0)

/** Stands behind the options of each tier of a weak order. */
export const endOfTier = -1

/** More steps than this are not moved one by one: that takes their square. */
const mostMoved = 48

/** Sorts `numbers` between two places in steps of `width` by each step's first number, keeping the order of equals. */
const sortSteps = (numbers: Int32Array, from: number, to: number, width: number): void => {
  if (to - from > mostMoved * width) {
    const part = numbers.subarray(from, to)
    if (width === 1) {
      part.sort()
      return
    }
    const steps = part.slice()
    const starts = Int32Array.from({ length: steps.length / width }, (_, step) => step * width)
    starts.sort((left, right) => (steps[left] ?? 0) - (steps[right] ?? 0) || left - right)
    for (const [step, start] of starts.entries()) part.set(steps.subarray(start, start + width), step * width)
    return
  }
  for (let start = from + width; start < to; start += width) {
    for (let place = start; place > from && (numbers[place - width] ?? 0) > (numbers[place] ?? 0); place -= width)
      for (let step = 0; step < width; step++) {
        const before = numbers[place - width + step] ?? 0
        numbers[place - width + step] = numbers[place + step] ?? 0
        numbers[place + step] = before
      }
  }
}

/** The most numbers that a ballot is written as. */
const mostNumbers = (ballot: Ballot): number => {
  switch (ballot.type) {
    case 'approval':
      return 1 + ballot.approved.length
    case 'choose-one':
      return 2
    case 'ordinal':
      return 1 + ballot.ranking.length
    case 'cumulative':
      return 1 + 3 * ballot.points.length
    case 'score':
      return 1 + 3 * ballot.scores.length
    case 'weak-order':
      return ballot.tiers.reduce((sum, tier) => sum + tier.length + 1, 1)
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
  /** The kinds of ballots that were met. */
  readonly types: ReadonlyArray<BallotType>
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
  const { numberOf: optionOf, options } = optionNumbers()
  const met = new Uint8Array(ballotTypes.length)
  const { begin, room, numberOf, sequences } = sequenceNumbers(expected)
  let all: Int32Array = new Int32Array(0)
  let end = 0
  const writeIds = (ids: ReadonlyArray<OptionId>): void => {
    const into = all
    let to = end
    for (let place = 0; place < ids.length; place++) into[to++] = optionOf(ids[place] ?? '')
    end = to
  }
  const writePoints = (points: ReadonlyArray<[OptionId, number]>): void => {
    const from = end
    for (const [id, value] of points) {
      if (!Number.isSafeInteger(value)) throw new RangeError(`${value} for '${id}' is no whole number that can be counted exactly`)
      const high = Math.floor(value / half)
      all[end++] = optionOf(id)
      all[end++] = high
      all[end++] = value - high * half
    }
    sortSteps(all, from, end, 3)
  }
  const writeSet = (ids: ReadonlyArray<OptionId>): void => {
    const from = end
    writeIds(ids)
    sortSteps(all, from, end, 1)
  }
  const begun = (kind: number): void => {
    met[kind] = 1
    all[end++] = kind
  }
  const write = (ballot: Ballot): void => {
    switch (ballot.type) {
      case 'approval':
        begun(approval)
        return writeSet(ballot.approved)
      case 'choose-one':
        begun(chooseOne)
        if (ballot.choice !== null) all[end++] = optionOf(ballot.choice)
        return
      case 'cumulative':
        begun(cumulative)
        return writePoints(ballot.points)
      case 'ordinal':
        begun(ordinal)
        return writeIds(ballot.ranking)
      case 'score':
        begun(score)
        return writePoints(ballot.scores)
      case 'weak-order':
        begun(weakOrder)
        for (const tier of ballot.tiers) {
          if (tier.length === 0) continue
          writeSet(tier)
          all[end++] = endOfTier
        }
    }
  }
  return {
    numberOf: (ballot) => {
      end = begin(mostNumbers(ballot))
      all = room()
      write(ballot)
      return numberOf(end)
    },
    numbered: () => ({ options: options(), sequences: sequences(), types: ballotTypes.filter((_, code) => met[code] === 1) }),
  }
}
