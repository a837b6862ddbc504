import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E, instant, replay } from '@isegoria/kernel'
import { livedThrough, specify } from '@isegoria/testing'
import type { SortitionCommand } from './commands.ts'
import { draw } from './draw.ts'
import { sortitionEvents } from './events.ts'
import type { SortitionEvent } from './events.ts'
import { expectedOfSortition } from './expected.ts'
import { faultOfDraw } from './fault-of-draw.ts'
import type { PoolMember } from './pool.ts'
import { sortition, sortitionStream } from './sortition.ts'

const given = specify(sortition)
const drawId = 'd-1'
const [sealedAt, committedAt, revealsAt, later] = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'].map((day) =>
  instant(`${day}T00:00:00Z`),
) as [ReturnType<typeof instant>, ReturnType<typeof instant>, ReturnType<typeof instant>, ReturnType<typeof instant>]
const keyOf = (place: number): string => place.toString(16).repeat(64)
const pool: ReadonlyArray<PoolMember> = Array.from({ length: 10 }, (_, place) => ({ key: keyOf(place), stratum: place < 6 ? 'north' : 'south' }))
const strata = [
  { id: 'north', weight: 60, reserves: 2 },
  { id: 'south', weight: 40, reserves: 1 },
]
const sealPool = { type: 'SealPool', drawId, consultationId: 'c', pool, strata, seats: 5, at: sealedAt } as const
const decided = (command: SortitionCommand, ...past: ReadonlyArray<SortitionEvent>): SortitionEvent => {
  const decision = sortition.decide(command, replay(sortition, past))
  const [event] = E.isRight(decision) ? decision.right : []
  if (event === undefined) throw new Error('nothing was decided')
  return event
}
const poolSealed = decided(sealPool)
const root = poolSealed.type === 'PoolSealed' ? poolSealed.root : ''
const commit = { type: 'CommitSeedSource', drawId, source: 'drand quicknet, round 4711, its signature', revealsAt, at: committedAt } as const
const committed: SortitionEvent = { ...commit, type: 'SeedSourceCommitted' }
const reveal = { type: 'RevealSeed', drawId, seed: '83cf0f2896adee7e', at: revealsAt } as const
const revealed: SortitionEvent = { ...reveal, type: 'SeedRevealed' }
const perform = { type: 'PerformDraw', drawId, pool } as const
const performed = decided(perform, poolSealed, committed, revealed)
const past = [poolSealed, committed, revealed, performed]

