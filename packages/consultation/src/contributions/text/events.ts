import * as t from 'io-ts'
import { Count, eventCodec, Instant } from '@isegoria/kernel'

// These names are stored. Add, never change. `by` is a role, never a name.

/** One article, known by its id from version to version, whatever its number or wording becomes. The public body wrote it. */
export const Article = t.strict({ articleId: t.string, heading: t.string, text: t.string }, 'Article')
export interface Article extends Readonly<t.TypeOf<typeof Article>> {}

/** Version 1. */
export const TextPublished = t.strict(
  {
    type: t.literal('TextPublished'),
    textId: t.string,
    consultationId: t.string,
    title: t.string,
    articles: t.readonlyArray(Article),
    by: t.string,
    publishedAt: Instant,
  },
  'TextPublished',
)
export interface TextPublished extends Readonly<t.TypeOf<typeof TextPublished>> {}

/** From here on its articles can be amended, as they stand at `version`. */
const TextOpenedForAmendment = t.strict(
  { type: t.literal('TextOpenedForAmendment'), textId: t.string, version: Count, by: t.string, openedAt: Instant },
  'TextOpenedForAmendment',
)
interface TextOpenedForAmendment extends Readonly<t.TypeOf<typeof TextOpenedForAmendment>> {}

/** A new version, counting from 2, whole: its articles, the `amendments` that made it, and why. */
const TextVersionPublished = t.strict(
  {
    type: t.literal('TextVersionPublished'),
    textId: t.string,
    version: Count,
    articles: t.readonlyArray(Article),
    amendments: t.readonlyArray(t.string),
    reason: t.string,
    by: t.string,
    publishedAt: Instant,
  },
  'TextVersionPublished',
)
interface TextVersionPublished extends Readonly<t.TypeOf<typeof TextVersionPublished>> {}

const TextClosedForAmendment = t.strict(
  { type: t.literal('TextClosedForAmendment'), textId: t.string, version: Count, by: t.string, closedAt: Instant },
  'TextClosedForAmendment',
)
interface TextClosedForAmendment extends Readonly<t.TypeOf<typeof TextClosedForAmendment>> {}

export type TextEvent = TextPublished | TextOpenedForAmendment | TextVersionPublished | TextClosedForAmendment

export const textEvents = eventCodec<TextEvent>({ TextPublished, TextOpenedForAmendment, TextVersionPublished, TextClosedForAmendment })
