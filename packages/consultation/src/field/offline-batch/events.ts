import * as t from 'io-ts'
import { Count, eventCodec, Instant } from '@isegoria/kernel'

// These names are stored. Add, never change. People are roles or pseudonyms, never names; texts of citizens stand elsewhere.

const ids = t.readonlyArray(t.string)

const Ending = t.keyof({ accepted: null, rejected: null, void: null }, 'Ending')
export type Ending = t.TypeOf<typeof Ending>

const Method = t.keyof({ 'third-reading': null, agreement: null }, 'Method')

export const reception = {
  batchId: t.string,
  consultationId: t.string,
  custodian: t.string,
  scanHash: t.string,
  items: ids,
  receivedAt: Instant,
}
export const transcription = { batchId: t.string, itemId: t.string, transcriber: t.string, contentRef: t.string, contentHash: t.string }
export const reconciliation = { batchId: t.string, itemId: t.string, method: Method, by: ids, contentRef: t.string, contentHash: t.string }
export const crossCheck = { batchId: t.string, conflicts: ids, by: t.string, checkedAt: Instant }
export const roll = { rollId: t.string }
export const ending = { batchId: t.string, itemId: t.string, ending: Ending, by: t.string }
export const why = { reason: t.string }
export const acceptance = { batchId: t.string, by: t.string, acceptedAt: Instant }
export const refusal = { batchId: t.string, reason: t.string, by: t.string, rejectedAt: Instant }

/** `scanHash`: of the scan of all items, so that nobody changes the paper unseen. */
export const BatchReceived = t.strict({ type: t.literal('BatchReceived'), ...reception }, 'BatchReceived')
export interface BatchReceived extends Readonly<t.TypeOf<typeof BatchReceived>> {}

/** `contentHash` is salted by item, not by transcriber: equal transcriptions have equal hashes. Of what cannot be read, that is transcribed. */
const ItemTranscribed = t.strict(
  { type: t.literal('ItemTranscribed'), ...transcription, reading: t.keyof({ first: null, second: null }) },
  'ItemTranscribed',
)
interface ItemTranscribed extends Readonly<t.TypeOf<typeof ItemTranscribed>> {}

/** The two transcriptions of an item differ. */
const DiscrepancyFound = t.strict(
  { type: t.literal('DiscrepancyFound'), batchId: t.string, itemId: t.string, first: t.string, second: t.string },
  'DiscrepancyFound',
)
interface DiscrepancyFound extends Readonly<t.TypeOf<typeof DiscrepancyFound>> {}

/** By a third person who read the item, or by both who transcribed it. */
const DiscrepancyReconciled = t.strict({ type: t.literal('DiscrepancyReconciled'), ...reconciliation }, 'DiscrepancyReconciled')
interface DiscrepancyReconciled extends Readonly<t.TypeOf<typeof DiscrepancyReconciled>> {}

/** `conflicts`: items whose authors took part otherwise or are not on the roll. Without `rollId` where anybody may take part. */
const RollCrossChecked = t.exact(
  t.intersection([t.type({ type: t.literal('RollCrossChecked'), ...crossCheck }), t.partial(roll)]),
  'RollCrossChecked',
)
interface RollCrossChecked extends Readonly<t.TypeOf<typeof RollCrossChecked>> {}

/** The item counts, is turned down, or is void. `reason` is absent for what is accepted without a remark. */
const ItemEnded = t.exact(t.intersection([t.type({ type: t.literal('ItemEnded'), ...ending }), t.partial(why)]), 'ItemEnded')
interface ItemEnded extends Readonly<t.TypeOf<typeof ItemEnded>> {}

const BatchAccepted = t.strict({ type: t.literal('BatchAccepted'), ...acceptance, accepted: Count, rejected: Count, voided: Count }, 'BatchAccepted')
interface BatchAccepted extends Readonly<t.TypeOf<typeof BatchAccepted>> {}

/** The whole batch falls, whatever became of its items: its custody was broken, say. */
const BatchRejected = t.strict({ type: t.literal('BatchRejected'), ...refusal }, 'BatchRejected')
interface BatchRejected extends Readonly<t.TypeOf<typeof BatchRejected>> {}

export type OfflineBatchEvent =
  | BatchReceived
  | ItemTranscribed
  | DiscrepancyFound
  | DiscrepancyReconciled
  | RollCrossChecked
  | ItemEnded
  | BatchAccepted
  | BatchRejected

export const offlineBatchEvents = eventCodec<OfflineBatchEvent>({
  BatchReceived,
  ItemTranscribed,
  DiscrepancyFound,
  DiscrepancyReconciled,
  RollCrossChecked,
  ItemEnded,
  BatchAccepted,
  BatchRejected,
})
