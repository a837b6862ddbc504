import { isDeepStrictEqual } from 'node:util'
import { E, isBefore } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { isHash, isName } from '../is-name.ts'
import type { AcceptSeat, CommitSeedSource, DeclineSeat, PerformDraw, ReplacePanelist, RevealSeed, SealPool, SortitionCommand } from './commands.ts'
import { draw } from './draw.ts'
import type { SortitionEvent } from './events.ts'
import { poolRoot, stratified } from './pool.ts'
import type { PoolMember } from './pool.ts'
import type { SortitionRejection } from './rejections.ts'
import type { Panelist, SortitionState } from './state.ts'

type Decision = Either<SortitionRejection, ReadonlyArray<SortitionEvent>>

const notInStage = (needs: SortitionState['status'], { status }: SortitionState): Decision => E.left({ type: 'DrawNotInStage', needs, status })
const areKeys = (pool: ReadonlyArray<PoolMember>): boolean => pool.every(({ key }) => isHash(key))

const sealPool = ({ drawId, consultationId, pool, strata, seats, at }: SealPool, state: SortitionState): Decision => {
  if (!areKeys(pool)) return E.left({ type: 'NotAKey' })
  const parts = stratified(pool, strata, seats)
  if ('type' in parts) return E.left(parts)
  const root = poolRoot(parts)
  const sealed = parts.map(({ id, weight, reserves, quota, members }) => ({ id, weight, reserves, count: members.length, quota }))
  if (state.status !== 'NotSealed') {
    const isSame = state.pool.root === root && state.pool.seats === seats && isDeepStrictEqual(state.pool.strata, sealed)
    return isSame ? E.right([]) : E.left({ type: 'PoolAlreadySealed', root: state.pool.root })
  }
  return E.right([{ type: 'PoolSealed', drawId, consultationId, count: pool.length, root, seats, strata: sealed, at }])
}

const commitSource = (command: CommitSeedSource, state: SortitionState): Decision => {
  if (state.status === 'NotSealed') return notInStage('PoolSealed', state)
  const { source, revealsAt, at } = command
  if (state.status !== 'PoolSealed') {
    const isSame = state.source.source === source && state.source.revealsAt === revealsAt
    return isSame ? E.right([]) : E.left({ type: 'SeedSourceAlreadyCommitted', ...state.source })
  }
  if (!isName(source)) return E.left({ type: 'NameMissing', field: 'source' })
  const isAhead = isBefore(at, revealsAt) && isBefore(state.pool.at, revealsAt)
  return isAhead ? E.right([{ ...command, type: 'SeedSourceCommitted' }]) : E.left({ type: 'SeedSourceNotInFuture', revealsAt, at })
}

const reveal = (command: RevealSeed, state: SortitionState): Decision => {
  if (state.status === 'NotSealed' || state.status === 'PoolSealed') return notInStage('SeedCommitted', state)
  const { seed, at } = command
  if (state.status !== 'SeedCommitted') return state.seed === seed ? E.right([]) : E.left({ type: 'SeedAlreadyRevealed', seed: state.seed })
  if (!isName(seed)) return E.left({ type: 'NameMissing', field: 'seed' })
  const { revealsAt } = state.source
  return isBefore(at, revealsAt) ? E.left({ type: 'SeedNotYetDue', revealsAt, at }) : E.right([{ ...command, type: 'SeedRevealed' }])
}

const perform = ({ drawId, pool }: PerformDraw, state: SortitionState): Decision => {
  if (state.status !== 'SeedRevealed' && state.status !== 'Drawn') return notInStage('SeedRevealed', state)
  if (!areKeys(pool)) return E.left({ type: 'NotAKey' })
  const { root: sealed, strata, seats } = state.pool
  const parts = stratified(pool, strata, seats)
  if ('type' in parts) return E.left(parts)
  const root = poolRoot(parts)
  if (root !== sealed) return E.left({ type: 'PoolNotTheSealedOne', sealed, root })
  if (state.status === 'Drawn') return E.right([])
  const { seed } = state
  const drawn = draw(pool, strata, seats, seed)
  return E.isLeft(drawn) ? drawn : E.right([{ type: 'DrawPerformed', drawId, root, seed, ...drawn.right }])
}

const hasLeft = ({ status }: Panelist): boolean => status === 'Declined' || status === 'Replaced'

const answer = (command: AcceptSeat | DeclineSeat | ReplacePanelist, state: SortitionState): Decision => {
  if (state.status !== 'Drawn') return notInStage('Drawn', state)
  const { drawId, key } = command
  const panelist = state.panel.find((one) => one.key === key)
  if (panelist === undefined) return E.left({ type: 'NotOnPanel', key })
  const { status, stratum } = panelist
  switch (command.type) {
    case 'AcceptSeat':
      if (hasLeft(panelist)) return E.left({ type: 'PanelistHasLeft', key, status })
      return E.right(status === 'Accepted' ? [] : [{ type: 'PanelistAccepted', drawId, key }])
    case 'DeclineSeat':
      return E.right(hasLeft(panelist) ? [] : [{ type: 'PanelistDeclined', drawId, key, ground: command.ground }])
    case 'ReplacePanelist': {
      if (status === 'Replaced') return E.right([])
      if (status !== 'Declined') return E.left({ type: 'SeatNotFree', key, status })
      const next = state.reserves.find((one) => one.stratum === stratum)
      return next === undefined
        ? E.left({ type: 'NobodyStandsBy', stratum })
        : E.right([{ type: 'PanelistReplaced', drawId, key, replacement: next.key }])
    }
  }
}

export const decide = (command: SortitionCommand, state: SortitionState): Decision => {
  switch (command.type) {
    case 'SealPool':
      return sealPool(command, state)
    case 'CommitSeedSource':
      return commitSource(command, state)
    case 'RevealSeed':
      return reveal(command, state)
    case 'PerformDraw':
      return perform(command, state)
    case 'AcceptSeat':
    case 'DeclineSeat':
    case 'ReplacePanelist':
      return answer(command, state)
  }
}
