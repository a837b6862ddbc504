import * as t from 'io-ts'
import { eventCodec, Instant } from '@isegoria/kernel'
import { Content } from '../content.ts'
import type { ModerationCommand } from './commands.ts'
import { AppealOutcome, ReportGround } from './events.ts'

const of = { contentId: t.string, by: t.string, at: Instant }

/** Decodes a command where it comes in; author and rules are read from the log, never taken from who sends it. */
export const moderationCommands = eventCodec<ModerationCommand>({
  ReportContent: t.exact(
    t.intersection([t.type({ type: t.literal('ReportContent'), ...of, ground: ReportGround }), t.partial({ note: Content })]),
    'ReportContent',
  ),
  HideContent: t.exact(
    t.intersection([
      t.type({ type: t.literal('HideContent'), ...of, rule: t.string, reason: t.string, rules: t.readonlyArray(t.string) }),
      t.partial({ author: t.string }),
    ]),
    'HideContent',
  ),
  RestoreContent: t.strict({ type: t.literal('RestoreContent'), ...of, reason: t.string }, 'RestoreContent'),
  LodgeAppeal: t.strict({ type: t.literal('LodgeAppeal'), ...of, plea: Content }, 'LodgeAppeal'),
  DecideAppeal: t.strict({ type: t.literal('DecideAppeal'), ...of, outcome: AppealOutcome, reason: t.string }, 'DecideAppeal'),
})
