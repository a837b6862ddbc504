import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { livedThrough, specify } from '@isegoria/testing'
import type { Answer } from './answer.ts'
import { closesAt, dayBefore, during, opensAt, terms } from './survey.fixture.ts'
import { surveyResponse, surveyResponseEvents, surveyResponseStream } from './survey-response.ts'
import type { SurveyResponseCommand, SurveyResponseEvent } from './survey-response.ts'

const given = specify(surveyResponse)
const respondentKey = 'a'.repeat(64)
const answers: Readonly<Record<string, Answer>> = {
  mode: { kind: 'single', choice: 'bus' },
  wishes: { kind: 'multiple', choices: ['bus', 'foot'] },
  liking: { kind: 'scale', value: 4 },
  years: { kind: 'number', value: 12 },
  remark: { kind: 'text', contentRef: 'vault/1', contentHash: 'b'.repeat(64) },
}
const answer = { type: 'AnswerSurvey', respondentKey, answers, channel: 'paper', attributes: { district: 'north' }, terms, at: during } as const
const whose = { questionnaireId: 'q', wave: '2026', respondentKey }
const stored = { ...whose, questionsHash: terms.questionsHash, answers, channel: 'paper', attributes: { district: 'north' } } as const
const answered: SurveyResponseEvent = { type: 'SurveyAnswered', ...stored }
const withdraw = { type: 'WithdrawSurveyAnswer', respondentKey, terms, at: during } as const
const onlyMode = { mode: { kind: 'single', choice: 'foot' } } as const

describe('a response to a survey', () => {
  it('is given, replaced and withdrawn by the respondent', () => {
    given().when(answer).then(answered)
    given(answered).when(answer).thenNothing()
    given(answered)
      .when({ ...answer, answers: onlyMode })
      .then({ ...stored, type: 'SurveyAnswerReplaced', answers: onlyMode })
    given(answered)
      .when(withdraw)
      .then({ type: 'SurveyAnswerWithdrawn', ...whose })
    given(answered, { type: 'SurveyAnswerWithdrawn', ...whose })
      .when(withdraw)
      .thenNothing()
    given(answered, { type: 'SurveyAnswerWithdrawn', ...whose })
      .when(answer)
      .then(answered)
    given().when(withdraw).thenRejected({ type: 'NothingToWithdraw' })
  })
  it('is taken within the time of the wave only', () => {
    for (const at of [dayBefore, closesAt])
      given()
        .when({ ...answer, at })
        .thenRejected({ type: 'OutsideWave', opensAt, closesAt, at })
    given(answered)
      .when({ ...withdraw, at: closesAt })
      .thenRejected({ type: 'OutsideWave', opensAt, closesAt, at: closesAt })
    given()
      .when({ ...answer, at: opensAt })
      .then(answered)
  })
  it('answers the questions of the wave, each in its kind', () => {
    const reject = (faulty: Readonly<Record<string, Answer>>) => given().when({ ...answer, answers: faulty })
    reject({}).thenRejected({ type: 'NothingAnswered' })
    reject({ years: { kind: 'number', value: 3 } }).thenRejected({ type: 'AnswerMissing', questionId: 'mode' })
    reject({ ...onlyMode, moon: { kind: 'scale', value: 1 } }).thenRejected({ type: 'QuestionNotAsked', questionId: 'moon' })
    reject({ mode: { kind: 'scale', value: 1 } }).thenRejected({ type: 'AnswerOfAnotherKind', questionId: 'mode', needs: 'single', kind: 'scale' })
    reject({ mode: { kind: 'single', choice: 'tram' } }).thenRejected({ type: 'ChoiceUnknown', questionId: 'mode', choice: 'tram' })
    const wishing = (...choices: ReadonlyArray<string>) => reject({ ...onlyMode, wishes: { kind: 'multiple', choices } })
    wishing('bus', 'bus').thenRejected({ type: 'ChoiceTwice', questionId: 'wishes', choice: 'bus' })
    wishing().thenRejected({ type: 'ChoicesOutOfRange', questionId: 'wishes', count: 0, atMost: 2 })
    wishing('bus', 'foot', 'bicycle').thenRejected({ type: 'ChoicesOutOfRange', questionId: 'wishes', count: 3, atMost: 2 })
    reject({ ...onlyMode, liking: { kind: 'scale', value: 6 } }).thenRejected({
      type: 'ValueOutOfRange',
      questionId: 'liking',
      value: 6,
      from: 1,
      to: 5,
    })
    reject({ ...onlyMode, remark: { kind: 'text', contentRef: 'x', contentHash: 'I live at …' } }).thenRejected({
      type: 'ContentNotCommitted',
      questionId: 'remark',
    })
  })
  it('states no more of a respondent than the survey asks, and names nobody', () => {
    given()
      .when({ ...answer, attributes: { district: 'Main Street 4' } })
      .thenRejected({ type: 'AttributeNotOfSurvey', attribute: 'district' })
    given()
      .when({ ...answer, attributes: { constructor: 'x' } })
      .thenRejected({ type: 'AttributeNotOfSurvey', attribute: 'constructor' })
    given()
      .when({ ...answer, respondentKey: 'Ada' })
      .thenRejected({ type: 'NotAKey' })
  })
  it('is taken of those on the roll where there is one', () => {
    const closed = { ...answer, terms: { ...terms, rollId: 'town' } }
    given().when(closed).thenRejected({ type: 'RespondentNotOnRoll', rollId: 'town', status: 'Unknown' })
    given()
      .when({ ...closed, entry: { status: 'StruckOff' } })
      .thenRejected({ type: 'RespondentNotOnRoll', rollId: 'town', status: 'StruckOff' })
    given()
      .when({ ...closed, entry: { status: 'Attested', by: 'registry', attributes: {} } })
      .then(answered)
  })
  it('obeys the laws of a decider, whatever is asked of it', () => {
    const command: fc.Arbitrary<SurveyResponseCommand> = fc
      .tuple(
        fc.constantFrom(answers, onlyMode, {}),
        fc.constantFrom('paper', 'online'),
        fc.constantFrom(dayBefore, during, during, closesAt),
        fc.boolean(),
      )
      .map(([given_, channel, at, isAnswer]) => (isAnswer ? { ...answer, answers: given_, channel, at } : { ...withdraw, at }))
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        expect(livedThrough(surveyResponse, surveyResponseEvents, commands).breach).toBeUndefined()
      }),
    )
  })
  it('has a small stream of its own', () => {
    expect(surveyResponseStream('a/b', 'c', respondentKey)).not.toBe(surveyResponseStream('a', 'b/c', respondentKey))
  })
})
