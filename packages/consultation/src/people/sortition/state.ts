import type { Instant } from '@isegoria/kernel'
import type { PoolSealed } from './events.ts'
import type { PoolMember } from './pool.ts'

/** Somebody whom the lot has called, and where they stand. */
export interface Panelist extends PoolMember {
  readonly status: 'Invited' | 'Accepted' | 'Declined' | 'Replaced'
}
type Pool = Pick<PoolSealed, 'root' | 'count' | 'seats' | 'strata' | 'at'>
interface Source {
  readonly source: string
  readonly revealsAt: Instant
}

export type SortitionState =
  | { readonly status: 'NotSealed' }
  | { readonly status: 'PoolSealed'; readonly pool: Pool }
  | { readonly status: 'SeedCommitted'; readonly pool: Pool; readonly source: Source }
  | { readonly status: 'SeedRevealed'; readonly pool: Pool; readonly source: Source; readonly seed: string }
  | {
      readonly status: 'Drawn'
      readonly pool: Pool
      readonly source: Source
      readonly seed: string
      readonly panel: ReadonlyArray<Panelist>
      /** Who still stands by, in the order in which they are called. */
      readonly reserves: ReadonlyArray<PoolMember>
    }

export const initialState: SortitionState = { status: 'NotSealed' }
