import type { Ballot, Election, OptionId } from '@isegoria/election'
import { add, compare, divide, multiply, ratio, subtract, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'

/** One voter's options in tiers, all of them. */
type Voter = ReadonlyArray<ReadonlyArray<OptionId>>

const tiersOf = (ballot: Ballot): Voter => {
  if (ballot.type === 'weak-order') return ballot.tiers
  if (ballot.type === 'ordinal') return ballot.ranking.map((id) => [id])
  return ballot.type === 'approval' ? [ballot.approved] : []
}

/** Every voter by themselves, with what their ballot does not name as the last tier. */
const votersOf = ({ options, profile }: Election): ReadonlyArray<Voter> =>
  profile.ballots.flatMap(({ ballot, weight }) => {
    const tiers = tiersOf(ballot)
    const rest = options.map(({ id }) => id).filter((id) => !tiers.flat().includes(id))
    return Array.from({ length: weight }, () => [...tiers, rest])
  })

/** One more than the number of options that stand above it. */
const rankOf = (voter: Voter, option: OptionId): number => {
  const place = voter.findIndex((tier) => tier.includes(option))
  return 1 + voter.slice(0, place).flat().length
}

/** Voters divided by one more than the seats, and a part of the way from there to the next whole number. */
export const nearDroop = (voters: number, seats: number, options: number): Ratio => {
  const [exact, next] = [ratio(BigInt(voters), BigInt(seats + 1)), ratio(BigInt(Math.floor(voters / (seats + 1)) + 1))]
  const quota = add(exact, divide(subtract(next, exact), ratio(BigInt(options + 1))))
  const share = ratio(BigInt(voters), BigInt(seats))
  return compare(quota, share) < 0 ? quota : share
}

/** The rule as the paper tells it, one voter at a time; of options that are level the first in the given order. */
export const expandingByVoters = (election: Election, quota: Ratio): ReadonlyArray<OptionId> => {
  const ids = election.options.map(({ id }) => id)
  const voters = votersOf(election)
  const vectors = new Map(ids.map((id) => [id, ids.map((_, place) => voters.filter((voter) => rankOf(voter, id) === place + 1).length)]))
  const byVector = (left: OptionId, right: OptionId): number => {
    const differences = ids.map((_, place) => (vectors.get(right)?.[place] ?? 0) - (vectors.get(left)?.[place] ?? 0))
    return differences.find((difference) => difference !== 0) ?? 0
  }
  const members: Array<OptionId> = []
  let weights = voters.map(() => ratio(1n))
  let rank = 1
  const supportOf = (id: OptionId): Ratio =>
    voters.reduce((sum, voter, place) => (rankOf(voter, id) <= rank ? add(sum, weights[place] ?? zero) : sum), zero)
  while (members.length < (election.seats ?? 0)) {
    const eligible = ids.filter((id) => !members.includes(id) && compare(supportOf(id), quota) >= 0)
    const [chosen] = eligible.toSorted(byVector)
    if (chosen === undefined) {
      rank++
      continue
    }
    const support = supportOf(chosen)
    const left = compare(support, zero) === 0 ? zero : divide(subtract(support, quota), support)
    weights = weights.map((weight, place) => (rankOf(voters[place] ?? [], chosen) <= rank ? multiply(weight, left) : weight))
    members.push(chosen)
  }
  return members
}

const subsetsOf = <A>(all: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> =>
  all.reduce<ReadonlyArray<ReadonlyArray<A>>>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[]])

/** Voters who put some options nowhere below the others, and see too few of those as good elected; generalised PSC by looking at every group. */
export const passedOver = (
  { options, profile, seats = 0 }: Pick<Election, 'options' | 'profile' | 'seats'>,
  committee: ReadonlyArray<OptionId>,
  quota: Ratio,
): string | undefined => {
  const ids = options.map(({ id }) => id)
  const voters = votersOf({ options, profile, decimals: 0 })
  for (const set of subsetsOf(ids).slice(1)) {
    const others = ids.filter((id) => !set.includes(id))
    const solid = voters.filter((voter) => set.every((id) => others.every((other) => rankOf(voter, id) <= rankOf(voter, other))))
    for (const group of subsetsOf(solid).slice(1)) {
      let due = 0
      while (due < seats && compare(multiply(quota, ratio(BigInt(due + 1))), ratio(BigInt(group.length))) <= 0) due++
      const asGood = committee.filter((id) => group.some((voter) => rankOf(voter, id) <= set.length))
      if (asGood.length < Math.min(due, set.length)) return `${group.length} voters for ${set.join()}: ${asGood.length} of ${due}`
    }
  }
  return undefined
}
