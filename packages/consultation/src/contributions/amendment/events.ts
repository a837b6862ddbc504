import * as t from 'io-ts'
import { Count, eventCodec, Instant } from '@isegoria/kernel'
import { contentFields } from '../content.ts'
import { OpenGate } from '../open-gate.ts'

// These names are stored. Add, never change. `by` is a pseudonym or a role, never a name.

/** What would become of the article: other words, an article after it, or none. */
export const Change = t.keyof({ replace: null, 'insert-after': null, delete: null }, 'Change')
export type Change = t.TypeOf<typeof Change>

/** Of an article as it stood at `version`. The content is the wording that is proposed, with its reasons. */
export const AmendmentProposed = t.strict(
  {
    type: t.literal('AmendmentProposed'),
    amendmentId: t.string,
    consultationId: t.string,
    textId: t.string,
    articleId: t.string,
    version: Count,
    change: Change,
    by: t.string,
    ...contentFields,
    proposedAt: Instant,
    gate: OpenGate,
  },
  'AmendmentProposed',
)
export interface AmendmentProposed extends Readonly<t.TypeOf<typeof AmendmentProposed>> {}

const decided = { amendmentId: t.string, reason: t.string, by: t.string, decidedAt: Instant }

/** It is in `version` of the text, wholly or as the reason says. */
const AmendmentAccepted = t.strict({ type: t.literal('AmendmentAccepted'), ...decided, version: Count }, 'AmendmentAccepted')
interface AmendmentAccepted extends Readonly<t.TypeOf<typeof AmendmentAccepted>> {}

const AmendmentRejected = t.strict({ type: t.literal('AmendmentRejected'), ...decided }, 'AmendmentRejected')
interface AmendmentRejected extends Readonly<t.TypeOf<typeof AmendmentRejected>> {}

const AmendmentWithdrawn = t.strict(
  { type: t.literal('AmendmentWithdrawn'), amendmentId: t.string, by: t.string, withdrawnAt: Instant },
  'AmendmentWithdrawn',
)
interface AmendmentWithdrawn extends Readonly<t.TypeOf<typeof AmendmentWithdrawn>> {}

export type AmendmentEvent = AmendmentProposed | AmendmentAccepted | AmendmentRejected | AmendmentWithdrawn

export const amendmentEvents = eventCodec<AmendmentEvent>({ AmendmentProposed, AmendmentAccepted, AmendmentRejected, AmendmentWithdrawn })
