import type { Instant } from '@isegoria/kernel'
import type { PoolFault } from './pool.ts'
import type { Panelist, SortitionState } from './state.ts'

export type SortitionRejection =
  | PoolFault
  | { readonly type: 'NameMissing'; readonly field: string }
  /** Members are keys of 64 hexadecimal digits, so that nobody's name is stored. */
  | { readonly type: 'NotAKey' }
  | { readonly type: 'DrawNotInStage'; readonly needs: SortitionState['status']; readonly status: SortitionState['status'] }
  | { readonly type: 'PoolAlreadySealed'; readonly root: string }
  /** The beacon speaks before it is named: the seed might be known. */
  | { readonly type: 'SeedSourceNotInFuture'; readonly revealsAt: Instant; readonly at: Instant }
  | { readonly type: 'SeedSourceAlreadyCommitted'; readonly source: string; readonly revealsAt: Instant }
  | { readonly type: 'SeedNotYetDue'; readonly revealsAt: Instant; readonly at: Instant }
  | { readonly type: 'SeedAlreadyRevealed'; readonly seed: string }
  | { readonly type: 'PoolNotTheSealedOne'; readonly sealed: string; readonly root: string }
  | { readonly type: 'NotOnPanel'; readonly key: string }
  | { readonly type: 'SeatNotFree'; readonly key: string; readonly status: Panelist['status'] }
  | { readonly type: 'PanelistHasLeft'; readonly key: string; readonly status: Panelist['status'] }
  | { readonly type: 'NobodyStandsBy'; readonly stratum: string }
