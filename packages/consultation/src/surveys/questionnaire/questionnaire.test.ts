import { describe, expect, it } from 'vitest'
import { canonicalHash, E, instant, replay } from '@isegoria/kernel'
import { specify } from '@isegoria/testing'
import { closesAt, dayBefore, liking, mode, opensAt, terms, wishes } from '../survey.fixture.ts'
import type { QuestionnaireCommand } from './commands.ts'
import { comparable } from './comparable.ts'
import type { QuestionnaireEvent } from './events.ts'
import type { Question } from './question.ts'
import { questionnaire, questionnaireStream } from './questionnaire.ts'
import type { QuestionnaireState } from './state.ts'
import { surveyTerms } from './survey-terms.ts'

const given = specify(questionnaire)
const questionnaireId = 'q'
const draft = { questionnaireId, consultationId: 'c', title: 'Barometer of Aubel', attributes: terms.attributes }
const drafted: QuestionnaireEvent = { type: 'QuestionnaireDrafted', ...draft }
const added = (question: Question): QuestionnaireEvent => ({ type: 'QuestionAdded', questionnaireId, question })
const add = (question: Question) => ({ type: 'AddQuestion', questionnaireId, question }) as const
const opened: QuestionnaireEvent = { type: 'QuestionnaireOpened', questionnaireId, at: dayBefore }
const openWave = { type: 'OpenWave', questionnaireId, wave: '2026', opensAt, closesAt, at: dayBefore } as const
const waveOpened: QuestionnaireEvent = {
  type: 'WaveOpened',
  questionnaireId,
  wave: '2026',
  opensAt,
  closesAt,
  questions: ['mode', 'liking'],
  questionsHash: canonicalHash([mode, liking]),
}
const [nextOpens, nextCloses] = [instant('2027-03-01T00:00:00Z'), instant('2027-03-08T00:00:00Z')]
const asked = [drafted, added(mode), added(liking), opened, waveOpened]
const reword = {
  type: 'RewordQuestion',
  questionnaireId,
  questionId: 'mode',
  text: 'How do you come to the town centre?',
  choices: { bus: 'By bus' },
  isEditorial: true,
  reason: 'clearer words',
} as const
const wavesOf = (state: QuestionnaireState) => (state.status === 'NotDrafted' ? [] : state.waves)

describe('a questionnaire', () => {
  it('is drafted, filled with questions that can be asked, and opened with at least one', () => {
    given()
      .when({ type: 'DraftQuestionnaire', ...draft })
      .then(drafted)
    given(drafted)
      .when({ type: 'DraftQuestionnaire', ...draft })
      .thenRejected({ type: 'QuestionnaireAlreadyDrafted' })
    given(drafted).when(add(mode)).then(added(mode))
    given(drafted, added(mode)).when(add(mode)).thenNothing()
    given(drafted, added(mode))
      .when(add({ ...mode, text: 'Something else?' }))
      .thenRejected({ type: 'QuestionIdTaken', questionId: 'mode' })
    given(drafted).when({ type: 'OpenQuestionnaire', questionnaireId, at: dayBefore }).thenRejected({ type: 'QuestionsMissing' })
    given(drafted, added(mode)).when({ type: 'OpenQuestionnaire', questionnaireId, at: dayBefore }).then(opened)
    given().when(add(mode)).thenRejected({ type: 'QuestionnaireNotInStage', needs: 'Drafted', status: 'NotDrafted' })
  })
  it('takes no question that cannot be answered', () => {
    const form = { kind: 'single', choices: [{ id: 'a', text: 'A' }] } as const
    given(drafted)
      .when(add({ ...mode, form }))
      .thenRejected({ type: 'ChoicesMissing', questionId: 'mode', count: 1 })
    given(drafted)
      .when(add({ ...mode, form: { ...form, choices: [...form.choices, ...form.choices] } }))
      .thenRejected({ type: 'ChoiceTwice', questionId: 'mode', choice: 'a' })
    given(drafted)
      .when(add({ ...liking, form: { kind: 'scale', from: 5, to: 5 } }))
      .thenRejected({ type: 'RangeEmpty', questionId: 'liking', from: 5, to: 5 })
    given(drafted)
      .when(add({ ...liking, form: { kind: 'scale', from: 0, to: 1000 } }))
      .thenRejected({ type: 'ScaleTooLong', questionId: 'liking', steps: 1001, atMost: 101 })
    given(drafted)
      .when(add({ ...mode, text: '' }))
      .thenRejected({ type: 'NameMissing', field: 'text' })
  })
  it('opens one wave after another, each in time', () => {
    given(...asked.slice(0, 4))
      .when(openWave)
      .then(waveOpened)
    given(...asked)
      .when(openWave)
      .thenNothing()
    given(...asked)
      .when({ ...openWave, closesAt: nextCloses })
      .thenRejected({ type: 'WaveAlreadyOpened', wave: '2026', opensAt, closesAt })
    given(...asked)
      .when({ ...openWave, wave: 'too soon' })
      .thenRejected({ type: 'WavesOverlap', wave: '2026', closesAt })
    given(...asked.slice(0, 4))
      .when({ ...openWave, closesAt: opensAt })
      .thenRejected({ type: 'WaveEndsBeforeItStarts', opensAt, closesAt: opensAt })
    given(...asked.slice(0, 4))
      .when({ ...openWave, at: closesAt })
      .thenRejected({ type: 'WaveOpensInThePast', opensAt, at: closesAt })
  })
  it('is closed after its last wave, once', () => {
    const close = { type: 'CloseQuestionnaire', questionnaireId, at: closesAt } as const
    given(...asked)
      .when({ ...close, at: opensAt })
      .thenRejected({ type: 'WaveStillRunning', wave: '2026', closesAt, at: opensAt })
    given(...asked)
      .when(close)
      .then({ ...close, type: 'QuestionnaireClosed' })
    given(...asked, { ...close, type: 'QuestionnaireClosed' })
      .when(close)
      .thenNothing()
    given(...asked, { ...close, type: 'QuestionnaireClosed' })
      .when(openWave)
      .thenRejected({ type: 'QuestionnaireNotInStage', needs: 'Open', status: 'Closed' })
    expect(questionnaireStream('a/b')).toBe('questionnaire-a%2Fb')
  })
})

