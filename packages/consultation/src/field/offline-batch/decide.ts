import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { isSame } from '../../answers/is-same.ts'
import { missingWords } from '../../answers/missing-words.ts'
import { repeated } from '../../answers/repeated.ts'
import type {
  AcceptBatch,
  OfflineBatchCommand,
  CrossCheckRoll,
  EndItem,
  FindDiscrepancy,
  ReceiveBatch,
  ReconcileDiscrepancy,
  TranscribeItem,
} from './commands.ts'
import type { OfflineBatchEvent, Ending } from './events.ts'
import type { OfflineBatchRejection } from './rejections.ts'
import { isDisputed } from './state.ts'
import type { OfflineBatchState, Item, OpenBatch } from './state.ts'

type Decision = Either<OfflineBatchRejection, ReadonlyArray<OfflineBatchEvent>>

const receive = (command: ReceiveBatch, state: OfflineBatchState): Decision => {
  const { consultationId, custodian, scanHash, items } = command
  if (state.status !== 'NotReceived')
    return isSame(state.terms, { consultationId, custodian, scanHash, items }) ? E.right([]) : E.left({ type: 'BatchAlreadyReceived' })
  const fault = missingWords('BatchReceived', { custodian, scanHash })
  if (fault !== undefined) return E.left(fault)
  if (items.length === 0) return E.left({ type: 'BatchEmpty' })
  const itemId = repeated(items)
  return itemId === undefined ? E.right([{ ...command, type: 'BatchReceived' }]) : E.left({ type: 'ItemRepeated', itemId })
}

const transcribe = (command: TranscribeItem, { readings }: Item): Decision => {
  const { itemId, transcriber, contentRef, contentHash } = command
  const fault = missingWords('ItemTranscribed', { transcriber, contentRef, contentHash })
  if (fault !== undefined) return E.left(fault)
  const own = readings.find((reading) => reading.transcriber === transcriber)
  if (own !== undefined) return own.contentHash === contentHash ? E.right([]) : E.left({ type: 'SameTranscriber', itemId, transcriber })
  const [first, second] = readings
  if (second !== undefined) return E.left({ type: 'ItemTranscribedTwice', itemId })
  return E.right([{ ...command, type: 'ItemTranscribed', reading: first === undefined ? 'first' : 'second' }])
}

const find = ({ batchId, itemId }: FindDiscrepancy, item: Item): Decision => {
  const [first, second] = item.readings
  if (first === undefined || second === undefined || first.contentHash === second.contentHash) return E.left({ type: 'NoDiscrepancy', itemId })
  if (item.isFound) return E.right([])
  return E.right([{ type: 'DiscrepancyFound', batchId, itemId, first: first.contentHash, second: second.contentHash }])
}

const reconcile = (command: ReconcileDiscrepancy, item: Item): Decision => {
  const { itemId, method, by, contentRef, contentHash } = command
  const transcribers = item.readings.map(({ transcriber }) => transcriber)
  const [one = '', ...others] = by
  const fault = missingWords('DiscrepancyReconciled', { by: one, contentRef, contentHash })
  if (fault !== undefined) return E.left(fault)
  if (item.reconciled === contentHash) return E.right([])
  if (!isDisputed(item) || !item.isFound) return E.left({ type: 'NoDiscrepancy', itemId })
  const isTheirs = method === 'third-reading' ? others.length === 0 && !transcribers.includes(one) : isSame(by.toSorted(), transcribers.toSorted())
  return isTheirs ? E.right([{ ...command, type: 'DiscrepancyReconciled' }]) : E.left({ type: 'NotTheirsToReconcile', method, transcribers })
}

const crossCheck = (command: CrossCheckRoll, state: OpenBatch): Decision => {
  const { rollId, conflicts, by } = command
  const fault = missingWords('RollCrossChecked', { by, rollId })
  if (fault !== undefined) return E.left(fault)
  const twice = repeated(conflicts)
  if (twice !== undefined) return E.left({ type: 'ItemRepeated', itemId: twice })
  const foreign = conflicts.find((itemId) => !state.items.has(itemId))
  if (foreign !== undefined) return E.left({ type: 'ItemNotInBatch', itemId: foreign })
  const checked = { ...(rollId === undefined ? {} : { rollId }), conflicts }
  const isKnown = state.crossCheck !== undefined && isSame(state.crossCheck, checked)
  return E.right(isKnown ? [] : [{ ...command, type: 'RollCrossChecked' }])
}

