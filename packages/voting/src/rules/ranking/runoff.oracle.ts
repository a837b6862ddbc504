import type { Ballot, Election, OptionId } from '@isegoria/election'
import { add, compare, ratio, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'

/** Counts as one does by hand: every round looks at every voter's ballot again. Ties are settled by the given order. */
export type Tiers = ReadonlyArray<ReadonlyArray<OptionId>>

const tiersOf = (ballot: Ballot): Tiers =>
  ballot.type === 'ordinal' ? ballot.ranking.map((id) => [id]) : ballot.type === 'weak-order' ? ballot.tiers : []

export const votersOf = ({ profile }: Election): ReadonlyArray<Tiers> =>
  profile.ballots.flatMap(({ ballot, weight }) => Array.from({ length: weight }, () => tiersOf(ballot)))

const withUnranked = (tiers: Tiers, ids: ReadonlyArray<OptionId>): Tiers => [...tiers, ids.filter((id) => !tiers.flat().includes(id))]

const shares = (voters: ReadonlyArray<Tiers>, left: ReadonlyArray<OptionId>): ReadonlyMap<OptionId, Ratio> => {
  const votes = new Map(left.map((id) => [id, zero]))
  for (const tiers of voters) {
    const best = tiers.map((tier) => tier.filter((id) => left.includes(id))).find((tier) => tier.length > 0) ?? []
    for (const id of best) votes.set(id, add(votes.get(id) ?? zero, ratio(1n, BigInt(best.length))))
  }
  return votes
}

/** First preferences among those left. */
export const firsts = shares

/** Last places among those left; the unranked are last. */
const lasts = (voters: ReadonlyArray<Tiers>, left: ReadonlyArray<OptionId>): ReadonlyMap<OptionId, Ratio> =>
  shares(
    voters.map((tiers) => withUnranked(tiers, left).toReversed()),
    left,
  )

/** Voters who prefer the first less those who prefer the second; the unranked are last. */
export const margin = (voters: ReadonlyArray<Tiers>, one: OptionId, other: OptionId): number => {
  let sum = 0
  for (const tiers of voters) {
    const place = (id: OptionId): number => (tiers.flat().includes(id) ? tiers.findIndex((tier) => tier.includes(id)) : tiers.length)
    sum += Math.sign(place(other) - place(one))
  }
  return sum
}

/** Points among those left: one for each option below, a half for each that is level. */
const bordaPoints = (voters: ReadonlyArray<Tiers>, left: ReadonlyArray<OptionId>): ReadonlyMap<OptionId, Ratio> =>
  new Map(
    left.map((id) => [
      id,
      left
        .filter((other) => other !== id)
        .map((other) => ratio(BigInt(margin(voters, id, other) + voters.length), 2n))
        .reduce(add, zero),
    ]),
  )

/** The smallest set of which each member beats each option outside, by trying all sets. */
export const smithSet = (voters: ReadonlyArray<Tiers>, left: ReadonlyArray<OptionId>): ReadonlyArray<OptionId> => {
  let smallest = left
  for (let bits = 1; bits < 2 ** left.length; bits++) {
    const inside = left.filter((_, place) => Math.floor(bits / 2 ** place) % 2 === 1)
    const outside = left.filter((id) => !inside.includes(id))
    if (inside.length < smallest.length && inside.every((one) => outside.every((other) => margin(voters, one, other) > 0))) smallest = inside
  }
  return smallest
}

/** Those with the smallest figure. */
const lowest = (votes: ReadonlyMap<OptionId, Ratio>): ReadonlyArray<OptionId> =>
  [...votes.keys()].filter((id) => [...votes.values()].every((other) => compare(votes.get(id) ?? zero, other) <= 0))

type Move = { readonly ahead: ReadonlyArray<OptionId> } | { readonly out: ReadonlyArray<OptionId> }
export type Decide = (voters: ReadonlyArray<Tiers>, left: ReadonlyArray<OptionId>) => Move

/** The ranking of a rule that decides on those left, until nobody is. */
export const countByHand = (election: Election, decide: Decide): Tiers => {
  const voters = votersOf(election)
  const from = (left: ReadonlyArray<OptionId>): Tiers => {
    if (left.length === 0) return []
    const move = decide(voters, left)
    const gone = 'ahead' in move ? move.ahead : move.out
    const rest = from(left.filter((id) => !gone.includes(id)))
    return 'ahead' in move ? [gone, ...rest] : [...rest, gone]
  }
  return from(election.options.map(({ id }) => id))
}

const allEqual = (votes: ReadonlyMap<OptionId, Ratio>): boolean => lowest(votes).length === votes.size
const allZero = (votes: ReadonlyMap<OptionId, Ratio>): boolean => [...votes.values()].every((one) => compare(one, zero) === 0)
const lastGiven = (ids: ReadonlyArray<OptionId>): ReadonlyArray<OptionId> => ids.slice(-1)
const isOver = (votes: ReadonlyMap<OptionId, Ratio>): boolean => allZero(votes) || (votes.size <= 2 && allEqual(votes))

export const irvByHand: Decide = (voters, left) => {
  const votes = firsts(voters, left)
  return isOver(votes) ? { ahead: left } : { out: lastGiven(lowest(votes)) }
}

export const irvAllByHand: Decide = (voters, left) => {
  const votes = firsts(voters, left)
  return allEqual(votes) ? { ahead: left } : { out: lowest(votes) }
}

export const coombsByHand: Decide = (voters, left) => {
  const votes = firsts(voters, left)
  const half = ratio([...votes.values()].reduce(add, zero).numerator, 2n * [...votes.values()].reduce(add, zero).denominator)
  const leader = left.find((id) => compare(votes.get(id) ?? zero, half) > 0)
  if (leader !== undefined) return { ahead: [leader] }
  if (isOver(votes)) return { ahead: left }
  const worst = lasts(voters, left)
  return { out: lastGiven(left.filter((id) => [...worst.values()].every((other) => compare(worst.get(id) ?? zero, other) >= 0))) }
}

export const benhamByHand: Decide = (voters, left) => {
  const winner = left.find((one) => left.every((other) => one === other || margin(voters, one, other) > 0))
  return winner === undefined ? irvByHand(voters, left) : { ahead: [winner] }
}

export const tidemanByHand: Decide = (voters, left) => {
  const inside = smithSet(voters, left)
  return inside.length < left.length ? { out: left.filter((id) => !inside.includes(id)) } : irvByHand(voters, left)
}

export const btrByHand: Decide = (voters, left) => {
  const votes = firsts(voters, left)
  if (isOver(votes)) return { ahead: left }
  const one = lastGiven(lowest(votes))
  const two = lastGiven(lowest(new Map([...votes].filter(([id]) => !one.includes(id)))))
  return { out: margin(voters, one[0] ?? '', two[0] ?? '') > 0 ? two : one }
}

export const baldwinByHand: Decide = (voters, left) => {
  const isLevel = left.every((one) => left.every((other) => margin(voters, one, other) === 0))
  return isLevel ? { ahead: left } : { out: lastGiven(lowest(bordaPoints(voters, left))) }
}

export const nansonByHand =
  (isAverageKept: boolean): Decide =>
  (voters, left) => {
    const points = bordaPoints(voters, left)
    const average = ratio(BigInt(voters.length * (left.length - 1)), 2n)
    const out = left.filter((id) => compare(points.get(id) ?? zero, average) < (isAverageKept ? 0 : 1))
    return out.length === 0 || out.length === left.length ? { ahead: left } : { out }
  }
