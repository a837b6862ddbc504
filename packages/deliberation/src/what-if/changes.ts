import type { OptionId, Parameters } from '@isegoria/election'
import type { Instant } from '@isegoria/kernel'
import type { RuleChoiceRejection } from '../rule-book.ts'

/**
 * Voters by what they declared of themselves: one of some values, or a number from one to another, both included.
 *
 * `channel` is how the ballot was cast, unless voters declared an attribute of that name. Whoever declared nothing, or
 * where a number is asked no number, is not among them.
 */
export type VoterFilter =
  | { readonly attribute: string; readonly is: string | ReadonlyArray<string> }
  | { readonly attribute: string; readonly from?: number; readonly to?: number }

/** What is asked to be otherwise, as data; all that is not named stays as it is in the log. */
export interface WhatIf {
  /** Another rule by its id; the poll's own where absent. */
  readonly rule?: string
  /** Its parameters; those that are not named have their defaults, or the poll's own values where no other rule is named. */
  readonly parameters?: Parameters
  /** Another public: only voters whom every filter keeps are counted. */
  readonly voters?: ReadonlyArray<VoterFilter>
  /** Another date: the poll closes then, and counts each voter's ballot as it was before. */
  readonly until?: Instant
  /** Another budget, as decimal text. */
  readonly budget?: string
  /** Other costs of some projects, as decimal text. */
  readonly costs?: Readonly<Record<OptionId, string>>
  /** Options that are not to be had. */
  readonly withdrawn?: ReadonlyArray<OptionId>
}

/** Why there is no answer. Nothing was counted, and nothing is ever written. */
export type WhatIfRejection =
  | RuleChoiceRejection
  | { readonly type: 'UnknownAttribute'; readonly attribute: string; readonly known: ReadonlyArray<string> }
  /** Nobody declared this value of the attribute. */
  | { readonly type: 'UnknownValue'; readonly attribute: string; readonly value: string; readonly known: ReadonlyArray<string> }
  /** A range is asked of an attribute of which nobody declared a number. */
  | { readonly type: 'AttributeNotNumeric'; readonly attribute: string; readonly known: ReadonlyArray<string> }
  /** A range without an end, or one that ends before it starts. */
  | { readonly type: 'RangeNotSound'; readonly attribute: string }
  /** The poll's ballots stand apart from their voters, who have no attributes and no moments there. */
  | { readonly type: 'BallotsAreSecret'; readonly change: 'voters' | 'until' }
  /** Another public or date was asked of a poll without its ballots. */
  | { readonly type: 'BallotsNotGiven'; readonly change: 'voters' | 'until' }
  /** Ballots were recorded at another time than that of the vote: the log does not say when they were cast. */
  | { readonly type: 'CastTimesUnknown'; readonly opensAt: Instant; readonly closesAt: Instant; readonly recordedAt: string }
  /** The poll would close before it opens, or just then. */
  | { readonly type: 'UntilBeforeOpening'; readonly opensAt: Instant; readonly until: Instant }
  /** No option that is to be had has this id. */
  | { readonly type: 'UnknownProject'; readonly project: string; readonly known: ReadonlyArray<string> }
  /** `project` is absent for the budget. */
  | { readonly type: 'AmountNotReadable'; readonly project?: string; readonly amount: string }
  | { readonly type: 'AmountNegative'; readonly project?: string; readonly amount: string }
  /** Another budget or cost was asked of a poll in which no money is spent. */
  | { readonly type: 'NothingIsSpent' }
  | { readonly type: 'NoOptionsLeft' }
  | { readonly type: 'NoBallotsLeft' }
