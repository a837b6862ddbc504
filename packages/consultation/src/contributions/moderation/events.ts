import * as t from 'io-ts'
import { eventCodec, Instant } from '@isegoria/kernel'
import { Content } from '../content.ts'

// These names are stored. Add, never change. `by` is a pseudonym or a role, never a name.

/** Why somebody reports a content: a word from a list, since what they write themselves is their own text. */
export const ReportGround = t.keyof(
  { unlawful: null, insult: null, discrimination: null, 'personal-data': null, spam: null, 'off-topic': null, duplicate: null, other: null },
  'ReportGround',
)
export type ReportGround = t.TypeOf<typeof ReportGround>

/** `note` is what who reported it wrote, if anything. */
const ContentReported = t.exact(
  t.intersection([
    t.type({ type: t.literal('ContentReported'), contentId: t.string, ground: ReportGround, by: t.string, reportedAt: Instant }),
    t.partial({ note: Content }),
  ]),
  'ContentReported',
)
interface ContentReported extends Readonly<t.TypeOf<typeof ContentReported>> {}

/** By a rule that was published, for a reason. Without `author` where nobody signed the content. It is hidden, and still counts. */
export const ContentHidden = t.exact(
  t.intersection([
    t.type({ type: t.literal('ContentHidden'), contentId: t.string, rule: t.string, reason: t.string, by: t.string, hiddenAt: Instant }),
    t.partial({ author: t.string }),
  ]),
  'ContentHidden',
)
export interface ContentHidden extends Readonly<t.TypeOf<typeof ContentHidden>> {}

const ContentRestored = t.strict(
  { type: t.literal('ContentRestored'), contentId: t.string, reason: t.string, by: t.string, restoredAt: Instant },
  'ContentRestored',
)
interface ContentRestored extends Readonly<t.TypeOf<typeof ContentRestored>> {}

/** Against a content's being hidden; `plea` is the author's own text. */
const AppealLodged = t.strict(
  { type: t.literal('AppealLodged'), contentId: t.string, by: t.string, plea: Content, lodgedAt: Instant },
  'AppealLodged',
)
interface AppealLodged extends Readonly<t.TypeOf<typeof AppealLodged>> {}

export const AppealOutcome = t.keyof({ upheld: null, overturned: null }, 'AppealOutcome')
export type AppealOutcome = t.TypeOf<typeof AppealOutcome>

/** `upheld`: the content stays hidden; `overturned`: from here on it is shown again. */
const AppealDecided = t.strict(
  {
    type: t.literal('AppealDecided'),
    contentId: t.string,
    outcome: AppealOutcome,
    reason: t.string,
    by: t.string,
    decidedAt: Instant,
  },
  'AppealDecided',
)
interface AppealDecided extends Readonly<t.TypeOf<typeof AppealDecided>> {}

export type ModerationEvent = ContentReported | ContentHidden | ContentRestored | AppealLodged | AppealDecided

export const moderationEvents = eventCodec<ModerationEvent>({ ContentReported, ContentHidden, ContentRestored, AppealLodged, AppealDecided })
