import type { BatchReceived, Ending } from './events.ts'

/** One transcription of an item. */
interface Reading {
  readonly transcriber: string
  readonly contentHash: string
}

/** One sheet, card or form of a batch. */
export interface Item {
  /** At most two, by two persons. */
  readonly readings: ReadonlyArray<Reading>
  /** Whether it was put on record that they differ: only then is it reconciled. */
  readonly isFound: boolean
  /** The hash of what the discrepancy was reconciled to. */
  readonly reconciled?: string
  readonly ending?: { readonly ending: Ending; readonly reason?: string }
}

interface Batch {
  readonly terms: Pick<BatchReceived, 'consultationId' | 'custodian' | 'scanHash' | 'items'>
  readonly items: ReadonlyMap<string, Item>
  /** The last check against the roll; absent before there was one. */
  readonly crossCheck?: { readonly rollId?: string; readonly conflicts: ReadonlyArray<string> }
}

export type OfflineBatchState =
  | { readonly status: 'NotReceived' }
  | ({ readonly status: 'Open' } & Batch)
  | ({ readonly status: 'Accepted' } & Batch)
  | ({ readonly status: 'Rejected'; readonly reason: string } & Batch)

export type OpenBatch = Extract<OfflineBatchState, { status: 'Open' }>

export const initialState: OfflineBatchState = { status: 'NotReceived' }

/** Two transcriptions that differ, and nobody has said yet what the item says. */
export const isDisputed = ({ readings, reconciled }: Item): boolean => {
  const [first, second] = readings
  return reconciled === undefined && second !== undefined && first?.contentHash !== second.contentHash
}
