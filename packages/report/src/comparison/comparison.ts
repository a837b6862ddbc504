import type { Election, Outcome } from '@isegoria/election'
import type { AnsweredWhatIf } from '../difference/answered-what-if.ts'
import type { MoneyPicture } from '../pictures/money-picture.ts'
import type { SupportPicture } from '../pictures/support-picture.ts'

/** What one rule decides on the ballots of a poll. */
export interface Answer {
  /** The rule's name in words. */
  readonly title: string
  /** As it is written on a command line: `id:name=value,…`. */
  readonly rule: string
  readonly version: string
  /** True for the outcome that the log holds, false for a what-if. */
  readonly decided: boolean
  readonly outcome: Outcome
  /** Whose money went into which project; absent where it is not shown. */
  readonly money?: MoneyPicture
  /** How effective support fell from round to round; absent where the rule knows none, or it is not shown. */
  readonly support?: SupportPicture
}

/** One poll and the answers of several rules to it. */
export interface Comparison {
  readonly question: string
  /** First and last day on which ballots were cast, where they are known. */
  readonly from?: string
  readonly until?: string
  readonly currency: string
  readonly election: Election
  /** What voters declared of themselves: value by value, how many. */
  readonly attributes: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** SHA-256 of options, budget and ballots: what every rule was given. */
  readonly input: string
  readonly answers: ReadonlyArray<Answer>
  /** What would have been decided by another public, on another date, or with other money; absent where it was not asked. */
  readonly whatIfs?: ReadonlyArray<AnsweredWhatIf>
}

/** A replayed log as the page shows it. */
export interface ComparisonReport {
  readonly title: string
  /** Name of the file that was replayed. */
  readonly source: string
  readonly events: number
  /** SHA-256 over the log. */
  readonly hash: string
  /** The command that makes this very page again. */
  readonly command: string
  readonly polls: ReadonlyArray<Comparison>
}