describe('I31: a question that was asked stays what it is, so that waves compare', () => {
  it('is not reworded as if it were the same, and is when that is only editorial', () => {
    given(...asked)
      .when({ ...reword, isEditorial: false })
      .thenRejected({ type: 'RewordingNeedsNewQuestion', questionId: 'mode', wave: '2026' })
    const reworded: QuestionnaireEvent = { ...reword, type: 'QuestionReworded' }
    given(...asked)
      .when(reword)
      .then(reworded)
    given(...asked, reworded)
      .when(reword)
      .thenNothing()
    given(...asked)
      .when({ ...reword, reason: '' })
      .thenRejected({ type: 'ReasonMissing', of: 'QuestionReworded' })
    given(...asked)
      .when({ ...reword, choices: { tram: 'The tram' } })
      .thenRejected({ type: 'ChoiceUnknown', questionId: 'mode', choice: 'tram' })
  })
  it('is reworded at will while nobody was asked', () => {
    given(drafted, added(mode))
      .when({ ...reword, isEditorial: false })
      .then({ ...reword, isEditorial: false, type: 'QuestionReworded' })
  })
  it('gives way to a new question under a new id, with a reason', () => {
    const successor = { ...mode, id: 'mode-2' }
    const replace = { ...add(successor), replaces: 'mode', reason: 'it left out the tram' }
    given(...asked)
      .when(replace)
      .then({ ...replace, type: 'QuestionAdded' })
    given(...asked, { ...replace, type: 'QuestionAdded' })
      .when(replace)
      .thenNothing()
    given(...asked, { ...replace, type: 'QuestionAdded' })
      .when(add(mode))
      .thenRejected({ type: 'QuestionIdTaken', questionId: 'mode' })
    given(...asked)
      .when({ ...replace, reason: ' ' })
      .thenRejected({ type: 'ReasonMissing', of: 'QuestionAdded' })
    given(...asked)
      .when({ ...replace, replaces: 'none' })
      .thenRejected({ type: 'QuestionUnknown', questionId: 'none' })
  })
  it('says which questions of two waves compare, and why others do not', () => {
    const retired: QuestionnaireEvent = { type: 'QuestionRetired', questionnaireId, questionId: 'liking', reason: 'too vague' }
    const second = decidedAfter({ ...openWave, wave: '2027', opensAt: nextOpens, closesAt: nextCloses }, [
      ...asked,
      { ...reword, type: 'QuestionReworded' },
      retired,
      added(wishes),
    ])
    const state = replay(questionnaire, second)
    const [waveA, waveB] = wavesOf(state)
    if (waveA === undefined || waveB === undefined) throw new Error('two waves were opened')
    expect(comparable(waveA, waveB)).toStrictEqual({
      questions: [{ questionId: 'mode', isReworded: true }],
      others: [
        { questionId: 'liking', why: 'not-asked-in-second' },
        { questionId: 'wishes', why: 'not-asked-in-first' },
      ],
    })
    expect(surveyTerms(state, '2026')?.questions).toStrictEqual([mode, liking])
    expect(surveyTerms(state, '2027')).toMatchObject({ questionnaireId, wave: '2027', attributes: terms.attributes })
    expect(surveyTerms(state, '1999')).toBeUndefined()
  })
  it('compares no question of another kind or other choices, though it has the same id', () => {
    const scale: Question = { ...mode, form: { kind: 'scale', from: 1, to: 5 } }
    const fewer: Question = { ...mode, form: { kind: 'single', choices: mode.form.kind === 'single' ? mode.form.choices.slice(1) : [] } }
    expect(comparable({ questions: [mode] }, { questions: [scale] }).others).toStrictEqual([{ questionId: 'mode', why: 'kind-differs' }])
    expect(comparable({ questions: [mode] }, { questions: [fewer] }).others).toStrictEqual([{ questionId: 'mode', why: 'choices-differ' }])
  })
})

const decidedAfter = (command: QuestionnaireCommand, past: ReadonlyArray<QuestionnaireEvent>): ReadonlyArray<QuestionnaireEvent> => {
  const decision = questionnaire.decide(command, replay(questionnaire, past))
  return E.isRight(decision) ? [...past, ...decision.right] : past
}
