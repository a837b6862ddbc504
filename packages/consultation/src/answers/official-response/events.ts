import * as t from 'io-ts'
import { eventCodec, Instant } from '@isegoria/kernel'

// These names are stored. Add, never change. `by` is an office or a role, never a person's name.

const ids = t.readonlyArray(t.string)

/** What is answered: contributions one by one, or a cluster with those that were in it when it was answered. */
export const Covers = t.exact(
  t.intersection([t.type({ contributions: ids }), t.partial({ cluster: t.strict({ clusterId: t.string, members: ids }) })]),
  'Covers',
)
export interface Covers extends Readonly<t.TypeOf<typeof Covers>> {}

export const draft = { responseId: t.string, consultationId: t.string, covers: Covers, text: t.string, by: t.string }
export const publication = { ...draft, publishedAt: Instant }
export const correction = { responseId: t.string, text: t.string, reason: t.string, by: t.string, correctedAt: Instant }
export const exemption = {
  responseId: t.string,
  consultationId: t.string,
  covers: Covers,
  reason: t.string,
  by: t.string,
  publishedAt: Instant,
}

/** Nothing is answered yet; a later draft takes its place. */
const ResponseDrafted = t.strict({ type: t.literal('ResponseDrafted'), ...draft }, 'ResponseDrafted')
interface ResponseDrafted extends Readonly<t.TypeOf<typeof ResponseDrafted>> {}

const ResponsePublished = t.strict({ type: t.literal('ResponsePublished'), ...publication }, 'ResponsePublished')
interface ResponsePublished extends Readonly<t.TypeOf<typeof ResponsePublished>> {}

/** Stands beside the earlier text, which stays published; it covers what that covered. */
const ResponseCorrected = t.strict({ type: t.literal('ResponseCorrected'), ...correction }, 'ResponseCorrected')
interface ResponseCorrected extends Readonly<t.TypeOf<typeof ResponseCorrected>> {}

/** Why these contributions get no answer of their own. */
const ExemptionPublished = t.strict({ type: t.literal('ExemptionPublished'), ...exemption }, 'ExemptionPublished')
interface ExemptionPublished extends Readonly<t.TypeOf<typeof ExemptionPublished>> {}

export type OfficialResponseEvent = ResponseDrafted | ResponsePublished | ResponseCorrected | ExemptionPublished

export const officialResponseEvents = eventCodec<OfficialResponseEvent>({ ResponseDrafted, ResponsePublished, ResponseCorrected, ExemptionPublished })
