import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { assertSound } from './assert-sound.ts'
import type { Election } from './election.ts'
import type { Outcome } from './outcome.ts'
import type { Parameters, Rule, RuleRejection } from './rule.ts'

/** All parameters of `rule`, defaults filled in; unknown names and values are refused. */
export const completeParameters = (rule: Rule, given: Parameters): Either<RuleRejection, Parameters> => {
  const known = rule.parameters.map(({ name }) => name)
  const unknown = Object.keys(given).find((name) => !known.includes(name))
  if (unknown !== undefined) return E.left({ type: 'UnknownParameter', rule: rule.id, parameter: unknown, known })
  const complete: Record<string, string> = {}
  for (const { name, values } of rule.parameters) {
    const value = given[name] ?? values[0]
    if (!values.includes(value)) return E.left({ type: 'ParameterOutOfRange', rule: rule.id, parameter: name, value, allowed: values })
    complete[name] = value
  }
  return E.right(complete)
}

/**
 * Counts `election` by `rule`: the only way in which the engine calls a rule.
 *
 * Errors: a rejection for wrong parameters, unreadable ballots or a missing budget; throws `UnsoundOutcome` when the
 * rule breaks what must always hold, such as Σ cost ≤ budget.
 * @example
 * import { greedy } from '@isegoria/budget'
 * import { E } from '@isegoria/kernel'
 *
 * const election: Election = {
 *   options: [{ id: 'trees', cost: 300n }, { id: 'pool', cost: 900n }],
 *   profile: profileOf([{ type: 'approval', approved: ['trees', 'pool'] }, { type: 'approval', approved: ['trees'] }]),
 *   budget: 1000n,
 *   decimals: 0,
 * }
 * const outcome = applyRule(greedy, election, { satisfaction: 'cost' })
 * E.isRight(outcome) && outcome.right.type === 'allocation' && outcome.right.selected // => ['trees']
 */
export const applyRule = (rule: Rule, election: Election, given: Parameters): Either<RuleRejection, Outcome> => {
  const parameters = completeParameters(rule, given)
  if (E.isLeft(parameters)) return parameters
  const unreadable = election.profile.ballots.find(({ ballot }) => !rule.ballots.includes(ballot.type))
  if (unreadable !== undefined) return E.left({ type: 'BallotNotReadable', rule: rule.id, ballot: unreadable.ballot.type, reads: rule.ballots })
  if (rule.family === 'budget' && election.budget === undefined) return E.left({ type: 'BudgetMissing', rule: rule.id })
  const outcome = rule.count(election, parameters.right)
  if (E.isRight(outcome)) assertSound(rule.id, election, outcome.right)
  return outcome
}
