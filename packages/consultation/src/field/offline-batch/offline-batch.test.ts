import { describe, expect, it } from 'vitest'
import { instant } from '@isegoria/kernel'
import { specify } from '@isegoria/testing'
import type { OfflineBatchEvent } from './events.ts'
import { offlineBatch, expectedOfOfflineBatch } from './offline-batch.ts'

const given = specify(offlineBatch)
const at = instant('2026-06-01T08:00:00Z')
const batchId = 'b-1'
const received: OfflineBatchEvent = {
  type: 'BatchReceived',
  batchId,
  consultationId: 'c-1',
  custodian: 'town hall desk',
  scanHash: 'scan',
  items: ['i-1'],
  receivedAt: at,
}
const receive = { ...received, type: 'ReceiveBatch' } as const
const reading = (transcriber: string, contentHash = 'x') => ({
  batchId,
  itemId: 'i-1',
  transcriber,
  contentRef: `readings/${transcriber}`,
  contentHash,
})
const first: OfflineBatchEvent = { type: 'ItemTranscribed', ...reading('ann'), reading: 'first' }
const second: OfflineBatchEvent = { type: 'ItemTranscribed', ...reading('ben'), reading: 'second' }
const other: OfflineBatchEvent = { type: 'ItemTranscribed', ...reading('ben', 'y'), reading: 'second' }
const found: OfflineBatchEvent = { type: 'DiscrepancyFound', batchId, itemId: 'i-1', first: 'x', second: 'y' }
const disputed = [received, first, other, found] as const
const reconciled: OfflineBatchEvent = {
  type: 'DiscrepancyReconciled',
  batchId,
  itemId: 'i-1',
  method: 'third-reading',
  by: ['cleo'],
  contentRef: 'readings/cleo',
  contentHash: 'y',
}
const reconcile = { ...reconciled, type: 'ReconcileDiscrepancy' } as const
const checked: OfflineBatchEvent = { type: 'RollCrossChecked', batchId, rollId: 'town', conflicts: [], by: 'roll desk', checkedAt: at }
const check = { ...checked, type: 'CrossCheckRoll' } as const
const accepted: OfflineBatchEvent = { type: 'ItemEnded', batchId, itemId: 'i-1', ending: 'accepted', by: 'bureau' }
const acceptItem = { ...accepted, type: 'EndItem' } as const
const voided: OfflineBatchEvent = { ...accepted, ending: 'void', reason: 'torn' }
const all: OfflineBatchEvent = { type: 'BatchAccepted', batchId, by: 'bureau', acceptedAt: at, accepted: 1, rejected: 0, voided: 0 }
const accept = { type: 'AcceptBatch', batchId, by: 'bureau', acceptedAt: at } as const
const rejected: OfflineBatchEvent = { type: 'BatchRejected', batchId, reason: 'the seal was broken', by: 'bureau', rejectedAt: at }
const reject = { ...rejected, type: 'RejectBatch' } as const

describe('an offline batch', () => {
  it('is received once from its custodian, with the hash of its scan and its items', () => {
    given().when(receive).then(received)
    given(received).when(receive).thenNothing()
    given(received)
      .when({ ...receive, items: ['i-9'] })
      .thenRejected({ type: 'BatchAlreadyReceived' })
    given()
      .when({ ...receive, items: [] })
      .thenRejected({ type: 'BatchEmpty' })
    given()
      .when({ ...receive, items: ['i-1', 'i-1'] })
      .thenRejected({ type: 'ItemRepeated', itemId: 'i-1' })
    given()
      .when({ ...receive, custodian: '' })
      .thenRejected({ type: 'WordsMissing', of: 'BatchReceived', field: 'custodian' })
  })
  it('can be rejected as a whole with a reason, until it is accepted', () => {
    given(received).when(reject).then(rejected)
    given(received, rejected).when(reject).thenNothing()
    given(received)
      .when({ ...reject, reason: '' })
      .thenRejected({ type: 'WordsMissing', of: 'BatchRejected', field: 'reason' })
    given(received, rejected).when(accept).thenRejected({ type: 'BatchNotOpen', status: 'Rejected' })
    given(received, first, second, checked, accepted, all).when(reject).thenRejected({ type: 'BatchNotOpen', status: 'Accepted' })
  })
})

