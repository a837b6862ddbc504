import type { AllocationOutcome, Election, OptionId, Parameters, Round, Rule, RuleRejection } from '@isegoria/election'
import { ratio } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { supportersOf } from '../support/support.ts'
import type { Support } from '../support/support.ts'
import { readingFor } from './reading-for.ts'
import { fractionsOver, replayOf } from './replay.ts'
import type { Purchase, ReadAs, Replay } from './replay.ts'
import { supportInOrder } from './support-in-order.ts'
import { supportedBy } from './voter-group.ts'
import { whatWouldFund } from './what-would-fund.ts'
import type { Counterfactuals } from './what-would-fund.ts'

/** What voters who support the same paid for a project, in minor units. */
export interface Payment {
  readonly supports: ReadonlyArray<OptionId>
  readonly voters: number
  readonly each: Ratio
}

/** A funded project that took money which another's supporters had, or might have had. */
export interface Rival {
  readonly option: OptionId
  /** The outcome's round that funded it; absent where none tells of it. */
  readonly round?: number
  readonly cost: bigint
  /** Voters who support both. */
  readonly shared: number
  /** What the supporters of the project in question paid for it, where the rule asks for payments; in minor units. */
  readonly paidByShared?: Ratio
}

/** Why a project is funded, or is not. */
export interface WhyProject {
  readonly option: OptionId
  readonly cost: bigint
  readonly supporters: number
  readonly funded: 'yes' | 'in part' | 'no'
  /** What the outcome itself tells of it. */
  readonly rounds: ReadonlyArray<Round>
  /** Who paid how much; absent where the rule asks for no payments, or the project was not bought. */
  readonly payments?: ReadonlyArray<Payment>
  /** The projects that were funded instead of it, in their order: all others that are funded for one that is not; else none. */
  readonly lostTo: ReadonlyArray<Rival>
  readonly counterfactuals: Counterfactuals
}

const paymentsIn = ({ support }: Replay, { groups, payments, denominator }: Purchase): ReadonlyArray<Payment> => {
  const fraction = fractionsOver(denominator)
  return groups.map((group, place) => ({
    supports: supportedBy(support, group),
    voters: support.weights[group] ?? 0,
    each: fraction(payments[place] ?? 0n),
  }))
}

/** For each group whether it supports the project. */
const supportOfGroups = ({ groups, starts, supporters }: Support, project: number): Uint8Array => {
  const isOurs = new Uint8Array(groups)
  for (const group of supporters.subarray(starts[project], starts[project + 1])) isOurs[group] = 1
  return isOurs
}

const rivalsOf = (
  election: Election,
  outcome: AllocationOutcome,
  support: Support,
  project: number,
  replay: Replay | undefined,
): ReadonlyArray<Rival> => {
  const numberOf = new Map(support.ids.map((id, number) => [id, number]))
  const purchases = new Map(replay?.purchases.map((purchase) => [purchase.option, purchase]))
  const isOurs = supportOfGroups(support, project)
  return outcome.selected.map((option): Rival => {
    const rival = numberOf.get(option) ?? -1
    let shared = 0
    for (const group of support.supporters.subarray(support.starts[rival], support.starts[rival + 1]))
      if (isOurs[group] === 1) shared += support.weights[group] ?? 0
    const purchase = purchases.get(option)
    const paid = purchase?.groups.reduce(
      (sum, group, place) => (isOurs[group] === 1 ? sum + (purchase.payments[place] ?? 0n) * BigInt(support.weights[group] ?? 0) : sum),
      0n,
    )
    const round = outcome.rounds.findLast((one) => one.option === option)?.round
    return {
      option,
      ...(round === undefined ? {} : { round }),
      cost: election.options[rival]?.cost ?? 0n,
      shared,
      ...(purchase === undefined || paid === undefined ? {} : { paidByShared: ratio(paid, purchase.denominator) }),
    }
  })
}

/**
 * Why an outcome funds a project or does not, whatever the rule: what the rounds tell, who paid, what its supporters' money
 * went into instead, and what would have had to be otherwise. `undefined` for an option that the election does not have.
 *
 * Cost: the rule is asked up to `mostCounts` times for each counterfactual.
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import type { Ballot } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const both: Ballot = { type: 'approval', approved: ['pool', 'trees'] }
 * const options = [{ id: 'pool', cost: 90n }, { id: 'trees', cost: 40n }]
 * const election = { options, profile: profileOf([both, both, { type: 'approval', approved: ['trees'] }]), budget: 120n, decimals: 0 }
 * const outcome = applyRule(equalShares, election, {})
 * const why = E.isRight(outcome) && outcome.right.type === 'allocation' ? whyProject(equalShares, {}, election, outcome.right, 'pool') : undefined
 * why !== undefined && E.isRight(why) && why.right.lostTo // => [{ option: 'trees', round: 1, cost: 40n, shared: 2, paidByShared: { numerator: 80n, denominator: 3n } }]
 */
export const whyProject = (
  rule: Rule,
  parameters: Parameters,
  election: Election,
  outcome: AllocationOutcome,
  option: OptionId,
  { reading = readingFor(parameters, election), mostCounts }: ReadAs & { readonly mostCounts?: number } = {},
): Either<RuleRejection, WhyProject> | undefined => {
  const project = election.options.findIndex(({ id }) => id === option)
  if (project < 0) return undefined
  const counterfactuals = whatWouldFund(rule, parameters, election, option, mostCounts === undefined ? {} : { mostCounts })
  if (E.isLeft(counterfactuals)) return counterfactuals
  const support = supportInOrder(election, reading)
  const replay = replayOf(election, outcome, { reading })
  const isFunded = outcome.selected.includes(option)
  const isInPart = outcome.partial?.some((one) => one.option === option) === true
  const purchase = replay?.purchases.find((one) => one.option === option)
  return E.right({
    option,
    cost: election.options[project]?.cost ?? 0n,
    supporters: supportersOf(support)[project] ?? 0,
    funded: isFunded ? 'yes' : isInPart ? 'in part' : 'no',
    rounds: outcome.rounds.filter((round) => round.option === option),
    ...(replay === undefined || purchase === undefined ? {} : { payments: paymentsIn(replay, purchase) }),
    lostTo: isFunded ? [] : rivalsOf(election, outcome, support, project, replay),
    counterfactuals: counterfactuals.right,
  })
}
