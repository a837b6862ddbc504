import type { Content } from '../content.ts'
import type { ContributionReceived } from './events.ts'

/** Why a text is not read as it came, and what is read instead, if anything. */
export interface Redaction {
  readonly ground: string
  readonly remains?: Content
}

/** A contribution as it came in: its kind, channel, place and first text. */
export interface Received extends Omit<ContributionReceived, 'type' | 'gate' | 'receivedAt'> {}

interface Contribution {
  readonly received: Received
  /** The revision in force, from 1, and its text as it was committed to. */
  readonly revision: number
  readonly content: Content
  readonly redaction?: Redaction
}

/** What is withdrawn or redacted stays known: it was received, and counts. */
export type ContributionState =
  | { readonly status: 'Unknown' }
  | ({ readonly status: 'Received' } & Contribution)
  | ({ readonly status: 'Withdrawn' } & Contribution)

export const initialState: ContributionState = { status: 'Unknown' }
