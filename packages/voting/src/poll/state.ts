import type { Instant } from '@isegoria/kernel'
import type { OptionsFrozen, PollDefined, TallyComputed } from './events.ts'

type Definition = Omit<PollDefined, 'type'>
type Frozen = Omit<OptionsFrozen, 'type'>

/** Everything that is fixed once a poll is open. */
export interface PollTerms {
  readonly definition: Definition
  readonly frozen: Frozen
}

/** What may still happen to a poll once it is open, in the open and with a reason; none of it touches what is fixed. */
export interface PollConduct {
  /** The end in force: the announced one, or a later one. */
  readonly closesAt: Instant
  readonly withdrawn: ReadonlyArray<string>
  readonly lot?: { readonly seed: string; readonly order: ReadonlyArray<string> }
}

interface Running {
  readonly terms: PollTerms
  readonly rulesHash: string
  readonly conduct: PollConduct
}

interface Counted extends Running {
  readonly ballots: number
  readonly tally: Omit<TallyComputed, 'type'>
}

/** Stages of which each can only be reached through the one before it. */
type PollStage =
  | { readonly status: 'NotDefined' }
  | { readonly status: 'Defined'; readonly definition: Definition }
  | { readonly status: 'Frozen'; readonly terms: PollTerms }
  | ({ readonly status: 'Open' } & Running)
  | ({ readonly status: 'Closed' } & Running)
  | ({ readonly status: 'Sealed'; readonly ballots: number; readonly input: string } & Running)
  | ({ readonly status: 'Tallied' } & Counted)
  | ({ readonly status: 'Certified' } & Counted)
  | ({ readonly status: 'Contested'; readonly contests: ReadonlyArray<{ readonly by: string; readonly grounds: string }> } & Counted)

/** Any stage but the first can be annulled; what it was is still known. */
export type PollState = PollStage | { readonly status: 'Annulled'; readonly motives: string; readonly before: PollStage }

/** Whether ballots of that level stand apart from their voters. */
export const isSecret = (secrecy: Definition['secrecy']): secrecy is 'separated' | 'credential' => secrecy === 'separated' || secrecy === 'credential'

export const initialState: PollState = { status: 'NotDefined' }
