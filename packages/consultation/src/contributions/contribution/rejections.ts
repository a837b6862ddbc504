import type { NameMissing, ReasonMissing } from '../blank.ts'
import type { ContentFault } from '../content.ts'
import type { GateFault } from '../open-gate.ts'
import type { PlaceFault } from '../place.ts'
import type { KindFault } from './fault-of-kind.ts'

export type ContributionRejection =
  | GateFault
  | ContentFault
  | PlaceFault
  | KindFault
  | NameMissing
  | ReasonMissing
  | { readonly type: 'ContributionAlreadyReceived'; readonly contentHash: string }
  | { readonly type: 'ContributionUnknown' }
  | { readonly type: 'ContributionIsWithdrawn' }
  | { readonly type: 'ContributionIsRedacted'; readonly ground: string }
  /** Only who contributed revises or withdraws; what nobody signed, nobody can. */
  | { readonly type: 'NotTheContributor'; readonly by: string }
