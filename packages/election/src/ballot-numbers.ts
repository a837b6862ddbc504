import type { Ballot, BallotType } from './ballot.ts'
import { sequenceNumbers } from './sequence-numbers.ts'

const codeOf: Readonly<Record<BallotType, number>> = { approval: 0, 'choose-one': 1, cumulative: 2, ordinal: 3, score: 4, 'weak-order': 5 }

/** Values have up to 53 bits: they are written as two numbers, of which this is the weight of the first. */
const half = 0x40000000

const endOfTier = -1

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

/**
 * Gives one number to all ballots of one normal form, and to no others, from 0 in the order in which they are first met.
 *
 * A ballot is written as whole numbers, its options numbered as they come, sets sorted by these: a ballot that was met
 * before needs neither a copy nor a text.
 */
export const ballotNumbers = (): ((ballot: Ballot) => number) => {
  const options = new Map<string, number>()
  const numberOf = sequenceNumbers()
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
    for (const [id, value] of points) written.push(optionOf(id), Math.floor(value / half), value % half)
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
  return (ballot) => {
    written.length = 0
    written.push(codeOf[ballot.type])
    write(ballot)
    return numberOf(written)
  }
}