describe('I25: the pool is sealed before the seed exists, and the draw can be made again', () => {
  it('seals counts, quotas and a root, and not the pool', () => {
    expect(poolSealed).toMatchObject({
      count: 10,
      strata: [
        { id: 'north', count: 6, quota: 3 },
        { id: 'south', count: 4, quota: 2 },
      ],
    })
    expect(JSON.stringify(poolSealed)).not.toContain(keyOf(1))
    given(poolSealed)
      .when({ ...sealPool, pool: pool.toReversed(), strata: strata.toReversed() })
      .thenNothing()
    given(poolSealed)
      .when({ ...sealPool, pool: pool.slice(1) })
      .thenRejected({ type: 'PoolAlreadySealed', root })
    given()
      .when({ ...sealPool, pool: [{ key: 'Ada', stratum: 'north' }] })
      .thenRejected({ type: 'NotAKey' })
    given()
      .when({ ...sealPool, seats: 11 })
      .thenRejected({ type: 'StratumTooSmall', stratum: 'north', quota: 7, count: 6 })
  })
  it('names no beacon before the pool is sealed, nor one that may have spoken', () => {
    given().when(commit).thenRejected({ type: 'DrawNotInStage', needs: 'PoolSealed', status: 'NotSealed' })
    given(poolSealed)
      .when({ ...commit, at: revealsAt })
      .thenRejected({ type: 'SeedSourceNotInFuture', revealsAt, at: revealsAt })
    given(poolSealed)
      .when({ ...commit, revealsAt: sealedAt, at: instant('2026-02-01T00:00:00Z') })
      .thenRejected({ type: 'SeedSourceNotInFuture', revealsAt: sealedAt, at: instant('2026-02-01T00:00:00Z') })
    given(poolSealed)
      .when({ ...commit, source: '' })
      .thenRejected({ type: 'NameMissing', field: 'source' })
  })
  it('names a beacon that is yet to speak, once', () => {
    given(poolSealed).when(commit).then(committed)
    given(poolSealed, committed).when(commit).thenNothing()
    given(poolSealed, committed)
      .when({ ...commit, source: 'another' })
      .thenRejected({ type: 'SeedSourceAlreadyCommitted', source: commit.source, revealsAt })
  })
  it('takes no seed before its time, one at its time, and no second one', () => {
    given(poolSealed, committed)
      .when({ ...reveal, at: committedAt })
      .thenRejected({ type: 'SeedNotYetDue', revealsAt, at: committedAt })
    given(poolSealed, committed).when(reveal).then(revealed)
    given(poolSealed, committed, revealed)
      .when({ ...reveal, seed: 'a better one', at: later })
      .thenRejected({ type: 'SeedAlreadyRevealed', seed: reveal.seed })
    given(poolSealed).when(reveal).thenRejected({ type: 'DrawNotInStage', needs: 'SeedCommitted', status: 'PoolSealed' })
  })
  it('draws from the pool that was sealed and from no other', () => {
    const other = pool.map((one, place) => (place === 0 ? { ...one, key: keyOf(12) } : one))
    const decision = sortition.decide({ ...perform, pool: other }, replay(sortition, [poolSealed, committed, revealed]))
    expect(decision).toMatchObject(E.left({ type: 'PoolNotTheSealedOne', sealed: root }))
    given(poolSealed, committed).when(perform).thenRejected({ type: 'DrawNotInStage', needs: 'SeedRevealed', status: 'SeedCommitted' })
    const drawn = draw(pool, strata, 5, reveal.seed)
    if (E.isLeft(drawn)) throw new Error(drawn.left.type)
    given(poolSealed, committed, revealed)
      .when(perform)
      .then({ type: 'DrawPerformed', drawId, root, seed: reveal.seed, ...drawn.right })
    given(...past)
      .when({ ...perform, pool: pool.toReversed() })
      .thenNothing()
  })
  it('lets anybody with the pool check all of it', () => {
    expect(faultOfDraw(past, pool.toReversed())).toBeUndefined()
    expect(faultOfDraw(past.slice(0, 3), pool)).toStrictEqual({ type: 'EventMissing', event: 'DrawPerformed' })
    expect(faultOfDraw([committed, poolSealed, revealed, performed], pool)).toStrictEqual({ type: 'EventMissing', event: 'SeedSourceCommitted' })
    expect(faultOfDraw(past, pool.slice(1))).toMatchObject({ type: 'PoolNotTheSealedOne' })
    const withEvent = (event: SortitionEvent): ReadonlyArray<SortitionEvent> => past.map((one) => (one.type === event.type ? event : one))
    expect(faultOfDraw(withEvent({ ...revealed, seed: 'another' } as SortitionEvent), pool)).toStrictEqual({ type: 'DrawDiffers' })
    expect(faultOfDraw(withEvent({ ...revealed, at: committedAt } as SortitionEvent), pool)).toMatchObject({ type: 'SeedBeforeItsTime' })
    expect(faultOfDraw(withEvent({ ...poolSealed, at: later } as SortitionEvent), pool)).toMatchObject({ type: 'SeedNotAfterPool' })
    expect(faultOfDraw(withEvent({ ...performed, version: '2' } as SortitionEvent), pool)).toMatchObject({ type: 'AlgorithmUnknown' })
  })
})