describe('I26: two who differ transcribe each item, and a third or both settle where they disagree', () => {
  it('refuses two transcriptions by one person, a third transcription, and an ending before both', () => {
    given(received, first)
      .when({ type: 'TranscribeItem', ...reading('ann', 'y') })
      .thenRejected({ type: 'SameTranscriber', itemId: 'i-1', transcriber: 'ann' })
    given(received, first, second)
      .when({ type: 'TranscribeItem', ...reading('cleo') })
      .thenRejected({ type: 'ItemTranscribedTwice', itemId: 'i-1' })
    for (const ending of ['accepted', 'rejected', 'void'] as const)
      given(received, first, checked)
        .when({ ...acceptItem, ending, reason: 'why' })
        .thenRejected({ type: 'ItemNotTranscribedTwice', itemId: 'i-1', transcriptions: 1 })
    given(received)
      .when({ type: 'TranscribeItem', ...reading('ann'), itemId: 'i-2' })
      .thenRejected({ type: 'ItemNotInBatch', itemId: 'i-2' })
  })
  it('allows two by two, and puts on record where they disagree', () => {
    given(received)
      .when({ type: 'TranscribeItem', ...reading('ann') })
      .then(first)
    given(received, first)
      .when({ type: 'TranscribeItem', ...reading('ann') })
      .thenNothing()
    given(received, first)
      .when({ type: 'TranscribeItem', ...reading('ben') })
      .then(second)
    given(received, first)
      .when({ type: 'TranscribeItem', ...reading('ben', 'y') })
      .then(other)
    const find = { type: 'FindDiscrepancy', batchId, itemId: 'i-1' } as const
    given(received, first, other).when(find).then(found)
    given(...disputed)
      .when(find)
      .thenNothing()
    given(received, first, second).when(find).thenRejected({ type: 'NoDiscrepancy', itemId: 'i-1' })
  })
  it('refuses to settle a disagreement by one who made it, or where there is none', () => {
    const refused = { type: 'NotTheirsToReconcile', transcribers: ['ann', 'ben'] } as const
    given(...disputed)
      .when({ ...reconcile, by: ['ann'] })
      .thenRejected({ ...refused, method: 'third-reading' })
    given(...disputed)
      .when({ ...reconcile, method: 'agreement', by: ['ann', 'cleo'] })
      .thenRejected({ ...refused, method: 'agreement' })
    given(received, first, other).when(reconcile).thenRejected({ type: 'NoDiscrepancy', itemId: 'i-1' })
    given(received, first, second).when(reconcile).thenRejected({ type: 'NoDiscrepancy', itemId: 'i-1' })
    given(received, first, other, checked).when(acceptItem).thenRejected({ type: 'DiscrepancyOpen', itemId: 'i-1' })
  })
  it('allows a third to settle it, or both in agreement', () => {
    given(...disputed)
      .when(reconcile)
      .then(reconciled)
    given(...disputed, reconciled)
      .when(reconcile)
      .thenNothing()
    given(...disputed)
      .when({ ...reconcile, method: 'agreement', by: ['ben', 'ann'] })
      .then({ ...reconciled, method: 'agreement', by: ['ben', 'ann'] })
    given(...disputed, reconciled, checked)
      .when(acceptItem)
      .then(accepted)
  })
})

describe('I26: every item ends, and nothing is accepted before it was checked against the roll', () => {
  it('refuses to accept an item unchecked, or in conflict with the roll, and to turn one down without a reason', () => {
    given(received, first, second).when(acceptItem).thenRejected({ type: 'RollNotCrossChecked' })
    given(received, first, second, { ...checked, conflicts: ['i-1'] })
      .when(acceptItem)
      .thenRejected({ type: 'ItemInConflict', itemId: 'i-1' })
    for (const ending of ['rejected', 'void'] as const)
      given(received, first, second)
        .when({ ...acceptItem, ending })
        .thenRejected({ type: 'WordsMissing', of: 'ItemEnded', field: 'reason' })
  })
  it('refuses to accept a batch with an item that has not ended, unchecked, or that is in conflict meanwhile', () => {
    given(received, first, second, checked)
      .when(accept)
      .thenRejected({ type: 'ItemsNotEnded', itemIds: ['i-1'] })
    given(received, first, second, voided).when(accept).thenRejected({ type: 'RollNotCrossChecked' })
    given(received, first, second, checked, accepted, { ...checked, conflicts: ['i-1'] })
      .when(accept)
      .thenRejected({ type: 'ItemInConflict', itemId: 'i-1' })
  })
  it('allows it once each item has ended, and counts the endings', () => {
    given(received, first, second).when(check).then(checked)
    given(received, first, second, checked).when(check).thenNothing()
    given(received, first, second, checked, accepted).when(accept).then(all)
    given(received, first, second, checked, accepted, all).when(accept).thenNothing()
    given(received, first, second, checked, accepted, { ...checked, conflicts: ['i-1'] }, voided)
      .when(accept)
      .then({ ...all, accepted: 0, voided: 1 })
  })
  it('says which items wait for what', () => {
    const state = disputed.reduce(offlineBatch.evolve, offlineBatch.initialState)
    expect(expectedOfOfflineBatch(state)).toContainEqual({ command: 'ReconcileDiscrepancy', by: 'transcriber', items: ['i-1'] })
    expect(expectedOfOfflineBatch(state).map(({ command }) => command)).not.toContain('EndItem')
  })
})
