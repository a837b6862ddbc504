import type { Instant } from '@isegoria/kernel'
import type { PanelistAccepted, PanelistDeclined, SeedRevealed, SeedSourceCommitted } from './events.ts'
import type { PoolMember } from './pool.ts'
import type { Stratum } from './quotas-of.ts'

export interface SealPool {
  readonly type: 'SealPool'
  readonly drawId: string
  readonly consultationId: string
  readonly pool: ReadonlyArray<PoolMember>
  readonly strata: ReadonlyArray<Stratum>
  readonly seats: number
  readonly at: Instant
}
export interface CommitSeedSource extends Omit<SeedSourceCommitted, 'type'> {
  readonly type: 'CommitSeedSource'
}
export interface RevealSeed extends Omit<SeedRevealed, 'type'> {
  readonly type: 'RevealSeed'
}
/** Brings the pool again, which the log knows by its root only. */
export interface PerformDraw {
  readonly type: 'PerformDraw'
  readonly drawId: string
  readonly pool: ReadonlyArray<PoolMember>
}
export interface AcceptSeat extends Omit<PanelistAccepted, 'type'> {
  readonly type: 'AcceptSeat'
}
export interface DeclineSeat extends Omit<PanelistDeclined, 'type'> {
  readonly type: 'DeclineSeat'
}
export interface ReplacePanelist {
  readonly type: 'ReplacePanelist'
  readonly drawId: string
  readonly key: string
}
export type SortitionCommand = SealPool | CommitSeedSource | RevealSeed | PerformDraw | AcceptSeat | DeclineSeat | ReplacePanelist
