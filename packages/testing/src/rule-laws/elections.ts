import * as fc from 'fast-check'
import type { Ballot, BallotType, Election, OptionId, Rule, WeightedBallot } from '@isegoria/election'
import { profileFrom, replaced } from './with-ballots.ts'

/** How large the elections may be. */
export interface Size {
  readonly fewestOptions: number
  readonly mostOptions: number
  readonly mostVoters: number
}

export const small: Size = { fewestOptions: 2, mostOptions: 5, mostVoters: 12 }

const orderOf = (ids: ReadonlyArray<OptionId>): fc.Arbitrary<ReadonlyArray<OptionId>> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.shuffledSubarray([...ids], { minLength: ids.length, maxLength: ids.length }) },
    { weight: 1, arbitrary: fc.shuffledSubarray([...ids]) },
  )

const pointsOf = (ids: ReadonlyArray<OptionId>, least: number, most: number): fc.Arbitrary<ReadonlyArray<[OptionId, number]>> =>
  fc.tuple(...ids.map((id) => fc.integer({ min: least, max: most }).map((points): [OptionId, number] => [id, points])))

/** All options with scores from 0, or some of them with scores from 1: so that not scored is never better than scored. */
const scoresOf = (ids: ReadonlyArray<OptionId>): fc.Arbitrary<ReadonlyArray<[OptionId, number]>> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(1, 3, 5).chain((most) => pointsOf(ids, 0, most)) },
    { weight: 1, arbitrary: fc.subarray([...ids]).chain((some) => pointsOf(some, 1, 5)) },
  )

/** Options that follow one another: voters who agree on more than one option are rarer otherwise than in life. */
const blocsOf = (ids: ReadonlyArray<OptionId>): fc.Arbitrary<ReadonlyArray<OptionId>> => {
  const half = Math.ceil(ids.length / 2)
  return fc.constantFrom(ids.slice(0, half), ids.slice(0, -1), ids.slice(half), ids.slice(-1))
}

/** Ballots of a type: blank ones, short ones and those with level options among them. */
const ballotsOf = (type: BallotType, ids: ReadonlyArray<OptionId>): fc.Arbitrary<Ballot> => {
  switch (type) {
    case 'approval':
      return fc.oneof(fc.subarray([...ids]), blocsOf(ids)).map((approved) => ({ type, approved }))
    case 'choose-one':
      return fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...ids).map((choice) => ({ type, choice })) },
        { weight: 1, arbitrary: fc.constant({ type, choice: null }) },
      )
    case 'ordinal':
      return orderOf(ids).map((ranking) => ({ type, ranking }))
    case 'weak-order':
      return fc.tuple(orderOf(ids), fc.array(fc.boolean(), { minLength: ids.length, maxLength: ids.length })).map(([order, isNew]) => {
        const tiers: Array<Array<OptionId>> = []
        for (const [place, id] of order.entries()) {
          if (isNew[place] === true || place === 0) tiers.push([id])
          else tiers.at(-1)?.push(id)
        }
        return { type, tiers }
      })
    case 'cumulative':
      return fc.subarray([...ids]).chain((some) => pointsOf(some, 1, 3).map((points) => ({ type, points })))
    case 'score':
      return scoresOf(ids).map((scores) => ({ type, scores }))
  }
}

/** A ballot, and the same with its options turned round: together they leave much level. */
const turned = (ballot: Ballot, ids: ReadonlyArray<OptionId>): ReadonlyArray<WeightedBallot> =>
  ids.map((_, by) => ({ ballot: replaced(ballot, (id) => [ids[(ids.indexOf(id) + by) % ids.length] ?? id]), weight: 1 }))

