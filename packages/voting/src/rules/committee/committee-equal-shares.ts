import { defineRule } from '@isegoria/election'
import type { CommitteeOutcome, Election, Parameters, Rule, RuleRejection } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { approvalsOf } from './approvals.ts'
import type { Approvals } from './approvals.ts'
import { committeeParameters } from './committee-parameters.ts'
import { equalSharesStart } from './equal-shares.ts'
import { countSequentially } from './sequential.ts'
import { mostNodes } from './work-limit.ts'

const id = 'equal-shares'

interface Given {
  readonly election: Election
  readonly approvals: Approvals
  readonly parameters: Parameters
}

/** The first budget at which all seats are filled, one unit at a time from one unit for each seat on. */
const incremented = (given: Given): Either<RuleRejection, CommitteeOutcome> => {
  const { approvals } = given
  const { seats, votes, voters } = approvals
  // With less than one approved option for each seat no budget fills them all; what nobody approves fills the rest.
  if (votes.filter((count) => count > 0).length < seats) return countSequentially(id, given, equalSharesStart(approvals, 0, 'av'))
  const most = seats + mostNodes(approvals)
  for (let budget = seats; budget <= Math.min(seats * Math.max(voters, 1), most); budget++) {
    const outcome = countSequentially(id, given, equalSharesStart(approvals, budget, 'none'))
    if (E.isLeft(outcome)) return outcome
    const full = outcome.right.committees.filter((committee) => committee.length === seats)
    if (full.length > 0) return E.right({ ...outcome.right, committees: full })
  }
  return E.left({ type: 'ElectionTooLarge', rule: id, what: 'units of money', size: seats * voters, most })
}

/**
 * The method of equal shares for committees: a seat costs 1, each voter holds an equal part of as much money as there are
 * seats, and seat by seat the option is bought whose supporters can pay for it with the smallest highest payment.
 *
 * `completion` says how seats are filled that nobody can pay for: by Phragmén's method with the money left as a start, not
 * at all, by most approvals, or by starting anew with one more unit of money, until all seats are filled.
 * Ties: `resolute=false` follows every way of settling them; with `completion=increment` it gives every full committee of the
 * first budget at which one is found.
 * Cost: for each seat a look at the options that may be cheapest. Exact fractions throughout.
 * Source: Peters & Skowron, "Proportionality and the limits of welfarism", EC 2020, https://doi.org/10.1145/3391403.3399465
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, right, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(committeeEqualShares, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm']]
 */
export const committeeEqualShares: Rule = defineRule({
  id,
  version: '1',
  title: 'Method of equal shares for committees',
  family: 'committee',
  source: 'https://doi.org/10.1145/3391403.3399465',
  ballots: ['approval', 'choose-one'],
  parameters: [
    { name: 'completion', values: ['phragmen', 'none', 'av', 'increment'], meaning: 'how seats are filled that nobody can pay for' },
    ...committeeParameters,
  ],
  claims: ['determinism', 'anonymity', 'neutrality', 'jr', 'pjr', 'ejr'],
  violates: ['house-monotonicity'],
  count: (election, parameters) => {
    const given = { election, approvals: approvalsOf(election), parameters }
    const { completion } = parameters
    if (completion === 'increment') return incremented(given)
    const start = equalSharesStart(given.approvals, given.approvals.seats, completion === 'none' || completion === 'av' ? completion : 'phragmen')
    return countSequentially(id, given, start)
  },
})
