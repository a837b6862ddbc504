import * as t from 'io-ts'
import { eventCodec } from '@isegoria/kernel'

// These names are stored. Add, never change.

/** Somebody has attested that the person behind this key may vote; `attributes` are no more than polls need, such as a district. */
export const ElectorAttested = t.strict(
  { type: t.literal('ElectorAttested'), rollId: t.string, voterKey: t.string, by: t.string, attributes: t.readonly(t.record(t.string, t.string)) },
  'ElectorAttested',
)
export interface ElectorAttested extends Readonly<t.TypeOf<typeof ElectorAttested>> {}

/** From here on the key votes no more. What it has cast stays cast. */
export const ElectorStruckOff = t.strict(
  { type: t.literal('ElectorStruckOff'), rollId: t.string, voterKey: t.string, reason: t.string },
  'ElectorStruckOff',
)
export interface ElectorStruckOff extends Readonly<t.TypeOf<typeof ElectorStruckOff>> {}

export type ElectorEvent = ElectorAttested | ElectorStruckOff

export const electorEvents = eventCodec<ElectorEvent>({ ElectorAttested, ElectorStruckOff })
