import type { OptionsFrozen, PollDefined, TallyComputed } from './events.ts'

type Definition = Omit<PollDefined, 'type'>
type Frozen = Omit<OptionsFrozen, 'type'>

/** Everything that is fixed once a poll is open. */
export interface PollTerms {
  readonly definition: Definition
  readonly frozen: Frozen
}

/** The stages of a poll; each can only be reached through the one before it. */
export type PollState =
  | { readonly status: 'NotDefined' }
  | { readonly status: 'Defined'; readonly definition: Definition }
  | { readonly status: 'Frozen'; readonly terms: PollTerms }
  | { readonly status: 'Open'; readonly terms: PollTerms; readonly rulesHash: string }
  | { readonly status: 'Closed'; readonly terms: PollTerms; readonly rulesHash: string }
  | { readonly status: 'Sealed'; readonly terms: PollTerms; readonly rulesHash: string; readonly input: string }
  | { readonly status: 'Tallied'; readonly terms: PollTerms; readonly rulesHash: string; readonly tally: Omit<TallyComputed, 'type'> }
  | { readonly status: 'Certified'; readonly terms: PollTerms; readonly rulesHash: string; readonly tally: Omit<TallyComputed, 'type'> }

export const initialState: PollState = { status: 'NotDefined' }
