import type { Election, Outcome } from '@isegoria/election'

/** How many voters have more than before, as much, and less. */
export interface Shift {
  readonly more: number
  readonly same: number
  readonly fewer: number
}

export interface VoterShift {
  readonly all: number
  readonly chosen: Shift
  readonly money?: Shift
  readonly gained: number
  readonly lost: number
}

/** What a what-if decides otherwise than the poll: what `whatIf` of `@isegoria/deliberation` gives. */
interface Difference {
  readonly in: ReadonlyArray<string>
  readonly out: ReadonlyArray<string>
  readonly money?: { readonly before: string; readonly after: string; readonly in: string; readonly out: string }
  readonly voters: VoterShift
  readonly counted: VoterShift
}

/** What would have been decided had something been otherwise. */
export interface AnsweredWhatIf {
  /** What was otherwise, a sentence for each change. */
  readonly changes: ReadonlyArray<string>
  /** The rule's name in words. */
  readonly title: string
  /** As it is written on a command line: `id:name=value,…`. */
  readonly rule: string
  readonly version: string
  /** What was counted. */
  readonly election: Election
  /** SHA-256 of it. */
  readonly input: string
  readonly outcome: Outcome
  /** Absent where the poll decided nothing. */
  readonly difference?: Difference
}

/** The fewest voters of whom a page says anything. */
export const fewestTold = 10

/** Whether so few are counted, or left out, that what is said of the rest would say what they voted. */
export const isTooFew = (counted: number, all: number): boolean =>
  counted !== all && (counted < fewestTold || (all > counted && all - counted < fewestTold))
