import * as t from 'io-ts'
import { Count, eventCodec, Instant } from '@isegoria/kernel'
import { Article } from './events.ts'
import type { TextCommand } from './text-document.ts'

const of = { textId: t.string, by: t.string, at: Instant }
const articles = t.readonlyArray(Article)

/** Decodes a command where it comes in. */
export const textCommands = eventCodec<TextCommand>({
  PublishText: t.strict({ type: t.literal('PublishText'), ...of, consultationId: t.string, title: t.string, articles }, 'PublishText'),
  OpenTextForAmendment: t.strict({ type: t.literal('OpenTextForAmendment'), ...of }, 'OpenTextForAmendment'),
  PublishTextVersion: t.strict(
    { type: t.literal('PublishTextVersion'), ...of, basedOn: Count, articles, amendments: t.readonlyArray(t.string), reason: t.string },
    'PublishTextVersion',
  ),
  CloseTextForAmendment: t.strict({ type: t.literal('CloseTextForAmendment'), ...of }, 'CloseTextForAmendment'),
})
