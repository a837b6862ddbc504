import { byCodeUnit } from '@isegoria/kernel'
import type { Ballot } from './ballot.ts'
import { ballotNumbers } from './ballot-numbers.ts'
import { ballotOf } from './ballot-of.ts'
import type { NumberedBallots } from './ballot-numbers.ts'
import { orderOfTexts } from './ballot-order.ts'

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
  /** Adds a ballot and gives its number, one for equal ballots. Errors: throws `RangeError` for a weight or for points that are no whole number. */
  readonly add: (ballot: Ballot, weight?: number) => number
  /** Takes out one voter's ballot by its number. Errors: throws `RangeError` when no such ballot is left. */
  readonly remove: (number: number) => void
  readonly build: () => Profile
}

/** The distinct ballots of a profile as numbers, with the voters of each; those that nobody cast any more weigh 0. */
export interface NumberedProfile extends NumberedBallots {
  readonly weights: Float64Array
}

/** What builders have numbered already. */
const numberedBy = new WeakMap<Profile, NumberedProfile>()

/** Ballots in the order of their canonical texts. */
const sorted = ({ weights, ...numbered }: NumberedProfile): ReadonlyArray<WeightedBallot> => {
  const entryOf = (number: number): WeightedBallot => ({ ballot: ballotOf(numbered, number), weight: weights[number] ?? 0 })
  const isCast = ({ weight }: WeightedBallot): boolean => weight > 0
  const order = orderOfTexts(numbered)
  if (order !== undefined) return order.map(entryOf).filter(isCast)
  const texts = Array.from(weights, (_, number) => entryOf(number))
    .filter(isCast)
    .map((entry) => ({ text: JSON.stringify(entry.ballot), entry }))
  return texts.toSorted((left, right) => byCodeUnit(left.text, right.text)).map(({ entry }) => entry)
}

const twiceAsLong = (weights: Float64Array): Float64Array<ArrayBuffer> => {
  const longer = new Float64Array(2 * weights.length)
  longer.set(weights)
  return longer
}

/**
 * Collects ballots into a profile, with room for `expected` distinct ones.
 *
 * Cost: one look-up for each ballot and each option it marks. The distinct ballots are sorted when somebody looks at them,
 * which a count that works on their numbers never does.
 */
export const profileBuilder = (expected = 0): ProfileBuilder => {
  const { numberOf, numbered } = ballotNumbers(expected)
  let weights = new Float64Array(Math.max(64, expected))
  let voters = 0
  const weigh = (number: number, weight: number): void => {
    if (number >= weights.length) weights = twiceAsLong(weights)
    weights[number] = (weights[number] ?? 0) + weight
    voters += weight
  }
  return {
    add: (given, weight = 1) => {
      if (!Number.isSafeInteger(weight) || weight < 1) throw new RangeError(`a ballot's weight is a whole number from 1, not ${weight}`)
      if (!Number.isSafeInteger(voters + weight)) throw new RangeError(`more than ${Number.MAX_SAFE_INTEGER} voters`)
      const number = numberOf(given)
      weigh(number, weight)
      return number
    },
    remove: (number) => {
      if ((weights[number] ?? 0) === 0) throw new RangeError('no such ballot to remove')
      weigh(number, -1)
    },
    build: () => {
      const ballots = numbered()
      return profileWith(voters, { ...ballots, weights: weights.slice(0, ballots.sequences.count) })
    },
  }
}

const profileWith = (voters: number, numbered: NumberedProfile): Profile => {
  let inOrder: ReadonlyArray<WeightedBallot> | undefined
  const profile: Profile = {
    voters,
    get ballots() {
      return (inOrder ??= sorted(numbered))
    },
  }
  numberedBy.set(profile, numbered)
  return profile
}

/**
 * The distinct ballots of a profile as numbers, in no order that means anything: what a count works on that need not look
 * at ballots one by one. Cost: nothing for a profile that a builder made, else one look-up for each option marked.
 */
export const numberedProfile = (profile: Profile): NumberedProfile => {
  const known = numberedBy.get(profile)
  if (known !== undefined) return known
  const { numberOf, numbered } = ballotNumbers(profile.ballots.length)
  const weights = new Float64Array(profile.ballots.length)
  for (const { ballot, weight } of profile.ballots) {
    const number = numberOf(ballot)
    weights[number] = (weights[number] ?? 0) + weight
  }
  const ballots = numbered()
  return { ...ballots, weights: weights.subarray(0, ballots.sequences.count) }
}

/**
 * The multiset of `ballots`, each cast by one voter.
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
  const builder = profileBuilder(Array.isArray(ballots) ? ballots.length : 0)
  for (const ballot of ballots) builder.add(ballot)
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
