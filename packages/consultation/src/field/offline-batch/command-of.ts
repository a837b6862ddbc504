import type { OfflineBatchCommand } from './commands.ts'
import type { OfflineBatchEvent } from './events.ts'

/** The command that leads to an event: all that it says is in the event, so that any log can be decided again. */
export const commandOfOfflineBatch = (event: OfflineBatchEvent): OfflineBatchCommand => {
  switch (event.type) {
    case 'BatchReceived':
      return { ...event, type: 'ReceiveBatch' }
    case 'ItemTranscribed': {
      const { reading: _, ...transcribed } = event
      return { ...transcribed, type: 'TranscribeItem' }
    }
    case 'DiscrepancyFound':
      return { type: 'FindDiscrepancy', batchId: event.batchId, itemId: event.itemId }
    case 'DiscrepancyReconciled':
      return { ...event, type: 'ReconcileDiscrepancy' }
    case 'RollCrossChecked':
      return { ...event, type: 'CrossCheckRoll' }
    case 'ItemEnded':
      return { ...event, type: 'EndItem' }
    case 'BatchAccepted': {
      const { batchId, by, acceptedAt } = event
      return { type: 'AcceptBatch', batchId, by, acceptedAt }
    }
    case 'BatchRejected':
      return { ...event, type: 'RejectBatch' }
  }
}