describe('a panel', () => {
  const { selected, reserves } = performed.type === 'DrawPerformed' ? performed : { selected: [], reserves: [] }
  const south = (list: ReadonlyArray<PoolMember>): string => list.find(({ stratum }) => stratum === 'south')?.key ?? ''
  const [key, standby] = [south(selected), south(reserves)]
  const declined: SortitionEvent = { type: 'PanelistDeclined', drawId, key, ground: 'declined' }
  const replaced: SortitionEvent = { type: 'PanelistReplaced', drawId, key, replacement: standby }

  it('accepts, or declines and is not called again', () => {
    const accepted: SortitionEvent = { type: 'PanelistAccepted', drawId, key }
    given(...past)
      .when({ type: 'AcceptSeat', drawId, key })
      .then(accepted)
    given(...past, accepted)
      .when({ type: 'AcceptSeat', drawId, key })
      .thenNothing()
    given(...past, accepted)
      .when({ type: 'DeclineSeat', drawId, key, ground: 'declined' })
      .then(declined)
    given(...past, declined)
      .when({ type: 'AcceptSeat', drawId, key })
      .thenRejected({ type: 'PanelistHasLeft', key, status: 'Declined' })
    given(...past)
      .when({ type: 'AcceptSeat', drawId, key: standby })
      .thenRejected({ type: 'NotOnPanel', key: standby })
  })
  it('fills a free seat from the same stratum, in the order of the draw, until nobody stands by', () => {
    given(...past)
      .when({ type: 'ReplacePanelist', drawId, key })
      .thenRejected({ type: 'SeatNotFree', key, status: 'Invited' })
    given(...past, declined)
      .when({ type: 'ReplacePanelist', drawId, key })
      .then(replaced)
    const declinedToo: SortitionEvent = { ...declined, key: standby, ground: 'no-answer' } as SortitionEvent
    given(...past, declined, replaced, declinedToo)
      .when({ type: 'ReplacePanelist', drawId, key: standby })
      .thenRejected({ type: 'NobodyStandsBy', stratum: 'south' })
    expect(expectedOfSortition(replay(sortition, [...past, declined, replaced, declinedToo])).map(({ command }) => command)).not.toContain(
      'ReplacePanelist',
    )
  })
  it('obeys the laws of a decider, keeps its quotas, and does only what is expected', () => {
    const anyKey = fc.integer({ min: 0, max: 9 }).map(keyOf)
    const at = fc.constantFrom(sealedAt, committedAt, revealsAt, later)
    const command: fc.Arbitrary<SortitionCommand> = fc.oneof(
      at.map((when): SortitionCommand => ({ ...sealPool, at: when })),
      fc.tuple(at, at).map(([when, from]): SortitionCommand => ({ ...commit, at: when, revealsAt: from })),
      fc.tuple(at, fc.constantFrom('x', 'y')).map(([when, seed]): SortitionCommand => ({ ...reveal, seed, at: when })),
      fc.constantFrom<SortitionCommand>(perform, { ...perform, pool: pool.slice(1) }),
      anyKey.map((one): SortitionCommand => ({ type: 'AcceptSeat', drawId, key: one })),
      anyKey.map((one): SortitionCommand => ({ type: 'DeclineSeat', drawId, key: one, ground: 'no-answer' })),
      anyKey.map((one): SortitionCommand => ({ type: 'ReplacePanelist', drawId, key: one })),
    )
    fc.assert(
      fc.property(fc.boolean(), fc.array(command, { maxLength: 30, size: 'max' }), (isReady, commands) => {
        const all = isReady ? [sealPool, commit, reveal, perform, ...commands] : commands
        const { breach, state: end } = livedThrough(sortition, sortitionEvents, all)
        expect(breach).toBeUndefined()
        if (end.status === 'Drawn') {
          const seated = end.panel.filter(({ status }) => status !== 'Replaced')
          expect(seated.map(({ stratum }) => stratum).toSorted()).toStrictEqual(['north', 'north', 'north', 'south', 'south'])
          expect(new Set(end.panel.map((one) => one.key)).size).toBe(end.panel.length)
        }
        let state = sortition.initialState
        for (const one of all) {
          const decision = sortition.decide(one, state)
          if (E.isLeft(decision) || decision.right.length === 0) continue
          const expected = expectedOfSortition(state).find((next) => next.command === one.type)
          expect(expected).toBeDefined()
          if ('key' in one) expect(expected?.keys).toContain(one.key)
          state = replay(sortition, decision.right, state)
        }
      }),
    )
  })
  it('has a stream of its own', () => {
    expect(sortitionStream('a/b')).toBe('sortition-a%2Fb')
  })
})