const end = (command: EndItem, item: Item, { crossCheck: check }: OpenBatch): Decision => {
  const { itemId, ending, reason, by } = command
  const fault = missingWords('ItemEnded', { by, reason: ending === 'accepted' ? reason : (reason ?? '') })
  if (fault !== undefined) return E.left(fault)
  if (item.readings.length < 2) return E.left({ type: 'ItemNotTranscribedTwice', itemId, transcriptions: item.readings.length })
  if (isDisputed(item)) return E.left({ type: 'DiscrepancyOpen', itemId })
  if (ending === 'accepted' && check === undefined) return E.left({ type: 'RollNotCrossChecked' })
  if (ending === 'accepted' && check?.conflicts.includes(itemId) === true) return E.left({ type: 'ItemInConflict', itemId })
  const ended = { ending, ...(reason === undefined ? {} : { reason }) }
  return E.right(item.ending !== undefined && isSame(item.ending, ended) ? [] : [{ ...command, type: 'ItemEnded' }])
}

const accept = (command: AcceptBatch, { items, crossCheck: check }: OpenBatch): Decision => {
  const fault = missingWords('BatchAccepted', { by: command.by })
  if (fault !== undefined) return E.left(fault)
  const open = [...items].flatMap(([itemId, { ending }]) => (ending === undefined ? [itemId] : []))
  if (open.length > 0) return E.left({ type: 'ItemsNotEnded', itemIds: open })
  if (check === undefined) return E.left({ type: 'RollNotCrossChecked' })
  const conflicting = check.conflicts.find((itemId) => items.get(itemId)?.ending?.ending === 'accepted')
  if (conflicting !== undefined) return E.left({ type: 'ItemInConflict', itemId: conflicting })
  const countOf = (ending: Ending): number => [...items.values()].filter((item) => item.ending?.ending === ending).length
  const counts = { accepted: countOf('accepted'), rejected: countOf('rejected'), voided: countOf('void') }
  return E.right([{ ...command, type: 'BatchAccepted', ...counts }])
}

const onItem = (command: TranscribeItem | FindDiscrepancy | ReconcileDiscrepancy | EndItem, state: OpenBatch): Decision => {
  const item = state.items.get(command.itemId)
  if (item === undefined) return E.left({ type: 'ItemNotInBatch', itemId: command.itemId })
  switch (command.type) {
    case 'TranscribeItem':
      return transcribe(command, item)
    case 'FindDiscrepancy':
      return find(command, item)
    case 'ReconcileDiscrepancy':
      return reconcile(command, item)
    case 'EndItem':
      return end(command, item, state)
  }
}

export const decide = (command: OfflineBatchCommand, state: OfflineBatchState): Decision => {
  if (command.type === 'ReceiveBatch') return receive(command, state)
  if (command.type === 'AcceptBatch' && state.status === 'Accepted') return E.right([])
  if (command.type === 'RejectBatch' && state.status === 'Rejected' && state.reason === command.reason) return E.right([])
  if (state.status !== 'Open') return E.left({ type: 'BatchNotOpen', status: state.status })
  switch (command.type) {
    case 'TranscribeItem':
    case 'FindDiscrepancy':
    case 'ReconcileDiscrepancy':
    case 'EndItem':
      return onItem(command, state)
    case 'CrossCheckRoll':
      return crossCheck(command, state)
    case 'AcceptBatch':
      return accept(command, state)
    case 'RejectBatch': {
      const fault = missingWords('BatchRejected', { reason: command.reason, by: command.by })
      return fault === undefined ? E.right([{ ...command, type: 'BatchRejected' }]) : E.left(fault)
    }
  }
}
