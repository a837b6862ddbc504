import type { Instant } from '@isegoria/kernel'
import type { ConsultationCommand, OpenConsultation } from '../process/commands.ts'
import type { Lack } from '../process/lack.ts'
import type { Office } from '../process/preparation.ts'
import type { ScheduleMeeting } from '../field/meeting/commands.ts'
import type { AddQuestion, DraftQuestionnaire, OpenQuestionnaire, OpenWave } from '../surveys/questionnaire/commands.ts'
import type { PollPlan } from './template.ts'
import type { Language } from './words.ts'

/**
 * What makes one consultation of a template. What is left out is the template's: its title, question and commitment in `language`
 * (French unless said), the notice that it gives. `officers` are roles or pseudonyms. `information`: the file that lets the public know
 * what it is asked about. `previous`: the consultation that this one follows.
 */
export interface Instance {
  readonly consultationId: string
  readonly convenor: string
  readonly opensAt: Instant
  readonly title?: string
  readonly language?: Language
  readonly question?: string
  readonly commitment?: string
  readonly announcedAt?: Instant
  readonly information?: { readonly contentRef: string; readonly contentHash: string; readonly publishedAt: Instant }
  readonly officers?: Readonly<Partial<Record<Office, string>>>
  readonly previous?: string
}

/** A vote that is planned: all that is known of it before its options are, for whoever defines the poll. */
export interface PlannedPoll {
  readonly pollId: string
  readonly consultationId: string
  readonly question: string
  readonly form: { readonly type: PollPlan['form']; readonly mostPoints?: number }
  readonly rule: { readonly id: string; readonly parameters: Readonly<Record<string, string>> }
  readonly phase: string
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly each?: string
  readonly electors?: string
  readonly options?: ReadonlyArray<string>
}

/**
 * A template at one place and time. `commands` lead to a consultation that is scheduled; `opening` opens it when it is due and nothing
 * of `lacks` is missing any more. `waves` are those of the questionnaires, due on their own days.
 */
export interface Opening {
  readonly commands: ReadonlyArray<ConsultationCommand>
  readonly meetings: ReadonlyArray<ScheduleMeeting>
  readonly questionnaires: ReadonlyArray<DraftQuestionnaire | AddQuestion>
  readonly polls: ReadonlyArray<PlannedPoll>
  readonly opening: OpenConsultation
  readonly waves: ReadonlyArray<OpenQuestionnaire | OpenWave>
  readonly lacks: ReadonlyArray<Lack>
}
