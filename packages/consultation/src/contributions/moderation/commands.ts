import type { Instant } from '@isegoria/kernel'
import type { Content } from '../content.ts'
import type { AppealOutcome, ReportGround } from './events.ts'

interface OfContent {
  readonly contentId: string
  readonly by: string
  readonly at: Instant
}

export interface ReportContent extends OfContent {
  readonly type: 'ReportContent'
  readonly ground: ReportGround
  readonly note?: Content
}
/** `author`: whose content it is, as it was read, where somebody signed it; `rules`: those that were published. */
export interface HideContent extends OfContent {
  readonly type: 'HideContent'
  readonly rule: string
  readonly reason: string
  readonly author?: string
  readonly rules: ReadonlyArray<string>
}
export interface RestoreContent extends OfContent {
  readonly type: 'RestoreContent'
  readonly reason: string
}
export interface LodgeAppeal extends OfContent {
  readonly type: 'LodgeAppeal'
  readonly plea: Content
}
export interface DecideAppeal extends OfContent {
  readonly type: 'DecideAppeal'
  readonly outcome: AppealOutcome
  readonly reason: string
}
export type ModerationCommand = ReportContent | HideContent | RestoreContent | LodgeAppeal | DecideAppeal
