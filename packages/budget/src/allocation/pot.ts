import type { Election, TieBreak } from '@isegoria/election'
import type { Support } from '../support/support.ts'

/** Which projects may still be funded, beyond what they cost: caps and exclusions. What is refused once stays refused. */
export interface Limits {
  /** Whether the project may get so much money, at its full cost where no amount is given. */
  readonly admits: (project: number, amount?: bigint) => boolean
  /** The project is funded. */
  readonly take: (project: number) => void
}

/** What is left of one cap, in minor units, or of a number of projects. */
export interface LimitLeft {
  readonly projects: ReadonlyArray<number>
  readonly isMoney: boolean
  readonly left: bigint
}

/**
 * Money, and the projects that may be funded from it: what a method allocates. Projects are numbered as the options of the
 * election are given; lists are by project.
 */
export interface Pot {
  /** All of it, for methods that read more from ballots than who supports what. */
  readonly election: Election
  readonly support: Support
  /** In minor units. */
  readonly costs: ReadonlyArray<bigint>
  readonly budget: bigint
  /** Decimals of one unit of money. */
  readonly decimals: number
  /** Among how many the money is shared by rules that share it. */
  readonly voters: number
  /** The projects of this pot that reach every threshold, in ascending order. */
  readonly projects: ReadonlyArray<number>
  /** Votes, or points: what the rule ranks by. */
  readonly scores: ReadonlyArray<bigint>
  readonly supporters: Float64Array
  /** Place in the order that settles ties, 0 for the best. */
  readonly placeOf: Int32Array
  readonly ties: TieBreak
  /** What has been taken in other pots counts; each call starts from there. */
  readonly limits: () => Limits
  /** The same limits as numbers, for methods that weigh whole allocations. */
  readonly limitsLeft: () => ReadonlyArray<LimitLeft>
}

/** One step of a method: a project that it funded, or looked at and did not. */
export interface Step {
  readonly project: number
  readonly isFunded: boolean
  readonly decision: string
  readonly figures: Readonly<Record<string, string>>
  /** All that were level with it, itself too; at least two. */
  readonly tied?: ReadonlyArray<number>
  readonly tallies?: Readonly<Record<string, string>>
}

/** Projects in the order of the tie-break. */
export const byTies =
  ({ placeOf }: Pot) =>
  (left: number, right: number): number =>
    (placeOf[left] ?? 0) - (placeOf[right] ?? 0)
