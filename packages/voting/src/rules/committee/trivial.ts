import { defineRule, tieBreakOf } from '@isegoria/election'
import type { Rule, Tie } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { approvalsOf, numbersOf } from './approvals.ts'
import { chainOf, committeeParameters, isResolute } from './committee-parameters.ts'
import { choicesOf, committeesOutcome } from './committees-outcome.ts'
import { withinLimits } from './work-limit.ts'

/**
 * The trivial rule, under which all committees are equally good whatever the ballots say: a yardstick for other rules.
 *
 * Ties: `resolute=false` gives every committee, `ElectionTooLarge` where they are too many; else the first options by `ties`.
 * Cost: that of the committees listed.
 * Source: Lackner & Skowron, "Multi-Winner Voting with Approval Preferences", 2023, https://doi.org/10.1007/978-3-031-09016-5
 * @example
 * import { applyRule, emptyProfile } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const outcome = applyRule(trivial, { options, profile: emptyProfile, seats: 2, decimals: 0 }, { resolute: 'false' })
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'ash'], ['oak', 'elm'], ['ash', 'elm']]
 */
export const trivial: Rule = defineRule({
  id: 'trivial',
  version: '1',
  title: 'Trivial rule',
  family: 'committee',
  source: 'https://doi.org/10.1007/978-3-031-09016-5',
  ballots: ['approval', 'choose-one'],
  parameters: committeeParameters,
  claims: ['determinism', 'anonymity', 'neutrality', 'house-monotonicity'],
  violates: ['jr', 'pjr', 'ejr', 'psc'],
  count: (election, parameters) => {
    const approvals = approvalsOf(election)
    const order = tieBreakOf('trivial', election, chainOf(parameters))
    if (E.isLeft(order)) return order
    if (!isResolute(parameters))
      return withinLimits('trivial', () => committeesOutcome(approvals.options, choicesOf(numbersOf(approvals), approvals.seats)))
    const { order: ids, settledBy } = order.right
    const committee = ids.slice(0, approvals.seats)
    const ties = committee.flatMap((chosen, place): ReadonlyArray<Tie> => {
      const tied = ids.slice(place)
      const [, next] = tied
      return next === undefined ? [] : [{ round: place + 1, tied, chosen, by: settledBy(chosen, next) }]
    })
    const rounds = committee.map((option, place) => ({ round: place + 1, option, decision: 'elected', figures: {} }))
    return E.right({ type: 'committee', committees: [committee], ties, rounds })
  },
})
