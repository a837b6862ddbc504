import type { Election, OptionId } from '@isegoria/election'
import { ratio } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { supportInOrder } from '../explanation/support-in-order.ts'
import type { Support } from '../support/support.ts'

/** What a voter gains by a funded project that the ballot marks: its cost, or one. */
export type Gain = 'cost' | 'cardinality'

/** Voters who support the same, and how many of them. */
export interface Supporters {
  readonly supports: ReadonlyArray<OptionId>
  readonly voters: number
}

/** A group of voters to which an outcome owes more: what proves that it breaks an axiom. */
export interface Deprived {
  /** What they would fund with their share of the budget, or have a claim to. */
  readonly projects: ReadonlyArray<OptionId>
  /** What that costs, in minor units. */
  readonly cost: bigint
  readonly voters: number
  /** Their share of the budget, in minor units. */
  readonly share: Ratio
  /** The ballots of the group. */
  readonly ballots: ReadonlyArray<Supporters>
  /** The most that one of them, or where the axiom says so all of them together, gain by what is funded. */
  readonly have: bigint
  /** What is owed: to have this much would be enough, or to have more, as the axiom says. */
  readonly owed: Ratio
}

/** An exact check of this size would not end in time. */
export interface CheckTooLarge {
  readonly type: 'CheckTooLarge'
  readonly what: string
  readonly size: number
  readonly most: number
}

/** An election and what is funded in it, as numbers. Ballots of every kind are read as the set of options that they mark. */
export interface Stakes {
  readonly support: Support
  readonly costs: ReadonlyArray<bigint>
  /** What a supporter gains by each project. */
  readonly gains: ReadonlyArray<bigint>
  readonly isFunded: ReadonlyArray<boolean>
  readonly budget: bigint
  readonly voters: bigint
  /** By group: what one voter gains by what is funded. */
  readonly satisfaction: ReadonlyArray<bigint>
}

/** The projects of a group, ascending. */
export const projectsOf = ({ ballotStarts, ballotProjects }: Support, group: number): Int32Array =>
  ballotProjects.subarray(ballotStarts[group], ballotStarts[group + 1])

/** The groups that support a project. */
export const groupsFor = ({ starts, supporters }: Support, project: number): Int32Array => supporters.subarray(starts[project], starts[project + 1])

/** What is at stake. Cost: linear in the marks of the distinct ballots. */
export const stakesOf = ({ options, profile, budget = 0n, ...rest }: Election, selected: Iterable<OptionId>, gain: Gain): Stakes => {
  const support = supportInOrder({ options, profile, budget, ...rest }, { by: 'marks' })
  const chosen = new Set(selected)
  const isFunded = options.map(({ id }) => chosen.has(id))
  const costs = options.map(({ cost }) => cost)
  const gains = gain === 'cost' ? costs : costs.map(() => 1n)
  const satisfaction = Array.from({ length: support.groups }, (_, group) =>
    projectsOf(support, group).reduce((sum, project) => (isFunded[project] === true ? sum + (gains[project] ?? 0n) : sum), 0n),
  )
  return { support, costs, gains, isFunded, budget, voters: BigInt(profile.voters), satisfaction }
}

/** Voters of some groups. */
export const votersOf = ({ weights }: Support, groups: Iterable<number>): number => {
  let voters = 0
  for (const group of groups) voters += weights[group] ?? 0
  return voters
}

/** Whether so many voters may spend so much: their share of the budget is no less. */
export const canPay = ({ budget, voters }: Stakes, some: number, cost: bigint): boolean => some > 0 && cost * voters <= budget * BigInt(some)

/** The witness that some groups are deprived of some projects. */
export const deprived = (
  { support, costs, budget, voters: all }: Stakes,
  groups: ReadonlyArray<number>,
  projects: ReadonlyArray<number>,
  have: bigint,
  owed: Ratio,
): Deprived => {
  const voters = votersOf(support, groups)
  const named = (numbers: ArrayLike<number>): ReadonlyArray<OptionId> => Array.from(numbers, (project) => support.ids[project] ?? '')
  return {
    projects: named(projects),
    cost: projects.reduce((sum, project) => sum + (costs[project] ?? 0n), 0n),
    voters,
    share: ratio(budget * BigInt(voters), all),
    ballots: groups.map((group) => ({ supports: named(projectsOf(support, group)), voters: support.weights[group] ?? 0 })),
    have,
    owed,
  }
}
