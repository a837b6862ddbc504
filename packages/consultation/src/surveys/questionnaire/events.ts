import * as t from 'io-ts'
import { eventCodec, Instant } from '@isegoria/kernel'
import { Question } from './question.ts'

// These names are stored. Add, never change.

/** `attributes`: what a respondent may be asked to state of themselves, with the only values there are. `rollId`: who may respond; anybody without. */
export const QuestionnaireDrafted = t.exact(
  t.intersection([
    t.type({
      type: t.literal('QuestionnaireDrafted'),
      questionnaireId: t.string,
      consultationId: t.string,
      title: t.string,
      attributes: t.readonly(t.record(t.string, t.readonlyArray(t.string))),
    }),
    t.partial({ rollId: t.string }),
  ]),
  'QuestionnaireDrafted',
)
export interface QuestionnaireDrafted extends Readonly<t.TypeOf<typeof QuestionnaireDrafted>> {}

/** `replaces`: the question that is asked no more from here on, and `reason` why. */
export const QuestionAdded = t.exact(
  t.intersection([
    t.type({ type: t.literal('QuestionAdded'), questionnaireId: t.string, question: t.readonly(Question) }),
    t.partial({ replaces: t.string, reason: t.string }),
  ]),
  'QuestionAdded',
)
export interface QuestionAdded extends Readonly<t.TypeOf<typeof QuestionAdded>> {}

/** Other words for the same question, and for those of its choices that are named; `isEditorial`: they ask the very same. */
export const QuestionReworded = t.strict(
  {
    type: t.literal('QuestionReworded'),
    questionnaireId: t.string,
    questionId: t.string,
    text: t.string,
    choices: t.readonly(t.record(t.string, t.string)),
    isEditorial: t.boolean,
    reason: t.string,
  },
  'QuestionReworded',
)
export interface QuestionReworded extends Readonly<t.TypeOf<typeof QuestionReworded>> {}

/** Not asked in later waves. Its id stays taken. */
export const QuestionRetired = t.strict(
  { type: t.literal('QuestionRetired'), questionnaireId: t.string, questionId: t.string, reason: t.string },
  'QuestionRetired',
)
export interface QuestionRetired extends Readonly<t.TypeOf<typeof QuestionRetired>> {}

export const QuestionnaireOpened = t.strict({ type: t.literal('QuestionnaireOpened'), questionnaireId: t.string, at: Instant }, 'QuestionnaireOpened')
export interface QuestionnaireOpened extends Readonly<t.TypeOf<typeof QuestionnaireOpened>> {}

/** `questions`: the ids of what this wave asks, in order; `questionsHash`: of the questions as they stand then. */
export const WaveOpened = t.strict(
  {
    type: t.literal('WaveOpened'),
    questionnaireId: t.string,
    wave: t.string,
    opensAt: Instant,
    closesAt: Instant,
    questions: t.readonlyArray(t.string),
    questionsHash: t.string,
  },
  'WaveOpened',
)
export interface WaveOpened extends Readonly<t.TypeOf<typeof WaveOpened>> {}

export const QuestionnaireClosed = t.strict({ type: t.literal('QuestionnaireClosed'), questionnaireId: t.string, at: Instant }, 'QuestionnaireClosed')
export interface QuestionnaireClosed extends Readonly<t.TypeOf<typeof QuestionnaireClosed>> {}

export type QuestionnaireEvent =
  | QuestionnaireDrafted
  | QuestionAdded
  | QuestionReworded
  | QuestionRetired
  | QuestionnaireOpened
  | WaveOpened
  | QuestionnaireClosed

export const questionnaireEvents = eventCodec<QuestionnaireEvent>({
  QuestionnaireDrafted,
  QuestionAdded,
  QuestionReworded,
  QuestionRetired,
  QuestionnaireOpened,
  WaveOpened,
  QuestionnaireClosed,
})
