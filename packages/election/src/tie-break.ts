import { byCodeUnit, E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { ballotTypes, endOfTier } from './ballot-numbers.ts'
import type { Election } from './election.ts'
import type { OptionId } from './option.ts'
import type { ParameterDescription } from './parameter.ts'
import { numberedProfile } from './profile.ts'
import type { Profile } from './profile.ts'
import type { RuleRejection } from './rule.ts'

/** A step of a chain that settles ties. */
export type TieBreakStep = 'lowest-cost' | 'most-votes' | 'given-order' | 'option-id' | 'lot'

const steps: readonly [TieBreakStep, ...ReadonlyArray<TieBreakStep>] = ['lowest-cost', 'most-votes', 'given-order', 'option-id', 'lot']

const isStep = (text: string): text is TieBreakStep => steps.some((step) => step === text)

/** The parameter `ties` of a rule that must choose among options that are level. */
export const tieBreakParameter = (chain: string): ParameterDescription => ({
  name: 'ties',
  steps,
  default: chain,
  meaning: 'how options that are level are put in an order: step after step, at last the order in which they were given',
})

/** A total order of the options of one election, best first. */
export interface TieBreak {
  /** The options in their order. */
  readonly order: ReadonlyArray<OptionId>
  /** Place in that order, 0 for the best. Errors: throws `RangeError` for an option that the election does not have. */
  readonly placeOf: (option: OptionId) => number
  /** Negative where the first comes before the second. */
  readonly compare: (left: OptionId, right: OptionId) => number
  /** The first step of the chain that tells the two apart: what a tie was settled `by`. */
  readonly settledBy: (left: OptionId, right: OptionId) => TieBreakStep
}

/** What was counted of a profile: an election is often counted by several rules, or by one rule many times. */
const counted = new WeakMap<Profile, ReadonlyMap<OptionId, number>>()

/** The voters who name each option, whatever they say of it. */
const votesOf = ({ profile }: Election): ReadonlyMap<OptionId, number> => {
  const known = counted.get(profile) ?? countVotes(profile)
  counted.set(profile, known)
  return known
}

const countVotes = (profile: Profile): ReadonlyMap<OptionId, number> => {
  const { options, sequences, weights } = numberedProfile(profile)
  const votes = new Float64Array(options.length)
  const namedBy = new Int32Array(options.length).fill(-1)
  let place = 0
  for (let number = 0; number < sequences.count; number++) {
    const isPoints = ballotTypes[sequences.all[place] ?? 0] === 'cumulative' || ballotTypes[sequences.all[place] ?? 0] === 'score'
    for (place++; place < (sequences.ends[number] ?? 0); place += isPoints ? 3 : 1) {
      const option = sequences.all[place] ?? endOfTier
      if (option === endOfTier || namedBy[option] === number) continue
      namedBy[option] = number
      votes[option] = (votes[option] ?? 0) + (weights[number] ?? 0)
    }
  }
  return new Map(options.map((id, option) => [id, votes[option] ?? 0]))
}

type Comparison = (left: OptionId, right: OptionId) => number

const placesIn = (order: Iterable<OptionId>): Comparison => {
  const places = new Map([...order].map((id, place) => [id, place]))
  return (left, right) => (places.get(left) ?? 0) - (places.get(right) ?? 0)
}

const comparisonOf = (step: TieBreakStep, election: Election, lot: ReadonlyArray<OptionId>): Comparison => {
  switch (step) {
    case 'lowest-cost': {
      const costs = new Map(election.options.map(({ id, cost }) => [id, cost]))
      return (left, right) => {
        const [l, r] = [costs.get(left) ?? 0n, costs.get(right) ?? 0n]
        return l < r ? -1 : l > r ? 1 : 0
      }
    }
    case 'most-votes': {
      const votes = votesOf(election)
      return (left, right) => (votes.get(right) ?? 0) - (votes.get(left) ?? 0)
    }
    case 'given-order':
      return placesIn(election.options.map(({ id }) => id))
    case 'option-id':
      return byCodeUnit
    case 'lot':
      return placesIn(lot)
  }
}

/**
 * The order that a chain such as `lowest-cost+most-votes+lot` gives the options of an election: each step orders those
 * that the steps before it left level; what all of them leave level stands in the order in which it was given.
 *
 * `most-votes` counts the voters whose ballot names an option. Errors: `LotNotDrawn` where the chain asks for a lot and
 * the election has none. Cost: one sort of the options; one pass over the ballots where votes are counted.
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const election: Election = {
 *   options: [{ id: 'pool', cost: 900n }, { id: 'trees', cost: 300n }, { id: 'bench', cost: 300n }],
 *   profile: emptyProfile,
 *   decimals: 0,
 * }
 * const order = tieBreakOf('any', election, 'lowest-cost+option-id')
 * E.isRight(order) && order.right.order // => ['bench', 'trees', 'pool']
 * E.isRight(order) && order.right.settledBy('bench', 'trees') // => 'option-id'
 */
export const tieBreakOf = (rule: string, election: Election, chain: string): Either<RuleRejection, TieBreak> => {
  const named = chain.split('+').filter(isStep)
  if (named.includes('lot') && election.lot === undefined) return E.left({ type: 'LotNotDrawn', rule })
  const asked: ReadonlyArray<TieBreakStep> = named.includes('given-order') ? named : [...named, 'given-order']
  const comparisons = asked.map((step) => ({ step, compare: comparisonOf(step, election, election.lot ?? []) }))
  const compareAll: Comparison = (left, right) => {
    for (const { compare } of comparisons) {
      const order = compare(left, right)
      if (order !== 0) return order
    }
    return 0
  }
  const order = election.options.map(({ id }) => id).toSorted(compareAll)
  const places = new Map(order.map((id, place) => [id, place]))
  const placeOf = (option: OptionId): number => {
    const place = places.get(option)
    if (place === undefined) throw new RangeError(`'${option}' is no option`)
    return place
  }
  return E.right({
    order,
    placeOf,
    compare: (left, right) => placeOf(left) - placeOf(right),
    settledBy: (left, right) => comparisons.find(({ compare }) => compare(left, right) !== 0)?.step ?? 'given-order',
  })
}
