import type { Decider } from '@isegoria/kernel'
import type { OfflineBatchCommand } from './commands.ts'
import { decide } from './decide.ts'
import type { OfflineBatchEvent } from './events.ts'
import type { OfflineBatchRejection } from './rejections.ts'
import { initialState, isDisputed } from './state.ts'
import type { OfflineBatchState, Item, OpenBatch } from './state.ts'

const withItem = (state: OpenBatch, itemId: string, change: (item: Item) => Item): OpenBatch => {
  const item = state.items.get(itemId)
  return item === undefined ? state : { ...state, items: new Map(state.items).set(itemId, change(item)) }
}

const evolve = (state: OfflineBatchState, event: OfflineBatchEvent): OfflineBatchState => {
  if (event.type === 'BatchReceived') {
    const { consultationId, custodian, scanHash, items } = event
    const none = new Map(items.map((itemId): [string, Item] => [itemId, { readings: [], isFound: false }]))
    return { status: 'Open', terms: { consultationId, custodian, scanHash, items }, items: none }
  }
  if (state.status !== 'Open') return state
  switch (event.type) {
    case 'ItemTranscribed': {
      const { transcriber, contentHash } = event
      return withItem(state, event.itemId, (item) => ({ ...item, readings: [...item.readings, { transcriber, contentHash }] }))
    }
    case 'DiscrepancyFound':
      return withItem(state, event.itemId, (item) => ({ ...item, isFound: true }))
    case 'DiscrepancyReconciled':
      return withItem(state, event.itemId, (item) => ({ ...item, reconciled: event.contentHash }))
    case 'RollCrossChecked': {
      const { rollId, conflicts } = event
      return { ...state, crossCheck: { ...(rollId === undefined ? {} : { rollId }), conflicts } }
    }
    case 'ItemEnded': {
      const { ending, reason } = event
      return withItem(state, event.itemId, (item) => ({ ...item, ending: { ending, ...(reason === undefined ? {} : { reason }) } }))
    }
    case 'BatchAccepted':
      return { ...state, status: 'Accepted' }
    case 'BatchRejected':
      return { ...state, status: 'Rejected', reason: event.reason }
  }
}

/**
 * Received → each item transcribed by two who differ, reconciled where they disagree → checked against the roll → each item accepted,
 * rejected or void → accepted, or rejected as a whole.
 *
 * An item's ending can be changed until the batch is accepted, and the roll checked again, since people go on voting online meanwhile.
 * Cost: one copy of the batch's items an event; batches are as small as a box of forms.
 */
export const offlineBatch: Decider<OfflineBatchCommand, OfflineBatchState, OfflineBatchEvent, OfflineBatchRejection> = {
  initialState,
  decide,
  evolve,
}

export const offlineBatchStream = (batchId: string): string => `offline-${batchId}`

/** One thing that can happen next to a batch, and who may do it. */
export interface ExpectedOfOfflineBatch {
  readonly command: OfflineBatchCommand['type']
  readonly by: 'custodian' | 'transcriber' | 'process' | 'roll keeper' | 'authority'
  /** The items that wait for it, where it is about items. */
  readonly items?: ReadonlyArray<string>
}

/** What a batch waits for, item by item; it is accepted once no item waits. */
export const expectedOfOfflineBatch = (state: OfflineBatchState): ReadonlyArray<ExpectedOfOfflineBatch> => {
  if (state.status === 'NotReceived') return [{ command: 'ReceiveBatch', by: 'custodian' }]
  if (state.status !== 'Open') return []
  const idsOf = (isWanted: (item: Item) => boolean): ReadonlyArray<string> =>
    [...state.items].flatMap(([itemId, item]) => (isWanted(item) ? [itemId] : []))
  const work: ReadonlyArray<ExpectedOfOfflineBatch> = [
    { command: 'TranscribeItem', by: 'transcriber', items: idsOf(({ readings }) => readings.length < 2) },
    { command: 'FindDiscrepancy', by: 'process', items: idsOf((item) => isDisputed(item) && !item.isFound) },
    { command: 'ReconcileDiscrepancy', by: 'transcriber', items: idsOf((item) => isDisputed(item) && item.isFound) },
    { command: 'EndItem', by: 'authority', items: idsOf((item) => item.readings.length === 2 && !isDisputed(item)) },
  ]
  const isDone = state.crossCheck !== undefined && idsOf(({ ending }) => ending === undefined).length === 0
  return [
    ...work.filter(({ items }) => items?.length !== 0),
    { command: 'CrossCheckRoll', by: 'roll keeper' },
    ...(isDone ? [{ command: 'AcceptBatch', by: 'authority' } as const] : []),
    { command: 'RejectBatch', by: 'authority' },
  ]
}
