import type { Instant } from '@isegoria/kernel'
import type { NameMissing, ReasonMissing } from '../blank.ts'
import type { ContentFault } from '../content.ts'
import type { GateFault } from '../open-gate.ts'
import type { PlaceFault } from '../place.ts'
import type { ProposalAt, SupportsPolicy } from './events.ts'

/** Why a proposal is past what was asked of it. */
export type ProposalOver =
  | { readonly type: 'ProposalUnknown' }
  | { readonly type: 'ProposalIsWithdrawn' }
  /** Others stand for it: it can be read, and is changed no more. */
  | { readonly type: 'ProposalIsSuperseded'; readonly targets: ReadonlyArray<ProposalAt> }

/** Why proposals cannot be related in this way. */
export type LineageFault =
  | { readonly type: 'TooFewRelatives'; readonly of: string; readonly count: number; readonly fewest: number }
  | { readonly type: 'RelativeNamedTwice'; readonly proposalId: string }
  | { readonly type: 'RevisionNotReadable'; readonly proposalId: string; readonly revision: number }
  /** A proposal would descend from itself. */
  | { readonly type: 'LineageWouldCircle'; readonly proposalId: string }

export type ProposalRejection =
  | NameMissing
  | ReasonMissing
  | ContentFault
  | GateFault
  | PlaceFault
  | ProposalOver
  | LineageFault
  | { readonly type: 'ProposalAlreadyDrafted'; readonly contentHash: string }
  | { readonly type: 'NotTheAuthor'; readonly by: string }
  | { readonly type: 'ProposalNotSubmitted' }
  | { readonly type: 'ProposalIsInadmissible'; readonly criterion?: string }
  /** `grace` has an end in the future, and the others have none. */
  | { readonly type: 'GraceNotSound'; readonly supports: SupportsPolicy; readonly graceUntil?: Instant; readonly at: Instant }
  | { readonly type: 'RevisionPassed'; readonly given: number; readonly revision: number }
  /** What is inadmissible is so by a rule of the charter. */
  | { readonly type: 'CriterionMissing'; readonly criteria: ReadonlyArray<string> }
  | { readonly type: 'CriterionNotInCharter'; readonly criterion: string; readonly criteria: ReadonlyArray<string> }
