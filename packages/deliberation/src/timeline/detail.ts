import type { FeasibilityConcluded, StudyReviewed } from '@isegoria/budget'
import type {
  CharterPublished,
  ClosingCode,
  ConsultationEvent,
  DecisionEvent,
  MeetingKind,
  ModerationEvent,
  ProposalEvent,
} from '@isegoria/consultation'

type OfType<Event, Type> = Extract<Event, { readonly type: Type }>
type Verdict = OfType<DecisionEvent, 'DecisionTaken'>['outcomes'][number]['verdict']

/** A word of an event that is told in the reader's language. */
export type Word =
  | `purpose:${CharterPublished['purpose']}`
  | `place:${CharterPublished['placeOfCitizens']}`
  | `office:${OfType<ConsultationEvent, 'OfficerNamed'>['office']}`
  | `duty:${OfType<ConsultationEvent, 'DutyDischarged'>['duty']}`
  | `return:${OfType<ConsultationEvent, 'ReturnPublished'>['form']}`
  | `verdict:${Verdict}`
  | `admissibility:${OfType<ProposalEvent, 'AdmissibilityDecided'>['verdict']}`
  | `appeal:${OfType<ModerationEvent, 'AppealDecided'>['outcome']}`
  | `meeting:${MeetingKind}`
  | `closing:${ClosingCode}`
  | `feasibility:${FeasibilityConcluded['conclusion']}`
  | `review:${StudyReviewed['finding']}`
  | 'outcome:chosen'
  | 'outcome:first'
  | 'outcome:elected'
  | 'outcome:seats'
  | 'outcome:left'
  | 'outcome:level'
  | 'outcome:nothing'
  | 'conclusion:no-action'

/** What is counted beside an event that has a line of its own. */
export type Counted = 'answers' | 'articles' | 'ballots' | 'documents' | 'options' | 'people' | 'phases' | 'projects' | 'seats'

/** A part of a line, in no language yet. */
export type Detail =
  | { readonly type: 'quote'; readonly text: string }
  /** Names as they are given: of a department, an option, a project. */
  | { readonly type: 'names'; readonly names: ReadonlyArray<string> }
  | { readonly type: 'word'; readonly word: Word }
  | { readonly type: 'money'; readonly amount: string; readonly currency: string }
  | { readonly type: 'count'; readonly of: Counted; readonly count: number }
  | { readonly type: 'period'; readonly from: string; readonly to: string }
  | { readonly type: 'until'; readonly day: string }
  | { readonly type: 'on'; readonly day: string }
  | { readonly type: 'due'; readonly day: string }

export const quote = (text: string): Detail => ({ type: 'quote', text })
export const names = (...given: ReadonlyArray<string>): Detail => ({ type: 'names', names: given })
export const word = (given: Word): Detail => ({ type: 'word', word: given })
export const money = (amount: string, currency: string): Detail => ({ type: 'money', amount, currency })
export const count = (of: Counted, given: number): Detail => ({ type: 'count', of, count: given })
export const period = (from: string, to: string): Detail => ({ type: 'period', from, to })
export const until = (day: string): Detail => ({ type: 'until', day })
export const due = (day: string): Detail => ({ type: 'due', day })
export const on = (day: string): Detail => ({ type: 'on', day })
