import type { Instant } from '@isegoria/kernel'

interface Calendar {
  readonly opensAt: Instant
  readonly closesAt: Instant
}

/** The stages of a consultation; each can only be reached through the one before it. */
export type ConsultationState =
  | { readonly status: 'NotDrafted' }
  | { readonly status: 'Drafted' }
  | { readonly status: 'Chartered' }
  | { readonly status: 'Scheduled'; readonly calendar: Calendar }
  | { readonly status: 'Open'; readonly calendar: Calendar }
  | { readonly status: 'Closed'; readonly calendar: Calendar }

export const initialState: ConsultationState = { status: 'NotDrafted' }