/** Ballots one by one; a few that many cast; and some with all that they become when turned, which makes ties. */
const votesOf = (rule: Rule, ids: ReadonlyArray<OptionId>, mostVoters: number): fc.Arbitrary<ReadonlyArray<WeightedBallot>> => {
  if (mostVoters < 1) return fc.constant([])
  const types = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...rule.ballots).map((type) => [type]) },
    { weight: 1, arbitrary: fc.constant(rule.ballots) },
  )
  return types.chain((used) => {
    const ballot = fc.oneof(...used.map((type) => ballotsOf(type, ids)))
    const single = ballot.map((one) => ({ ballot: one, weight: 1 }))
    const few = Math.max(1, Math.floor(mostVoters / 4))
    return fc.oneof(
      { weight: 3, arbitrary: fc.array(single, { maxLength: mostVoters }) },
      {
        weight: 3,
        arbitrary: fc.array(fc.record({ ballot, weight: fc.integer({ min: 1, max: few }) }), { minLength: 1, maxLength: Math.min(mostVoters, 4) }),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(
            fc.array(ballot, { minLength: 1, maxLength: Math.max(1, Math.floor((mostVoters - 2) / ids.length)) }),
            fc.array(single, { maxLength: 2 }),
          )
          .map(([some, more]) => [...some.flatMap((one) => turned(one, ids)), ...more]),
      },
    )
  })
}

const seatsFor = ({ family }: Rule, options: number): fc.Arbitrary<Pick<Election, 'seats'>> => {
  if (family === 'committee') return fc.integer({ min: 1, max: options }).map((seats) => ({ seats }))
  return family === 'apportionment' ? fc.nat(12).map((seats) => ({ seats })) : fc.constant({})
}

interface Money {
  readonly costs: ReadonlyArray<bigint>
  readonly terms: Pick<Election, 'budget' | 'decimals'>
}

/** Costs that are often equal, and a budget for some of the projects; nothing where the rule spends nothing. */
const moneyFor = ({ family }: Rule, options: number): fc.Arbitrary<Money> =>
  family !== 'budget'
    ? fc.constant({ costs: [], terms: { decimals: 0 } })
    : fc
        .record({
          costs: fc
            .constantFrom(1, 3, 9)
            .chain((most) => fc.array(fc.integer({ min: most === 9 ? 0 : 1, max: most }), { minLength: options, maxLength: options })),
          tenths: fc.integer({ min: 0, max: 12 }),
          decimals: fc.constantFrom(0, 2),
        })
        .map(({ costs, tenths, decimals }) => {
          const total = costs.reduce((sum, cost) => sum + cost, 0)
          return { costs: costs.map(BigInt), terms: { budget: BigInt(Math.floor((total * tenths) / 10)), decimals } }
        })

/** Words, so that they are read and typed again with ease. */
const seed = fc.nat(9999).map((number) => `seed-${number}`)

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']

/**
 * Small elections that a rule can count: every kind of ballot that it reads, often one kind, sometimes several; options given in an
 * order that is not that of their names; no voters, blank ballots and ties among them; with a lot and a seed, and with seats or with
 * costs and a budget where the family needs them. A rule that settles ties by lot, or draws ballots from the seed, finds both.
 */
export const elections = (rule: Rule, size: Partial<Size> = {}): fc.Arbitrary<Election> => {
  const { fewestOptions, mostOptions, mostVoters } = { ...small, ...size }
  return fc.integer({ min: fewestOptions, max: Math.min(mostOptions, names.length) }).chain((count) => {
    const ids = names.slice(0, count)
    const order = fc.shuffledSubarray(ids, { minLength: count, maxLength: count })
    return fc
      .record({ order, lot: order, votes: votesOf(rule, ids, mostVoters), seats: seatsFor(rule, count), money: moneyFor(rule, count), seed })
      .map(({ order: given, lot, votes, seats, money, seed: drawn }) => ({
        options: given.map((id, place) => ({ id, cost: money.costs[place] ?? 0n })),
        profile: profileFrom(votes),
        lot,
        seed: drawn,
        ...seats,
        ...money.terms,
      }))
  })
}
