import { tieBreakOf } from '@isegoria/election'
import type { CommitteeOutcome, Election, Parameters, RuleRejection, Tie } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import type { Approvals } from './approvals.ts'
import { chainOf, isResolute } from './committee-parameters.ts'
import { committeesOutcome } from './committees-outcome.ts'
import { bestCommittees } from './search.ts'
import type { Problem } from './search.ts'
import { mostNodes, withinLimits } from './work-limit.ts'

/** The outcome of a rule that elects the committees with the best value, and how that value is told. `passes`: what a look costs. */
export const countOptimal = <Value>(
  rule: string,
  { election, approvals, parameters }: { readonly election: Election; readonly approvals: Approvals; readonly parameters: Parameters },
  problem: Problem<Value> & { readonly figures: (committee: ReadonlyArray<number>, value: Value) => Readonly<Record<string, string>> },
  passes = 1,
): Either<RuleRejection, CommitteeOutcome> => {
  const order = tieBreakOf(rule, election, chainOf(parameters))
  if (E.isLeft(order)) return order
  const resolute = isResolute(parameters)
  const places = new Map(approvals.options.map((id, option) => [id, option]))
  const options = order.right.order.map((id) => places.get(id) ?? 0)
  const nameOf = (option: number | undefined): string => approvals.options[option ?? 0] ?? ''
  return withinLimits(rule, () => {
    const { committees, value } = bestCommittees(problem, options, { seats: approvals.seats, nodes: mostNodes(approvals, passes), resolute })
    const [first = [], second] = committees
    const outcome = committeesOutcome(approvals.options, resolute ? [first] : committees, problem.figures(first, value))
    if (!resolute || second === undefined) return outcome
    const tied = [...new Set([...first, ...second])]
    const chosen = nameOf(first.find((option) => !second.includes(option)))
    const rival = nameOf(second.find((option) => !first.includes(option)))
    const tie: Tie = { round: outcome.rounds.length, tied: tied.map(nameOf), chosen, by: order.right.settledBy(chosen, rival) }
    return { ...outcome, ties: [tie] }
  })
}
