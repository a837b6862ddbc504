import { add, compare, ratio, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import type { SmallElection } from './small-committees.fixture.ts'

type Committee = ReadonlyArray<string>

/** What a committee is worth: lists of fractions, compared from the first on; more is better. */
export type Worth = (committee: Committee, election: SmallElection) => ReadonlyArray<Ratio>

export const whole = (value: number): Ratio => ratio(BigInt(value))

/** Every set of `size` of the options. */
export const subsetsOf = (options: ReadonlyArray<string>, size: number): ReadonlyArray<Committee> => {
  const [first, ...rest] = options
  if (size === 0) return [[]]
  if (first === undefined) return []
  return [...subsetsOf(rest, size - 1).map((subset) => [first, ...subset]), ...subsetsOf(rest, size)]
}

const compareWorth = (left: ReadonlyArray<Ratio>, right: ReadonlyArray<Ratio>): number => {
  for (let place = 0; place < Math.max(left.length, right.length); place++) {
    const order = compare(left[place] ?? zero, right[place] ?? zero)
    if (order !== 0) return order
  }
  return 0
}

/** All committees of greatest worth, by looking at each. */
export const bestByLooking = (election: SmallElection, worth: Worth): ReadonlyArray<Committee> => {
  const committees = subsetsOf(election.options, election.seats).map((committee) => ({ committee, worth: worth(committee, election) }))
  const best = committees.reduce((most, one) => (compareWorth(one.worth, most.worth) > 0 ? one : most), committees[0] ?? { committee: [], worth: [] })
  return committees.filter((one) => compareWorth(one.worth, best.worth) === 0).map(({ committee }) => committee)
}

const satisfactions = (committee: Committee, { voters }: SmallElection): ReadonlyArray<number> =>
  voters.map((approved) => approved.filter((id) => committee.includes(id)).length)

const sum = (values: ReadonlyArray<Ratio>): Ratio => values.reduce(add, zero)

/** Thiele's score with the weight of a voter's n-th approved member. */
export const thieleWorth =
  (weightOf: (nth: number) => Ratio): Worth =>
  (committee, election) => [
    sum(satisfactions(committee, election).flatMap((count) => Array.from({ length: count }, (_, index) => weightOf(index + 1)))),
  ]

/** Voters with at least one member, at least two, and so on. */
export const lexicographicWorth: Worth = (committee, election) =>
  committee.map((_, place) => whole(satisfactions(committee, election).filter((count) => count > place).length))

export const adamsWorth: Worth = (committee, election) => {
  const later = thieleWorth((nth) => (nth === 1 ? zero : ratio(1n, BigInt(nth - 1))))(committee, election)
  return [whole(satisfactions(committee, election).filter((count) => count > 0).length), ...later]
}

const distances = (committee: Committee, election: SmallElection): ReadonlyArray<number> =>
  election.voters.map((approved) => approved.length + committee.length - 2 * approved.filter((id) => committee.includes(id)).length)

export const minimaxWorth: Worth = (committee, election) => [whole(-Math.max(0, ...distances(committee, election)))]

export const lexMinimaxWorth: Worth = (committee, election) =>
  distances(committee, election)
    .toSorted((left, right) => right - left)
    .map((distance) => whole(-distance))

/** The most voters who get a member they approve when voter after voter is given to a member with room, every way tried. */
export const monroeWorth: Worth = (committee, { voters }) => {
  const share = Math.floor(voters.length / Math.max(committee.length, 1))
  const assign = (voter: number, taken: ReadonlyArray<number>): number => {
    const approved = voters[voter]
    if (approved === undefined) return 0
    let best = Number.NEGATIVE_INFINITY
    for (const [place, member] of committee.entries()) {
      const after = taken.map((count, at) => (at === place ? count + 1 : count))
      const isAllowed =
        after.every((count) => count <= share + 1) && after.filter((count) => count > share).length <= voters.length % committee.length
      if (isAllowed) best = Math.max(best, (approved.includes(member) ? 1 : 0) + assign(voter + 1, after))
    }
    return best
  }
  const assigned =
    committee.length === 0
      ? 0
      : assign(
          0,
          committee.map(() => 0),
        )
  return [whole(assigned)]
}

/** Sets of members with the voters who approve somebody of them. */
const burdens = (members: Committee, voters: ReadonlyArray<Committee>): ReadonlyArray<{ readonly set: Committee; readonly load: Ratio }> =>
  members
    .flatMap((_, size) => subsetsOf(members, size + 1))
    .map((set) => ({ set, load: ratio(BigInt(set.length), BigInt(voters.filter((approved) => approved.some((id) => set.includes(id))).length)) }))

/** The loads of the voters, from the highest down, by the most burdened set again and again. */
const loadsOf = (members: Committee, voters: ReadonlyArray<Committee>): ReadonlyArray<Ratio> => {
  const all = burdens(members, voters)
  const [first] = all
  if (first === undefined) return voters.map(() => zero)
  const { set, load } = all.reduce((most, one) => (compare(one.load, most.load) > 0 ? one : most), first)
  const bears = (approved: Committee): boolean => approved.some((id) => set.includes(id))
  const others = voters.filter((approved) => !bears(approved))
  const rest = members.filter((id) => !set.includes(id))
  return [...voters.filter(bears).map(() => load), ...loadsOf(rest, others)]
}

const lower = ({ numerator, denominator }: Ratio): Ratio => ({ numerator: -numerator, denominator })

export const leximaxWorth: Worth = (committee, { voters }) => {
  const supported = committee.filter((id) => voters.some((approved) => approved.includes(id)))
  return [whole(supported.length), ...loadsOf(supported, voters).map(lower)]
}

export const minimaxLoadWorth: Worth = (committee, election) => leximaxWorth(committee, election).slice(0, 2)

/** The least support of a member, when voters divide their vote as best serves that. */
export const leastSupport = (committee: Committee, voters: ReadonlyArray<Committee>): Ratio => {
  if (committee.some((id) => !voters.some((approved) => approved.includes(id)))) return zero
  const highest = burdens(committee, voters).reduce((most, { load }) => (compare(load, most) > 0 ? load : most), zero)
  return ratio(highest.denominator, highest.numerator)
}
