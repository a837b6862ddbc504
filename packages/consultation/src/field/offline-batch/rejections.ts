import type { WordsMissing } from '../../answers/missing-words.ts'
import type { OfflineBatchState } from './state.ts'

export type OfflineBatchRejection =
  | WordsMissing
  | { readonly type: 'BatchEmpty' }
  | { readonly type: 'ItemRepeated'; readonly itemId: string }
  | { readonly type: 'BatchAlreadyReceived' }
  | { readonly type: 'BatchNotOpen'; readonly status: OfflineBatchState['status'] }
  | { readonly type: 'ItemNotInBatch'; readonly itemId: string }
  /** An item is transcribed by two who differ, and by no more. */
  | { readonly type: 'SameTranscriber'; readonly itemId: string; readonly transcriber: string }
  | { readonly type: 'ItemTranscribedTwice'; readonly itemId: string }
  /** The transcriptions agree, or it was not put on record that they do not. */
  | { readonly type: 'NoDiscrepancy'; readonly itemId: string }
  /** A third reading is by one who transcribed neither; an agreement by the two who did. */
  | { readonly type: 'NotTheirsToReconcile'; readonly method: 'third-reading' | 'agreement'; readonly transcribers: ReadonlyArray<string> }
  | { readonly type: 'ItemNotTranscribedTwice'; readonly itemId: string; readonly transcriptions: number }
  | { readonly type: 'DiscrepancyOpen'; readonly itemId: string }
  /** Nothing is accepted before it was checked against the roll. */
  | { readonly type: 'RollNotCrossChecked' }
  | { readonly type: 'ItemInConflict'; readonly itemId: string }
  | { readonly type: 'ItemsNotEnded'; readonly itemIds: ReadonlyArray<string> }
