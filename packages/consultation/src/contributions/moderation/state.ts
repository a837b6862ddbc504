import type { ContentHidden, ReportGround } from './events.ts'

interface Case {
  readonly reports: ReadonlyArray<{ readonly ground: ReportGround; readonly by: string }>
  /** Who ever hid it: none of them judges an appeal. */
  readonly moderators: ReadonlyArray<string>
  /** Once it is known. */
  readonly author?: string
}

interface HiddenCase extends Case {
  readonly hiding: Pick<ContentHidden, 'rule' | 'reason' | 'by'>
}

export type ModerationState =
  | ({ readonly status: 'Visible' } & Case)
  | ({ readonly status: 'Hidden' } & HiddenCase)
  | ({ readonly status: 'UnderAppeal'; readonly appellant: string } & HiddenCase)
  /** An appeal was decided against it: there is no second one. */
  | ({ readonly status: 'Upheld'; readonly judge: string; readonly appellant: string } & HiddenCase)

export const initialState: ModerationState = { status: 'Visible', reports: [], moderators: [] }
