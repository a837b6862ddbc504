import * as t from 'io-ts'
import { canonicalText, E, escapedId, eventCodec, isBefore } from '@isegoria/kernel'
import type { Decider, Either, Instant } from '@isegoria/kernel'
import type { EligibilityEntryState } from '../people/eligibility-entry.ts'
import { isHash } from '../people/is-name.ts'
import { Answer, SurveyChannel } from './answer.ts'
import { faultOfAnswers } from './fault-of-answers.ts'
import type { AnswerFault } from './fault-of-answers.ts'
import type { SurveyTerms } from './questionnaire/survey-terms.ts'

// These names are stored. Add, never change.

const whose = { questionnaireId: t.string, wave: t.string, respondentKey: t.string }
/** `questionsHash`: of the questions that were answered. */
const given = {
  ...whose,
  questionsHash: t.string,
  answers: t.readonly(t.record(t.string, t.readonly(Answer))),
  channel: SurveyChannel,
  attributes: t.readonly(t.record(t.string, t.string)),
}

const SurveyAnswered = t.strict({ type: t.literal('SurveyAnswered'), ...given }, 'SurveyAnswered')
interface SurveyAnswered extends Readonly<t.TypeOf<typeof SurveyAnswered>> {}

/** These answers count instead of those given before. */
const SurveyAnswerReplaced = t.strict({ type: t.literal('SurveyAnswerReplaced'), ...given }, 'SurveyAnswerReplaced')
interface SurveyAnswerReplaced extends Readonly<t.TypeOf<typeof SurveyAnswerReplaced>> {}

const SurveyAnswerWithdrawn = t.strict({ type: t.literal('SurveyAnswerWithdrawn'), ...whose }, 'SurveyAnswerWithdrawn')
interface SurveyAnswerWithdrawn extends Readonly<t.TypeOf<typeof SurveyAnswerWithdrawn>> {}

export type SurveyResponseEvent = SurveyAnswered | SurveyAnswerReplaced | SurveyAnswerWithdrawn

export const surveyResponseEvents = eventCodec<SurveyResponseEvent>({ SurveyAnswered, SurveyAnswerReplaced, SurveyAnswerWithdrawn })

/** Answers, or replaces what was answered before. */
interface AnswerSurvey {
  readonly type: 'AnswerSurvey'
  readonly respondentKey: string
  readonly answers: Readonly<Record<string, Answer>>
  readonly channel: SurveyChannel
  readonly attributes: Readonly<Record<string, string>>
  readonly terms: SurveyTerms
  /** The respondent's entry on the roll, as it was read; not needed where the questionnaire has none. */
  readonly entry?: EligibilityEntryState
  readonly at: Instant
}
interface WithdrawSurveyAnswer {
  readonly type: 'WithdrawSurveyAnswer'
  readonly respondentKey: string
  readonly terms: SurveyTerms
  readonly at: Instant
}
export type SurveyResponseCommand = AnswerSurvey | WithdrawSurveyAnswer

export type SurveyResponseRejection =
  | AnswerFault
  | { readonly type: 'NotAKey' }
  | { readonly type: 'OutsideWave'; readonly opensAt: Instant; readonly closesAt: Instant; readonly at: Instant }
  | { readonly type: 'RespondentNotOnRoll'; readonly rollId: string; readonly status: EligibilityEntryState['status'] }
  | { readonly type: 'AttributeNotOfSurvey'; readonly attribute: string }
  | { readonly type: 'NothingToWithdraw' }

/** What counts of a respondent. */
export interface GivenResponse {
  readonly answers: Readonly<Record<string, Answer>>
  readonly channel: SurveyChannel
  readonly attributes: Readonly<Record<string, string>>
}
export type SurveyResponseState =
  | { readonly status: 'NotAnswered' }
  | ({ readonly status: 'Answered' } & GivenResponse)
  | { readonly status: 'Withdrawn' }

type Decision = Either<SurveyResponseRejection, ReadonlyArray<SurveyResponseEvent>>

const initialState: SurveyResponseState = { status: 'NotAnswered' }

const faultOf = ({ answers, attributes, terms, entry }: AnswerSurvey): SurveyResponseRejection | undefined => {
  const { rollId } = terms
  if (rollId !== undefined && entry?.status !== 'Attested') return { type: 'RespondentNotOnRoll', rollId, status: entry?.status ?? 'Unknown' }
  const known = new Map(Object.entries(terms.attributes))
  const foreign = Object.entries(attributes).find(([name, value]) => known.get(name)?.includes(value) !== true)
  return foreign === undefined ? faultOfAnswers(answers, terms.questions) : { type: 'AttributeNotOfSurvey', attribute: foreign[0] }
}

const answer = (command: AnswerSurvey, state: SurveyResponseState): Decision => {
  const fault = faultOf(command)
  if (fault !== undefined) return E.left(fault)
  const { respondentKey, answers, channel, attributes, terms } = command
  const { questionnaireId, wave, questionsHash } = terms
  const response = { answers, channel, attributes }
  const event = { questionnaireId, wave, respondentKey, questionsHash, ...response }
  if (state.status !== 'Answered') return E.right([{ type: 'SurveyAnswered', ...event }])
  const { status: _, ...before } = state
  return canonicalText(before) === canonicalText(response) ? E.right([]) : E.right([{ type: 'SurveyAnswerReplaced', ...event }])
}

const withdraw = ({ respondentKey, terms }: WithdrawSurveyAnswer, state: SurveyResponseState): Decision => {
  if (state.status === 'NotAnswered') return E.left({ type: 'NothingToWithdraw' })
  const { questionnaireId, wave } = terms
  return E.right(state.status === 'Withdrawn' ? [] : [{ type: 'SurveyAnswerWithdrawn', questionnaireId, wave, respondentKey }])
}

const decide = (command: SurveyResponseCommand, state: SurveyResponseState): Decision => {
  const { respondentKey, terms, at } = command
  const { opensAt, closesAt } = terms
  if (!isHash(respondentKey)) return E.left({ type: 'NotAKey' })
  if (isBefore(at, opensAt) || !isBefore(at, closesAt)) return E.left({ type: 'OutsideWave', opensAt, closesAt, at })
  return command.type === 'AnswerSurvey' ? answer(command, state) : withdraw(command, state)
}

const evolve = (_: SurveyResponseState, event: SurveyResponseEvent): SurveyResponseState => {
  if (event.type === 'SurveyAnswerWithdrawn') return { status: 'Withdrawn' }
  const { answers, channel, attributes } = event
  return { status: 'Answered', answers, channel, attributes }
}

/** One respondent in one wave: answered within its time, replaced, withdrawn. */
export const surveyResponse: Decider<SurveyResponseCommand, SurveyResponseState, SurveyResponseEvent, SurveyResponseRejection> = {
  initialState,
  decide,
  evolve,
}

/** The small stream of one respondent in one wave, so that nobody waits for another. */
export const surveyResponseStream = (questionnaireId: string, wave: string, respondentKey: string): string =>
  `survey-response-${escapedId(questionnaireId)}/${escapedId(wave)}/${respondentKey}`
