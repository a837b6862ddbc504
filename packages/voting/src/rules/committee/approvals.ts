import type { Election, OptionId } from '@isegoria/election'
import { preferencesOf } from '../../tally/preferences.ts'

/**
 * Who approves whom, as numbers: what rules that elect committees work on. Option `i` is `options[i]` in the given order;
 * ballot `b` approves `entries` from `starts[b]` to just before `starts[b + 1]`, and option `i` is approved on the ballots
 * of `supporters` from `supporterStarts[i]` to just before `supporterStarts[i + 1]`.
 */
export interface Approvals {
  readonly options: ReadonlyArray<OptionId>
  readonly seats: number
  /** Those who approve nobody included. */
  readonly voters: number
  /** Number of distinct ballots. */
  readonly ballots: number
  /** Voters who cast each ballot. */
  readonly weights: Float64Array
  readonly starts: Int32Array
  readonly entries: Int32Array
  readonly supporterStarts: Int32Array
  readonly supporters: Int32Array
  /** Voters who approve each option. */
  readonly votes: Float64Array
}

type Ballots = Pick<Approvals, 'options' | 'seats' | 'ballots' | 'weights' | 'starts' | 'entries'>

const withSupporters = (given: Ballots): Approvals => {
  const { options, ballots, weights, starts, entries } = given
  const votes = new Float64Array(options.length)
  const supporterStarts = new Int32Array(options.length + 1)
  for (const option of entries) supporterStarts[option + 1] = (supporterStarts[option + 1] ?? 0) + 1
  for (let option = 0; option < options.length; option++)
    supporterStarts[option + 1] = (supporterStarts[option + 1] ?? 0) + (supporterStarts[option] ?? 0)
  const next = supporterStarts.slice()
  const supporters = new Int32Array(entries.length)
  let voters = 0
  for (let ballot = 0; ballot < ballots; ballot++) {
    const weight = weights[ballot] ?? 0
    voters += weight
    for (let entry = starts[ballot] ?? 0; entry < (starts[ballot + 1] ?? 0); entry++) {
      const option = entries[entry] ?? 0
      votes[option] = (votes[option] ?? 0) + weight
      const place = next[option] ?? 0
      supporters[place] = ballot
      next[option] = place + 1
    }
  }
  return { ...given, voters, supporterStarts, supporters, votes }
}

/** The approvals of an election, its ballots in no order that means anything. Cost: linear in the marks of the distinct ballots. */
export const approvalsOf = (election: Election): Approvals => {
  const { options, ballots, weights, starts, entries } = preferencesOf(election)
  return withSupporters({ options, seats: election.seats ?? 0, ballots, weights, starts, entries })
}

const byEntries = (left: Int32Array, right: Int32Array): number => {
  const size = Math.min(left.length, right.length)
  for (let place = 0; place < size; place++) {
    const order = (left[place] ?? 0) - (right[place] ?? 0)
    if (order !== 0) return order
  }
  return left.length - right.length
}

/**
 * The same with the ballots in lexicographic order of their options, by their places in `order`: one order for one multiset
 * of ballots.
 */
export const inBallotOrder = (approvals: Approvals, order: ReadonlyArray<OptionId>): Approvals => {
  const { options, ballots, weights, starts, entries } = approvals
  const places = new Map(order.map((id, place) => [id, place]))
  const placeOf = Int32Array.from(options, (id) => places.get(id) ?? 0)
  const listed = Array.from({ length: ballots }, (_, ballot) => {
    const own = entries.slice(starts[ballot] ?? 0, starts[ballot + 1] ?? 0)
    return { own, sorted: own.map((option) => placeOf[option] ?? 0).toSorted(), weight: weights[ballot] ?? 0 }
  }).toSorted((left, right) => byEntries(left.sorted, right.sorted))
  const sorted = new Int32Array(entries.length)
  const ends = new Int32Array(ballots + 1)
  let end = 0
  for (const [ballot, { own }] of listed.entries()) {
    sorted.set(own, end)
    end += own.length
    ends[ballot + 1] = end
  }
  return withSupporters({ ...approvals, weights: Float64Array.from(listed, ({ weight }) => weight), starts: ends, entries: sorted })
}

/** Options by number from 0, as many as there are. */
export const numbersOf = ({ options }: Approvals): ReadonlyArray<number> => options.map((_, option) => option)
