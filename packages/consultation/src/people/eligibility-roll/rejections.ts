import type { Instant } from '@isegoria/kernel'
import type { EligibilityRollState } from './state.ts'

type Status = EligibilityRollState['status']

export type EligibilityRollRejection =
  | { readonly type: 'NameMissing'; readonly field: string }
  | { readonly type: 'ReasonMissing'; readonly of: string }
  | { readonly type: 'NotAHash'; readonly field: string }
  | { readonly type: 'RollAlreadyDrafted' }
  | { readonly type: 'RollNotInStage'; readonly needs: Status; readonly status: Status }
  | { readonly type: 'RollAlreadySealed'; readonly count: number; readonly root: string }
  | { readonly type: 'RollEmpty' }
  /** A roll is sealed before the poll opens, and an opening that has passed is not moved. */
  | { readonly type: 'PollAlreadyOpened'; readonly opensAt: Instant; readonly at: Instant }
  | { readonly type: 'OpeningInThePast'; readonly opensAt: Instant; readonly at: Instant }
  /** The charter of this roll lets nobody on or off it once the poll has opened. */
  | { readonly type: 'RollClosedAtOpening'; readonly opensAt: Instant; readonly at: Instant }
  | { readonly type: 'CountNotNext'; readonly needs: number; readonly count: number }
