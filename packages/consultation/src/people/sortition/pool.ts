import { byCodeUnit, canonicalHash } from '@isegoria/kernel'
import { isName } from '../is-name.ts'
import { quotasOf } from './quotas-of.ts'
import type { Stratum } from './quotas-of.ts'

/** Somebody who may be drawn, by a key that is no name. */
export interface PoolMember {
  readonly key: string
  readonly stratum: string
}

/** Why nobody can be drawn so. */
export type PoolFault =
  | { readonly type: 'StratumUnnamed' }
  | { readonly type: 'StratumTwice'; readonly stratum: string }
  | { readonly type: 'StratumUnknown'; readonly stratum: string }
  | { readonly type: 'StrataWeighNothing' }
  | { readonly type: 'NotAWholeNumber'; readonly field: string; readonly value: number }
  | { readonly type: 'MemberTwice'; readonly key: string }
  /** The quota cannot be filled: the stratum has fewer members than seats. */
  | { readonly type: 'StratumTooSmall'; readonly stratum: string; readonly quota: number; readonly count: number }

/** A stratum with its members in their one order, and its seats. */
export interface StratumOfPool extends Stratum {
  readonly quota: number
  readonly members: ReadonlyArray<string>
}

const isWhole = (value: number, least: number): boolean => Number.isSafeInteger(value) && value >= least

const faultOfTerms = (strata: ReadonlyArray<Stratum>, seats: number): PoolFault | undefined => {
  if (!isWhole(seats, 1)) return { type: 'NotAWholeNumber', field: 'seats', value: seats }
  const seen = new Set<string>()
  for (const { id, weight, reserves } of strata) {
    if (!isName(id)) return { type: 'StratumUnnamed' }
    if (seen.has(id)) return { type: 'StratumTwice', stratum: id }
    seen.add(id)
    if (!isWhole(weight, 0)) return { type: 'NotAWholeNumber', field: 'weight', value: weight }
    if (!isWhole(reserves, 0)) return { type: 'NotAWholeNumber', field: 'reserves', value: reserves }
  }
  return strata.some(({ weight }) => weight > 0) ? undefined : { type: 'StrataWeighNothing' }
}

/** The pool in its one order, stratum by stratum, or why it is none. Cost: a sort of the keys. */
export const stratified = (
  pool: ReadonlyArray<PoolMember>,
  strata: ReadonlyArray<Stratum>,
  seats: number,
): PoolFault | ReadonlyArray<StratumOfPool> => {
  const fault = faultOfTerms(strata, seats)
  if (fault !== undefined) return fault
  const byStratum = new Map<string, string[]>(strata.map(({ id }) => [id, []]))
  const keys = new Set<string>()
  for (const { key, stratum } of pool) {
    const members = byStratum.get(stratum)
    if (members === undefined) return { type: 'StratumUnknown', stratum }
    if (keys.has(key)) return { type: 'MemberTwice', key }
    keys.add(key)
    members.push(key)
  }
  const parts = quotasOf(seats, strata).map((stratum) => ({ ...stratum, members: (byStratum.get(stratum.id) ?? []).toSorted(byCodeUnit) }))
  const short = parts.find(({ quota, members }) => members.length < quota)
  return short === undefined ? parts : { type: 'StratumTooSmall', stratum: short.id, quota: short.quota, count: short.members.length }
}

/** The hash of a pool in its one order: whoever has the pool can check that it is the one that was sealed. */
export const poolRoot = (parts: ReadonlyArray<StratumOfPool>): string => canonicalHash(parts.map(({ id, members }) => [id, members]))
