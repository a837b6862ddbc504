import * as t from 'io-ts'
import { Count, eventCodec, Instant } from '@isegoria/kernel'
import { contentFields } from '../content.ts'
import { TimedGate } from '../open-gate.ts'
import { OpenText } from '../text/open-text.ts'
import type { AmendmentCommand } from './amendment.ts'
import { Change } from './events.ts'

const of = { amendmentId: t.string, by: t.string, at: Instant }

/** Decodes a command where it comes in; gate and text are read from the log, never taken from who sends it. */
export const amendmentCommands = eventCodec<AmendmentCommand>({
  ProposeAmendment: t.exact(
    t.intersection([
      t.type({
        type: t.literal('ProposeAmendment'),
        ...of,
        consultationId: t.string,
        textId: t.string,
        articleId: t.string,
        version: Count,
        change: Change,
        ...contentFields,
        gate: TimedGate,
      }),
      t.partial({ text: OpenText }),
    ]),
    'ProposeAmendment',
  ),
  AcceptAmendment: t.strict({ type: t.literal('AcceptAmendment'), ...of, reason: t.string, version: Count }, 'AcceptAmendment'),
  RejectAmendment: t.strict({ type: t.literal('RejectAmendment'), ...of, reason: t.string }, 'RejectAmendment'),
  WithdrawAmendment: t.strict({ type: t.literal('WithdrawAmendment'), ...of }, 'WithdrawAmendment'),
})
