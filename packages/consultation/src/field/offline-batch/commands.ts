import * as t from 'io-ts'
import { eventCodec } from '@isegoria/kernel'
import { acceptance, crossCheck, ending, reception, reconciliation, refusal, roll, transcription, why } from './events.ts'

const ReceiveBatch = t.strict({ type: t.literal('ReceiveBatch'), ...reception }, 'ReceiveBatch')
export interface ReceiveBatch extends Readonly<t.TypeOf<typeof ReceiveBatch>> {}

/** The first or the second transcription, as it comes. */
const TranscribeItem = t.strict({ type: t.literal('TranscribeItem'), ...transcription }, 'TranscribeItem')
export interface TranscribeItem extends Readonly<t.TypeOf<typeof TranscribeItem>> {}

/** A process asks this once an item has its second transcription. */
const FindDiscrepancy = t.strict({ type: t.literal('FindDiscrepancy'), batchId: t.string, itemId: t.string }, 'FindDiscrepancy')
export interface FindDiscrepancy extends Readonly<t.TypeOf<typeof FindDiscrepancy>> {}

const ReconcileDiscrepancy = t.strict({ type: t.literal('ReconcileDiscrepancy'), ...reconciliation }, 'ReconcileDiscrepancy')
export interface ReconcileDiscrepancy extends Readonly<t.TypeOf<typeof ReconcileDiscrepancy>> {}

const CrossCheckRoll = t.exact(t.intersection([t.type({ type: t.literal('CrossCheckRoll'), ...crossCheck }), t.partial(roll)]), 'CrossCheckRoll')
export interface CrossCheckRoll extends Readonly<t.TypeOf<typeof CrossCheckRoll>> {}

const EndItem = t.exact(t.intersection([t.type({ type: t.literal('EndItem'), ...ending }), t.partial(why)]), 'EndItem')
export interface EndItem extends Readonly<t.TypeOf<typeof EndItem>> {}

const AcceptBatch = t.strict({ type: t.literal('AcceptBatch'), ...acceptance }, 'AcceptBatch')
export interface AcceptBatch extends Readonly<t.TypeOf<typeof AcceptBatch>> {}

const RejectBatch = t.strict({ type: t.literal('RejectBatch'), ...refusal }, 'RejectBatch')
interface RejectBatch extends Readonly<t.TypeOf<typeof RejectBatch>> {}

export type OfflineBatchCommand =
  | ReceiveBatch
  | TranscribeItem
  | FindDiscrepancy
  | ReconcileDiscrepancy
  | CrossCheckRoll
  | EndItem
  | AcceptBatch
  | RejectBatch

/** Decodes a command where it comes in. */
export const offlineBatchCommands = eventCodec<OfflineBatchCommand>({
  ReceiveBatch,
  TranscribeItem,
  FindDiscrepancy,
  ReconcileDiscrepancy,
  CrossCheckRoll,
  EndItem,
  AcceptBatch,
  RejectBatch,
})
