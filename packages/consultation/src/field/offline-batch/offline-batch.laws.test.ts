import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { instant } from '@isegoria/kernel'
import { heldToLaws, plain } from '../../answers/held-to-laws.fixture.ts'
import { commandOfOfflineBatch } from './command-of.ts'
import { offlineBatchCommands } from './commands.ts'
import type { OfflineBatchCommand } from './commands.ts'
import { offlineBatchEvents } from './events.ts'
import type { Ending } from './events.ts'
import { expectedOfOfflineBatch, offlineBatch } from './offline-batch.ts'

const at = instant('2026-06-01T08:00:00Z')
const batchId = 'b-1'
const receive = {
  type: 'ReceiveBatch',
  batchId,
  consultationId: 'c-1',
  custodian: 'desk',
  scanHash: 's',
  items: ['i-1'],
  receivedAt: at,
} as const
const itemId = fc.constantFrom('i-1', 'i-1', 'i-1', 'i-1', 'i-2')
const person = fc.constantFrom('ann', 'ben', 'cleo')
const contentHash = fc.constantFrom('x', 'x', 'y')
const rarely = fc.constantFrom('', '', '', '', '', 'why')

const command: fc.Arbitrary<OfflineBatchCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(['i-1', 'i-2'], ['i-1'], []).map((items) => ({ ...receive, items })),
  },
  {
    weight: 12,
    arbitrary: fc
      .record({ itemId, transcriber: person, contentHash }, plain)
      .map((one) => ({ type: 'TranscribeItem' as const, batchId, contentRef: 'r', ...one })),
  },
  { weight: 4, arbitrary: itemId.map((item) => ({ type: 'FindDiscrepancy' as const, batchId, itemId: item })) },
  {
    weight: 8,
    arbitrary: fc
      .record(
        {
          itemId,
          by: fc.constantFrom(['ann'], ['ben'], ['cleo'], ['ann', 'ben']),
          contentHash,
          method: fc.constantFrom('third-reading', 'agreement'),
        },
        plain,
      )
      .map((one) => ({ type: 'ReconcileDiscrepancy' as const, batchId, contentRef: 'r', ...one })),
  },
  {
    weight: 4,
    arbitrary: fc
      .subarray(['i-1', 'i-2', 'i-3'], { maxLength: 1 })
      .map((conflicts) => ({ type: 'CrossCheckRoll' as const, batchId, conflicts, by: 'desk', checkedAt: at })),
  },
  {
    weight: 12,
    arbitrary: fc
      .tuple(itemId, fc.constantFrom<Ending>('accepted', 'accepted', 'rejected', 'void'), fc.constantFrom('', 'why'))
      .map(([item, ending, reason]) => ({ type: 'EndItem' as const, batchId, itemId: item, ending, by: 'bureau', reason })),
  },
  { weight: 4, arbitrary: fc.constant({ type: 'AcceptBatch' as const, batchId, by: 'bureau', acceptedAt: at }) },
  rarely.map((reason) => ({ type: 'RejectBatch' as const, batchId, by: 'bureau', reason, rejectedAt: at })),
)

it('an offline batch obeys the laws of a decider, and is accepted only with every item read by two and ended (I26)', () => {
  heldToLaws({
    decider: offlineBatch,
    events: offlineBatchEvents,
    commands: offlineBatchCommands,
    expected: expectedOfOfflineBatch,
    command,
    commandOf: commandOfOfflineBatch,
    opening: receive,
    always: (events, state) => {
      if (state.status === 'NotReceived') return
      for (const { readings } of state.items.values()) expect(new Set(readings.map(({ transcriber }) => transcriber)).size).toBe(readings.length)
      if (state.status !== 'Accepted') return
      const [last] = events.slice(-1)
      const counts = last?.type === 'BatchAccepted' ? last.accepted + last.rejected + last.voided : 0
      expect(counts).toBe(state.items.size)
      for (const [item, { readings, ending }] of state.items) {
        expect(readings).toHaveLength(2)
        if (ending?.ending === 'accepted') expect(state.crossCheck?.conflicts).not.toContain(item)
      }
    },
  })
})
