import type { Money } from '@isegoria/exact'
import type { LayeredMap } from './layered-map.ts'

/** What is known of one project. */
export interface ProjectAccount {
  /** Its cost as it was revised last, if it ever was. */
  readonly cost?: { readonly version: number; readonly amount: string }
  /** What a tally gave it; whatever people decide later, this stays. */
  readonly computed?: string
  /** Its cost as the tally counted it. */
  readonly counted?: string
  /** What it is to get, as computed or as adjusted since. */
  readonly allocated?: string
  readonly heading?: string
  /** What others pay, by payer. */
  readonly parts?: ReadonlyMap<string, { readonly amount: string; readonly explanation: string }>
  /** What it was given so far. */
  readonly funded?: string
}

/** A tally that was turned into an allocation, and the headings that it filled. */
interface Filled {
  readonly pollId: string
  readonly input: string
  readonly headings: ReadonlyArray<string>
}

export interface Purse {
  readonly amount: string
  readonly decimals?: number
  /** What each heading may give; under `noHeading` what they leave. */
  readonly limits: ReadonlyMap<string, Money>
  readonly filled: ReadonlyArray<Filled>
  readonly projects: LayeredMap<ProjectAccount>
  /** Sums of what projects are to get, by heading and in all. Kept, so that no decision adds up all projects. */
  readonly allocatedUnder: LayeredMap<Money>
  readonly allocated: Money
  readonly funded: Money
}

/** The key of projects under no heading; no heading has this name. */
export const noHeading = ''

export type EnvelopeState =
  | { readonly status: 'NotOpened' }
  | ({ readonly status: 'Open' } & Purse)
  | ({ readonly status: 'Allocated' } & Purse)
  | ({ readonly status: 'Closed'; readonly left: string } & Purse)

export const initialState: EnvelopeState = { status: 'NotOpened' }
