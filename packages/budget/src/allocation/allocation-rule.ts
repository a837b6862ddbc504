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
  readonly method: Method
}

/** The chain that settles ties where nothing else is asked. */
export const usualTies = 'lowest-cost+most-votes+option-id'

/**
 * A rule of the family `budget` out of its method.
 *
 * The method sees one pot at a time, without the projects that miss a threshold, and asks the pot's limits before it funds;
 * so that every rule keeps every constraint.
 */
export const allocationRule = ({ reading, method, parameters, ...rule }: AllocationRule): Rule =>
  defineRule({
    ...rule,
    parameters: [...parameters, tieBreakParameter(usualTies)],
    family: 'budget',
    constraints: ['cap', 'at-most', 'least-score', 'least-cost-share', 'part-funding', 'envelope'],
    count: (election, given) => {
      const ties = tieBreakOf(rule.id, election, given['ties'] ?? usualTies)
      return E.isLeft(ties) ? ties : allocate(election, reading(election, given), ties.right, (pot) => method(pot, given))
    },
  })
