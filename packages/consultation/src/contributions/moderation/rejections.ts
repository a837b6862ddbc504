import type { NameMissing, ReasonMissing } from '../blank.ts'
import type { ContentFault } from '../content.ts'

export type ModerationRejection =
  | NameMissing
  | ReasonMissing
  | ContentFault
  /** Nothing is hidden but by a rule that was published. */
  | { readonly type: 'RuleNotPublished'; readonly rule: string; readonly rules: ReadonlyArray<string> }
  /** Nobody moderates what they wrote. */
  | { readonly type: 'ModeratorIsAuthor'; readonly person: string }
  /** Nobody judges the appeal against their own hiding, or about what they wrote. */
  | { readonly type: 'JudgeIsModerator'; readonly person: string }
  | { readonly type: 'JudgeIsAuthor'; readonly person: string }
  | { readonly type: 'AuthorContradicted'; readonly known: string; readonly given: string }
  | { readonly type: 'NotTheAuthor'; readonly by: string }
  | { readonly type: 'ContentAlreadyHidden'; readonly rule: string; readonly by: string }
  | { readonly type: 'ContentNotHidden' }
  /** Until an appeal is decided, only its judge restores. */
  | { readonly type: 'AppealPending'; readonly by: string }
  | { readonly type: 'AppealNotPending' }
  | { readonly type: 'AppealAlreadyDecided'; readonly outcome: 'upheld'; readonly by: string }
