import * as t from 'io-ts'
import { eventCodec, Instant, WholeNumber } from '@isegoria/kernel'

// These names are stored. Add, never change. People are roles or pseudonyms, never names.

/** Whose consultation it is; `description` says who exactly belongs. */
const Perimeter = t.strict(
  {
    public: t.keyof({ residents: null, users: null, staff: null, parents: null, members: null, other: null }),
    area: t.string,
    description: t.string,
  },
  'Perimeter',
)

/** `attributes`: the only ones that an entry may state, each with the only values that it may have. `lateEntries`: until when anybody is added. */
export const RollDrafted = t.strict(
  {
    type: t.literal('RollDrafted'),
    rollId: t.string,
    consultationId: t.string,
    perimeter: t.readonly(Perimeter),
    attributes: t.readonly(t.record(t.string, t.readonlyArray(t.string))),
    lateEntries: t.keyof({ 'until-opening': null, published: null }),
    by: t.string,
  },
  'RollDrafted',
)
export interface RollDrafted extends Readonly<t.TypeOf<typeof RollDrafted>> {}

/** `root`: of the keys of all entries. `opensAt`: when the poll opens for which it is sealed. */
export const RollSealed = t.strict(
  { type: t.literal('RollSealed'), rollId: t.string, count: WholeNumber, root: t.string, opensAt: Instant, at: Instant },
  'RollSealed',
)
export interface RollSealed extends Readonly<t.TypeOf<typeof RollSealed>> {}

export const RollOpeningMoved = t.strict(
  { type: t.literal('RollOpeningMoved'), rollId: t.string, opensAt: Instant, reason: t.string, at: Instant },
  'RollOpeningMoved',
)
export interface RollOpeningMoved extends Readonly<t.TypeOf<typeof RollOpeningMoved>> {}

const late = { rollId: t.string, number: WholeNumber, isAfterOpening: t.boolean, count: WholeNumber, root: t.string, reason: t.string, at: Instant }

/** Somebody comes on a sealed roll: the `number`th so far. Says how many there are then, and not who. */
export const EntryAddedLate = t.strict({ type: t.literal('EntryAddedLate'), ...late }, 'EntryAddedLate')
export interface EntryAddedLate extends Readonly<t.TypeOf<typeof EntryAddedLate>> {}

/** Somebody leaves a sealed roll: the `number`th so far. */
export const EntryStruckOffLate = t.strict({ type: t.literal('EntryStruckOffLate'), ...late }, 'EntryStruckOffLate')
export interface EntryStruckOffLate extends Readonly<t.TypeOf<typeof EntryStruckOffLate>> {}

export type EligibilityRollEvent = RollDrafted | RollSealed | RollOpeningMoved | EntryAddedLate | EntryStruckOffLate

export const eligibilityRollEvents = eventCodec<EligibilityRollEvent>({
  RollDrafted,
  RollSealed,
  RollOpeningMoved,
  EntryAddedLate,
  EntryStruckOffLate,
})
