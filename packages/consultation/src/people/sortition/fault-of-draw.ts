import { isDeepStrictEqual } from 'node:util'
import { E, isBefore } from '@isegoria/kernel'
import type { Instant } from '@isegoria/kernel'
import { draw, drawAlgorithm } from './draw.ts'
import type { DrawPerformed, PoolSealed, SeedRevealed, SeedSourceCommitted, SortitionEvent } from './events.ts'
import { poolRoot, stratified } from './pool.ts'
import type { PoolFault, PoolMember } from './pool.ts'

/** What a check of a draw may find. */
export type DrawFault =
  | PoolFault
  | { readonly type: 'EventMissing'; readonly event: SortitionEvent['type'] }
  | { readonly type: 'SeedNotAfterPool'; readonly sealedAt: Instant; readonly revealsAt: Instant }
  | { readonly type: 'SeedBeforeItsTime'; readonly revealsAt: Instant; readonly at: Instant }
  | { readonly type: 'AlgorithmUnknown'; readonly algorithm: string; readonly version: string }
  | { readonly type: 'PoolNotTheSealedOne'; readonly sealed: string; readonly root: string }
  | { readonly type: 'DrawDiffers' }

interface Steps {
  readonly sealed?: PoolSealed
  readonly committed?: SeedSourceCommitted
  readonly revealed?: SeedRevealed
  readonly performed?: DrawPerformed
}
const withStep = (steps: Steps, event: SortitionEvent): Steps => {
  switch (event.type) {
    case 'PoolSealed':
      return { ...steps, sealed: event }
    case 'SeedSourceCommitted':
      return steps.sealed === undefined ? steps : { ...steps, committed: event }
    case 'SeedRevealed':
      return steps.committed === undefined ? steps : { ...steps, revealed: event }
    case 'DrawPerformed':
      return steps.revealed === undefined ? steps : { ...steps, performed: event }
    case 'PanelistAccepted':
    case 'PanelistDeclined':
    case 'PanelistReplaced':
      return steps
  }
}

/**
 * Draws again from what the log and the pool say, trusting none of it: the pool was sealed before the seed could exist, it is
 * the one that was sealed, and the panel is the one that the seed gives. `undefined` when all is well.
 *
 * Cost: as `draw`. That the seed is what the beacon said can only be seen at the beacon.
 */
export const faultOfDraw = (events: Iterable<SortitionEvent>, pool: ReadonlyArray<PoolMember>): DrawFault | undefined => {
  let steps: Steps = {}
  for (const event of events) steps = withStep(steps, event)
  const { sealed, committed, revealed, performed } = steps
  if (sealed === undefined) return { type: 'EventMissing', event: 'PoolSealed' }
  if (committed === undefined) return { type: 'EventMissing', event: 'SeedSourceCommitted' }
  if (revealed === undefined) return { type: 'EventMissing', event: 'SeedRevealed' }
  if (performed === undefined) return { type: 'EventMissing', event: 'DrawPerformed' }
  const { revealsAt } = committed
  const isAhead = isBefore(sealed.at, revealsAt) && isBefore(committed.at, revealsAt)
  if (!isAhead) return { type: 'SeedNotAfterPool', sealedAt: sealed.at, revealsAt }
  if (isBefore(revealed.at, revealsAt)) return { type: 'SeedBeforeItsTime', revealsAt, at: revealed.at }
  const { algorithm, version } = performed
  if (algorithm !== drawAlgorithm.algorithm || version !== drawAlgorithm.version) return { type: 'AlgorithmUnknown', algorithm, version }
  const parts = stratified(pool, sealed.strata, sealed.seats)
  if ('type' in parts) return parts
  const root = poolRoot(parts)
  if (root !== sealed.root) return { type: 'PoolNotTheSealedOne', sealed: sealed.root, root }
  const drawn = draw(pool, sealed.strata, sealed.seats, revealed.seed)
  if (E.isLeft(drawn)) return drawn.left
  const { selected, reserves } = drawn.right
  return isDeepStrictEqual({ selected, reserves }, { selected: performed.selected, reserves: performed.reserves })
    ? undefined
    : { type: 'DrawDiffers' }
}
