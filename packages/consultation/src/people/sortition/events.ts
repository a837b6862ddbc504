import * as t from 'io-ts'
import { eventCodec, Instant, WholeNumber } from '@isegoria/kernel'

// These names are stored. Add, never change. People are keys, never names.

/** A stratum as it was sealed: how many members it has, and how many seats its weight gives it. */
const SealedStratum = t.strict({ id: t.string, weight: WholeNumber, reserves: WholeNumber, count: WholeNumber, quota: WholeNumber }, 'SealedStratum')
const Member = t.strict({ key: t.string, stratum: t.string }, 'Member')

/** `root`: of the whole pool, which stays outside the log. */
export const PoolSealed = t.strict(
  {
    type: t.literal('PoolSealed'),
    drawId: t.string,
    consultationId: t.string,
    count: WholeNumber,
    root: t.string,
    seats: WholeNumber,
    strata: t.readonlyArray(t.readonly(SealedStratum)),
    at: Instant,
  },
  'PoolSealed',
)
export interface PoolSealed extends Readonly<t.TypeOf<typeof PoolSealed>> {}

/** `source` names a public beacon and its round, and how the seed is read from it; nobody can know it before `revealsAt`. */
export const SeedSourceCommitted = t.strict(
  { type: t.literal('SeedSourceCommitted'), drawId: t.string, source: t.string, revealsAt: Instant, at: Instant },
  'SeedSourceCommitted',
)
export interface SeedSourceCommitted extends Readonly<t.TypeOf<typeof SeedSourceCommitted>> {}

export const SeedRevealed = t.strict({ type: t.literal('SeedRevealed'), drawId: t.string, seed: t.string, at: Instant }, 'SeedRevealed')
export interface SeedRevealed extends Readonly<t.TypeOf<typeof SeedRevealed>> {}

/** What the lot has said, with what it takes to draw again: the algorithm, of that version, over the pool of that root. */
export const DrawPerformed = t.strict(
  {
    type: t.literal('DrawPerformed'),
    drawId: t.string,
    algorithm: t.string,
    version: t.string,
    root: t.string,
    seed: t.string,
    selected: t.readonlyArray(t.readonly(Member)),
    reserves: t.readonlyArray(t.readonly(Member)),
  },
  'DrawPerformed',
)
export interface DrawPerformed extends Readonly<t.TypeOf<typeof DrawPerformed>> {}

export const PanelistAccepted = t.strict({ type: t.literal('PanelistAccepted'), drawId: t.string, key: t.string }, 'PanelistAccepted')
export interface PanelistAccepted extends Readonly<t.TypeOf<typeof PanelistAccepted>> {}

/** Why a seat is free again. No more than that: what keeps a person away is their own. */
const Ground = t.keyof({ declined: null, 'no-answer': null, 'no-longer-eligible': null }, 'Ground')
export const PanelistDeclined = t.strict({ type: t.literal('PanelistDeclined'), drawId: t.string, key: t.string, ground: Ground }, 'PanelistDeclined')
export interface PanelistDeclined extends Readonly<t.TypeOf<typeof PanelistDeclined>> {}

/** `replacement`: the first of the same stratum who still stood by. */
const PanelistReplaced = t.strict({ type: t.literal('PanelistReplaced'), drawId: t.string, key: t.string, replacement: t.string }, 'PanelistReplaced')
interface PanelistReplaced extends Readonly<t.TypeOf<typeof PanelistReplaced>> {}

export type SortitionEvent = PoolSealed | SeedSourceCommitted | SeedRevealed | DrawPerformed | PanelistAccepted | PanelistDeclined | PanelistReplaced

export const sortitionEvents = eventCodec<SortitionEvent>({
  PoolSealed,
  SeedSourceCommitted,
  SeedRevealed,
  DrawPerformed,
  PanelistAccepted,
  PanelistDeclined,
  PanelistReplaced,
})
