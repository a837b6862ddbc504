import { E, seededPrng } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { stratified } from './pool.ts'
import type { PoolFault, PoolMember, StratumOfPool } from './pool.ts'
import type { Stratum } from './quotas-of.ts'

/** What is stored beside each draw. A change of what `draw` does is a new version. */
export const drawAlgorithm = { algorithm: 'stratified-largest-remainder/sha256-counter', version: '1' } as const

/** Whom the lot has chosen, and who stands by in the order in which they are called, stratum by stratum. */
export interface Drawn {
  readonly algorithm: string
  readonly version: string
  readonly selected: ReadonlyArray<PoolMember>
  readonly reserves: ReadonlyArray<PoolMember>
}

/** The first `wanted` of a shuffle of the members (Fisher and Yates, from the first place up); each stratum has a generator of its own. */
const drawnFrom = ({ id, members }: StratumOfPool, wanted: number, seed: string): ReadonlyArray<PoolMember> => {
  const prng = seededPrng(JSON.stringify([seed, id]))
  const order = [...members]
  for (let place = 0; place < wanted; place++) {
    const other = place + prng.below(order.length - place)
    const [here, there] = [order[place], order[other]]
    if (here !== undefined && there !== undefined) [order[place], order[other]] = [there, here]
  }
  return order.slice(0, wanted).map((key) => ({ key, stratum: id }))
}

/**
 * Draws a panel by lot: each stratum gets its seats by largest remainder, and in it each member has the same chance. All
 * follows from the pool, the strata, the seats and the seed, byte for byte; the order in which they are given says nothing.
 *
 * Errors: a pool that is none (`PoolFault`), first of all a stratum with fewer members than seats.
 * Cost: a sort of the keys.
 *
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const pool = ['a', 'b', 'c', 'd'].map((key) => ({ key, stratum: 'town' }))
 * const town = { id: 'town', weight: 1, reserves: 1 }
 * const drawn = draw(pool, [town], 2, 'the round of 3 March')
 * draw(pool.toReversed(), [town], 2, 'the round of 3 March') // => drawn
 * draw(pool, [town], 5, 'seed') // => E.left({ type: 'StratumTooSmall', stratum: 'town', quota: 5, count: 4 })
 */
export const draw = (pool: ReadonlyArray<PoolMember>, strata: ReadonlyArray<Stratum>, seats: number, seed: string): Either<PoolFault, Drawn> => {
  const parts = stratified(pool, strata, seats)
  if ('type' in parts) return E.left(parts)
  const selected: PoolMember[] = []
  const reserves: PoolMember[] = []
  for (const part of parts) {
    const wanted = part.quota === 0 ? 0 : Math.min(part.quota + part.reserves, part.members.length)
    const drawn = drawnFrom(part, wanted, seed)
    selected.push(...drawn.slice(0, part.quota))
    reserves.push(...drawn.slice(part.quota))
  }
  return E.right({ ...drawAlgorithm, selected, reserves })
}
