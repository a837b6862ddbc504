import { defineRule, tieBreakOf, tieBreakParameter } from '@isegoria/election'
import type { Parameters, Rule, RuleRejection } from '@isegoria/election'
import type { Election } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import type { Reading } from '../support/support.ts'
import { allocate } from './allocate.ts'
import type { Pot, Step } from './pot.ts'

/** Empties one pot of money: the steps in their order. Pure. */
type Method = (pot: Pot, parameters: Parameters) => Either<RuleRejection, ReadonlyArray<Step>>

/** What an allocation rule says of itself; constraints, envelopes, ties and part-funding are seen to around its method. */
export interface AllocationRule extends Omit<Rule, 'family' | 'count' | 'constraints' | 'parameters'> {
  /** All but `ties`, which every rule has. */
  readonly parameters: Rule['parameters']
  readonly reading: (election: Election, parameters: Parameters) => Reading
  /** Whether the method sums points as whole numbers of any size; else what a float does not count exactly is refused. */
  readonly sumsAnyPoints?: boolean
  readonly method: Method
}

/** A project that is given more points together than a float counts exactly. */
const uncountable = (rule: string, { scores, support }: Pot): RuleRejection | undefined => {
  const project = scores.findIndex((points) => points > BigInt(Number.MAX_SAFE_INTEGER))
  if (project < 0) return undefined
  const told = `the points for '${support.ids[project] ?? ''}' are ${scores[project] ?? 0n} together`
  return { type: 'BallotNotCountable', rule, reason: `${told}, more than ${Number.MAX_SAFE_INTEGER}, up to which they are counted exactly` }
}

/** The chain that settles ties where nothing else is asked. */
export const usualTies = 'lowest-cost+most-votes+option-id'

/**
 * A rule of the family `budget` out of its method.
 *
 * The method sees one pot at a time, without the projects that miss a threshold, and asks the pot's limits before it funds;
 * so that every rule keeps every constraint.
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const cheapestFirst = allocationRule({
 *   id: 'cheapest-first',
 *   version: '1',
 *   title: 'The cheapest projects first',
 *   source: 'https://town.example/rules',
 *   ballots: ['approval'],
 *   parameters: [],
 *   claims: ['determinism'],
 *   violates: [],
 *   reading: () => ({ by: 'marks' }),
 *   method: ({ projects, costs, budget, placeOf, limits }) => {
 *     const [room, steps] = [limits(), new Array<Step>()]
 *     let left = budget
 *     for (const project of projects.toSorted((one, other) => (placeOf[one] ?? 0) - (placeOf[other] ?? 0))) {
 *       const cost = costs[project] ?? 0n
 *       const isFunded = cost <= left && room.admits(project)
 *       if (isFunded) {
 *         left -= cost
 *         room.take(project)
 *       }
 *       steps.push({ project, isFunded, decision: isFunded ? 'funded' : 'does not fit', figures: { cost: `${cost}` } })
 *     }
 *     return E.right(steps)
 *   },
 * })
 * const election = {
 *   options: [{ id: 'pool', cost: 90n }, { id: 'trees', cost: 40n }],
 *   profile: profileOf([{ type: 'approval', approved: ['pool'] }]),
 *   budget: 100n,
 *   decimals: 0,
 * }
 * const outcome = applyRule(cheapestFirst, election, {})
 * E.isRight(outcome) && outcome.right.type === 'allocation' && outcome.right.selected // => ['trees']
 */
export const allocationRule = ({ reading, method, parameters, sumsAnyPoints = false, ...rule }: AllocationRule): Rule =>
  defineRule({
    ...rule,
    parameters: [...parameters, tieBreakParameter(usualTies)],
    family: 'budget',
    constraints: ['cap', 'at-most', 'least-score', 'least-cost-share', 'part-funding', 'envelope'],
    count: (election, given) => {
      const ties = tieBreakOf(rule.id, election, given['ties'] ?? usualTies)
      if (E.isLeft(ties)) return ties
      return allocate(election, reading(election, given), ties.right, (pot) => {
        const refused = sumsAnyPoints ? undefined : uncountable(rule.id, pot)
        return refused === undefined ? method(pot, given) : E.left(refused)
      })
    },
  })
