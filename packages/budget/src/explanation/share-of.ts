import type { AllocationOutcome, Election, OptionId } from '@isegoria/election'
import { add, divide, multiply, ratio, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { supportersOf, supportOf } from '../support/support.ts'
import { replayOf } from './replay.ts'
import type { Purchase, ReadAs } from './replay.ts'
import { supportIn, votersIn, weightsIn } from './voter-group.ts'
import type { VoterGroup } from './voter-group.ts'

/** What an outcome gives a group of voters, and what its share of the voters would be. Money in minor units. */
export interface GroupShare {
  readonly name: string
  readonly voters: number
  readonly shareOfVoters: Ratio
  /** That share of the budget. */
  readonly shareOfBudget: Ratio
  /** The funded projects that at least one of them supports, in the order of selection, and what these cost. */
  readonly supported: ReadonlyArray<OptionId>
  readonly spent: bigint
  /** Funded projects that one of them supports, on average. */
  readonly supportedByEach: Ratio
  /** Voters who support nothing that is funded. */
  readonly withNothing: number
  /** Their part of what is spent, where the cost of each project counts as shared evenly by all who support it. */
  readonly evenSplit: Ratio
  /** What they paid, where the rule asks for payments. */
  readonly paid?: Ratio
  /** What they paid over the price of what they bought: by how many voters who pay in full they count, summed over purchases. */
  readonly effectiveSupport?: Ratio
}

const paidIn = ({ groups, payments, denominator }: Purchase, weights: ReadonlyArray<bigint>): Ratio =>
  ratio(
    groups.reduce((sum, group, place) => sum + (payments[place] ?? 0n) * (weights[group] ?? 0n), 0n),
    denominator,
  )

const sumOf = (amounts: ReadonlyArray<Ratio>): Ratio => amounts.reduce(add, zero)

const share = (part: number, whole: number): Ratio => (whole === 0 ? zero : ratio(BigInt(part), BigInt(whole)))

/**
 * What an outcome gives a group of voters, whatever the rule.
 *
 * Cost: linear in the marks of the distinct ballots; where the rule asks for payments, that of buying the outcome once more.
 * Source: the even split is the share of Maly, Rey, Endriss & Lackner, "Fairness in participatory budgeting via equality of
 * resources", AAMAS 2023, pages 2031–2039
 * @example
 * import { applyRule, marked, profileOf } from '@isegoria/election'
 * import type { Ballot } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const [north, south]: ReadonlyArray<Ballot> = [{ type: 'approval', approved: ['pool'] }, { type: 'approval', approved: ['trees'] }]
 * const options = [{ id: 'pool', cost: 90n }, { id: 'trees', cost: 40n }]
 * const profile = profileOf([north, north, north, south, south].flatMap((ballot) => (ballot === undefined ? [] : [ballot])))
 * const election = { options, profile, budget: 100n, decimals: 0 }
 * const outcome = applyRule(equalShares, election, {})
 * const southerners = votersWho('south', election, (ballot) => marked(ballot).includes('trees'))
 * const share = E.isRight(outcome) && outcome.right.type === 'allocation' ? shareOf(election, outcome.right, southerners) : undefined
 * share?.shareOfBudget // => { numerator: 40n, denominator: 1n }
 * share?.paid // => { numerator: 40n, denominator: 1n }
 * share?.effectiveSupport // => { numerator: 2n, denominator: 1n }
 */
export const shareOf = (
  election: Election,
  outcome: AllocationOutcome,
  group: VoterGroup,
  { reading = { by: 'marks' } }: ReadAs = {},
): GroupShare => {
  const { options, profile, budget = 0n } = election
  const everybody = supportersOf(supportOf(election, reading))
  const part = supportIn(election, group, reading)
  const ours = supportersOf(part)
  const numberOf = new Map(options.map(({ id }, project) => [id, project]))
  const funded = outcome.selected.map((id) => numberOf.get(id) ?? -1)
  const supported = funded.filter((project) => (ours[project] ?? 0) > 0)
  const costOf = (project: number): bigint => options[project]?.cost ?? 0n
  const voters = votersIn(group)
  const shareOfVoters = share(voters, profile.voters)
  const replay = replayOf(election, outcome, { reading })
  const weights = replay === undefined ? [] : weightsIn(replay.support, part)
  const bought = replay?.purchases.map((purchase) => ({ price: purchase.price, paid: paidIn(purchase, weights) }))
  return {
    name: group.name,
    voters,
    shareOfVoters,
    shareOfBudget: multiply(shareOfVoters, ratio(budget)),
    supported: supported.map((project) => options[project]?.id ?? ''),
    spent: supported.reduce((sum, project) => sum + costOf(project), 0n),
    supportedByEach: share(
      supported.reduce((sum, project) => sum + (ours[project] ?? 0), 0),
      voters,
    ),
    withNothing: voters - reachedBy(part, new Set(supported)),
    evenSplit: sumOf(supported.map((project) => multiply(ratio(costOf(project)), share(ours[project] ?? 0, everybody[project] ?? 0)))),
    ...(bought === undefined
      ? {}
      : {
          paid: sumOf(bought.map(({ paid }) => paid)),
          effectiveSupport: sumOf(bought.map(({ paid, price }) => (price.numerator === 0n ? zero : divide(paid, price)))),
        }),
  }
}

/** Voters of the support who support at least one of the projects. */
const reachedBy = ({ groups, weights, ballotStarts, ballotProjects }: ReturnType<typeof supportOf>, projects: ReadonlySet<number>): number => {
  let voters = 0
  for (let group = 0; group < groups; group++)
    if (ballotProjects.subarray(ballotStarts[group], ballotStarts[group + 1]).some((project) => projects.has(project))) voters += weights[group] ?? 0
  return voters
}
