import type { Instant } from '@isegoria/kernel'
import type { Ballot } from './ballot.ts'
import type { BallotForm } from './ballot-form.ts'
import type { Constraint } from './constraint.ts'
import type { Option } from './option.ts'
import type { Parameters } from './rule.ts'

/** One ballot of an election held elsewhere. */
export interface PastVote {
  /** A pseudonym, unique in the election. */
  readonly voterKey: string
  readonly ballot: Ballot
  readonly channel: string
  readonly attributes: Readonly<Record<string, string>>
}

/** An election held elsewhere, whole: enough to run it again here as if it had been held here. */
export interface PastElection {
  readonly consultationId: string
  readonly title: string
  readonly question: string
  readonly convenor: string
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly options: ReadonlyArray<Option>
  readonly budget: bigint
  readonly constraints?: ReadonlyArray<Constraint>
  readonly decimals: number
  readonly currency: string
  readonly form: BallotForm
  readonly rule: { readonly id: string; readonly parameters: Parameters }
  readonly votes: ReadonlyArray<PastVote>
}
