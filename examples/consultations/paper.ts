import { canonicalHash } from '@isegoria/kernel'
import { on } from './session.ts'
import type { Session } from './session.ts'

/** A form on paper: what two people read on it, and what they agree on where they differ. */
interface Form {
  readonly id: string
  readonly theme: string
  readonly first: string
  readonly second: string
  readonly agreed?: string
}

const batchId = 'urne-saint-loup'
const [reader, checker] = ['transcriptrice-1', 'transcripteur-2']

/**
 * A box of forms: transcribed twice by two people, reconciled, accepted or void, and each accepted one received as a contribution. It
 * was received when the box was still open, and says so.
 */
export const receiveForms = async (session: Session, consultationId: string, forms: ReadonlyArray<Form>): Promise<void> => {
  const { batches, kept, receive } = session
  const day = '2027-04-12'
  const at = on(day)
  const items = forms.map(({ id }) => id)
  const scanHash = canonicalHash(forms.map(({ first }) => first))
  await batches.act(
    batchId,
    { type: 'ReceiveBatch', batchId, consultationId, custodian: 'Secrétariat de Saint-Loup', scanHash, items, receivedAt: at },
    at,
  )
  for (const { id: itemId, first, second, agreed } of forms) {
    const read = (transcriber: string, text: string) =>
      batches.act(batchId, { type: 'TranscribeItem', batchId, itemId, transcriber, ...kept(`papier/${itemId}/${transcriber}`, text, itemId) }, at)
    await read(reader, first)
    await read(checker, second)
    if (agreed === undefined) continue
    await batches.act(batchId, { type: 'FindDiscrepancy', batchId, itemId }, at)
    await batches.act(
      batchId,
      { type: 'ReconcileDiscrepancy', batchId, itemId, method: 'agreement', by: [reader, checker], ...kept(`papier/${itemId}`, agreed, itemId) },
      at,
    )
  }
  await batches.act(batchId, { type: 'CrossCheckRoll', batchId, conflicts: [], by: 'Participation citoyenne', checkedAt: at }, at)
  for (const { id: itemId, theme } of forms) {
    const ending = theme === '' ? ({ ending: 'void', reason: 'Illisible' } as const) : ({ ending: 'accepted' } as const)
    await batches.act(batchId, { type: 'EndItem', batchId, itemId, ...ending, by: 'Participation citoyenne' }, at)
  }
  await batches.act(batchId, { type: 'AcceptBatch', batchId, by: 'Participation citoyenne', acceptedAt: at }, at)
  for (const { id, theme, second, agreed } of forms) if (theme !== '') await receive({ id, channel: 'paper', day, text: agreed ?? second })
}
