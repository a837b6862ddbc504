import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { faultOfName, faultOfReason } from '../blank.ts'
import { faultOfContent } from '../content.ts'
import type { DecideAppeal, HideContent, LodgeAppeal, ModerationCommand, ReportContent, RestoreContent } from './commands.ts'
import type { ModerationEvent } from './events.ts'
import type { ModerationRejection } from './rejections.ts'
import type { ModerationState } from './state.ts'

type Decision = Either<ModerationRejection, ReadonlyArray<ModerationEvent>>
type Fault = ModerationRejection | undefined

const report = ({ type: _, at, ...reported }: ReportContent, { reports }: ModerationState): Decision => {
  const { by, ground, note } = reported
  const fault = faultOfName('by', by) ?? (note === undefined ? undefined : faultOfContent(note))
  if (fault !== undefined) return E.left(fault)
  const isKnown = reports.some((one) => one.by === by && one.ground === ground)
  return E.right(isKnown ? [] : [{ type: 'ContentReported', ...reported, reportedAt: at }])
}

const contradicted = (known: string | undefined, given: string | undefined): Fault =>
  known === undefined || given === undefined || known === given ? undefined : { type: 'AuthorContradicted', known, given }

const hide = ({ type: _, rules, at, ...given }: HideContent, state: ModerationState): Decision => {
  const { by, rule, reason } = given
  const author = given.author ?? state.author
  const fault: Fault =
    faultOfName('by', by) ??
    (author === undefined ? undefined : faultOfName('author', author)) ??
    contradicted(state.author, author) ??
    (author === by ? { type: 'ModeratorIsAuthor', person: by } : undefined) ??
    faultOfName('rule', rule) ??
    (rules.includes(rule) ? undefined : { type: 'RuleNotPublished', rule, rules }) ??
    faultOfReason('ContentHidden', reason)
  if (fault !== undefined) return E.left(fault)
  if (state.status === 'Visible') {
    const whose = author === undefined ? {} : { author }
    return E.right([{ type: 'ContentHidden', ...given, ...whose, hiddenAt: at }])
  }
  const { hiding } = state
  const isSame = hiding.by === by && hiding.rule === rule && hiding.reason === reason
  return isSame ? E.right([]) : E.left({ type: 'ContentAlreadyHidden', rule: hiding.rule, by: hiding.by })
}

const restore = ({ contentId, reason, by, at }: RestoreContent, state: ModerationState): Decision => {
  const fault: Fault =
    faultOfName('by', by) ?? (state.author === by ? { type: 'ModeratorIsAuthor', person: by } : undefined) ?? faultOfReason('ContentRestored', reason)
  if (fault !== undefined) return E.left(fault)
  if (state.status === 'UnderAppeal') return E.left({ type: 'AppealPending', by: state.appellant })
  return E.right(state.status === 'Visible' ? [] : [{ type: 'ContentRestored', contentId, reason, by, restoredAt: at }])
}

const lodge = ({ contentId, by, plea, at }: LodgeAppeal, state: ModerationState): Decision => {
  if (state.status === 'Visible') return E.left({ type: 'ContentNotHidden' })
  const isTheirs = state.author === undefined || state.author === by
  const fault: Fault = faultOfName('by', by) ?? (isTheirs ? undefined : { type: 'NotTheAuthor', by }) ?? faultOfContent(plea)
  if (fault !== undefined) return E.left(fault)
  if (state.status === 'Upheld') return E.left({ type: 'AppealAlreadyDecided', outcome: 'upheld', by: state.judge })
  if (state.status === 'UnderAppeal') return state.appellant === by ? E.right([]) : E.left({ type: 'AppealPending', by: state.appellant })
  return E.right([{ type: 'AppealLodged', contentId, by, plea, lodgedAt: at }])
}

const decideAppeal = ({ contentId, outcome, reason, by, at }: DecideAppeal, state: ModerationState): Decision => {
  if (state.status === 'Upheld')
    return outcome === 'upheld' && state.judge === by ? E.right([]) : E.left({ type: 'AppealAlreadyDecided', outcome: 'upheld', by: state.judge })
  if (state.status !== 'UnderAppeal') return E.left({ type: 'AppealNotPending' })
  const fault: Fault =
    faultOfName('by', by) ??
    (state.author === by || state.appellant === by ? { type: 'JudgeIsAuthor', person: by } : undefined) ??
    (state.moderators.includes(by) ? { type: 'JudgeIsModerator', person: by } : undefined) ??
    faultOfReason('AppealDecided', reason)
  if (fault !== undefined) return E.left(fault)
  return E.right([{ type: 'AppealDecided', contentId, outcome, reason, by, decidedAt: at }])
}

export const decide = (command: ModerationCommand, state: ModerationState): Decision => {
  switch (command.type) {
    case 'ReportContent':
      return report(command, state)
    case 'HideContent':
      return hide(command, state)
    case 'RestoreContent':
      return restore(command, state)
    case 'LodgeAppeal':
      return lodge(command, state)
    case 'DecideAppeal':
      return decideAppeal(command, state)
  }
}
