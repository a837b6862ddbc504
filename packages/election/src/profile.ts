import { byCodeUnit } from '@isegoria/kernel'
import type { Ballot } from './ballot.ts'
import { ballotNumbers } from './ballot-numbers.ts'
import { normalForm } from './normal-form.ts'

/** A ballot and how many voters cast exactly that one. */
export interface WeightedBallot {
  readonly ballot: Ballot
  /** A whole number of at least 1. */
  readonly weight: number
}

/**
 * All ballots of a poll as a multiset: identical ballots stand once, with their number, in one fixed order.
 *
 * Laws: `merge` is associative and commutative with `emptyProfile` as its identity, and the profile of all ballots is
 * the merge of the profiles of any parts: partial tallies made anywhere, in any order, give the same bytes.
 */
export interface Profile {
  readonly voters: number
  readonly ballots: ReadonlyArray<WeightedBallot>
}

export const emptyProfile: Profile = { voters: 0, ballots: [] }

/** Collects ballots one at a time; private mutation behind `profileOf` and `merge`. */
export interface ProfileBuilder {
  /** Adds a ballot and gives its normal form, the same object for equal ballots. */
  readonly add: (ballot: Ballot, weight?: number) => Ballot
  /** Takes out one voter's ballot. Errors: throws `RangeError` when no such ballot is left. */
  readonly remove: (ballot: Ballot) => void
  readonly build: () => Profile
}

/** Cost: one look-up for each ballot and each option it marks, one sort of the distinct ballots at the end. */
export const profileBuilder = (): ProfileBuilder => {
  const numberOf = ballotNumbers()
  const ballots: Array<Ballot> = []
  const weights: Array<number> = []
  let voters = 0
  const weigh = (number: number, weight: number): void => {
    weights[number] = (weights[number] ?? 0) + weight
    voters += weight
  }
  return {
    add: (given, weight = 1) => {
      if (!Number.isSafeInteger(weight) || weight < 1) throw new RangeError(`a ballot's weight is a whole number from 1, not ${weight}`)
      const number = numberOf(given)
      const ballot = ballots[number] ?? normalForm(given)
      ballots[number] = ballot
      weigh(number, weight)
      return ballot
    },
    remove: (given) => {
      const number = numberOf(given)
      if ((weights[number] ?? 0) === 0) throw new RangeError('no such ballot to remove')
      weigh(number, -1)
    },
    build: () => {
      const counted = ballots.flatMap((ballot, number) => {
        const weight = weights[number] ?? 0
        return weight === 0 ? [] : [{ text: JSON.stringify(ballot), ballot, weight }]
      })
      counted.sort((left, right) => byCodeUnit(left.text, right.text))
      return { voters, ballots: counted.map(({ ballot, weight }) => ({ ballot, weight })) }
    },
  }
}

/**
 * The multiset of `ballots`, each cast by one voter.
 *
 * Cost: voters who share one ballot object are counted before it is looked at.
 *
 * @example
 * const { voters, ballots } = profileOf([
 *   { type: 'approval', approved: ['trees', 'bench'] },
 *   { type: 'approval', approved: ['bench', 'trees'] },
 * ])
 * voters // => 2
 * ballots // => [{ ballot: { type: 'approval', approved: ['bench', 'trees'] }, weight: 2 }]
 */
export const profileOf = (ballots: Iterable<Ballot>): Profile => {
  const voters = new Map<Ballot, number>()
  for (const ballot of ballots) voters.set(ballot, (voters.get(ballot) ?? 0) + 1)
  const builder = profileBuilder()
  for (const [ballot, weight] of voters) builder.add(ballot, weight)
  return builder.build()
}

/**
 * Both multisets together.
 *
 * @example
 * const [online, paper] = [profileOf([{ type: 'choose-one', choice: 'trees' }]), profileOf([{ type: 'choose-one', choice: null }])]
 * merge(online, paper).voters // => 2
 */
export const merge = (left: Profile, right: Profile): Profile => {
  const builder = profileBuilder()
  for (const { ballot, weight } of left.ballots) builder.add(ballot, weight)
  for (const { ballot, weight } of right.ballots) builder.add(ballot, weight)
  return builder.build()
}
