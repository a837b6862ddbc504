import type { Content } from '../content.ts'
import type { AdmissibilityDecided, Descent, ProposalAt, ProposalDrafted } from './events.ts'

interface Parent extends ProposalAt {
  readonly descent: Descent
}

interface Proposal {
  readonly drafted: Omit<ProposalDrafted, 'type' | 'draftedAt'>
  /** The revision in force, from 1. */
  readonly revision: number
  readonly content: Content
  readonly parents: ReadonlyArray<Parent>
  /** The last status that was published, with its reason. */
  readonly published?: { readonly status: string; readonly reason: string }
}

/** A decision on admissibility, of the revision in force. */
export interface Admissibility extends Pick<AdmissibilityDecided, 'by' | 'criterion' | 'reason'> {}

export type LiveProposal =
  | ({ readonly status: 'Drafted' } & Proposal)
  | ({ readonly status: 'Submitted' } & Proposal)
  | ({ readonly status: 'Admissible'; readonly admissibility: Admissibility } & Proposal)
  | ({ readonly status: 'Inadmissible'; readonly admissibility: Admissibility } & Proposal)

/** Whatever becomes of a proposal, its text, its author and its parents stay known. */
export type ProposalState =
  | { readonly status: 'Unknown' }
  | LiveProposal
  | ({ readonly status: 'Withdrawn' } & Proposal)
  | ({ readonly status: 'Superseded'; readonly how: 'merge' | 'split'; readonly targets: ReadonlyArray<ProposalAt> } & Proposal)

export const initialState: ProposalState = { status: 'Unknown' }
