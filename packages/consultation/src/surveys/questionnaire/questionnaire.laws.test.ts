import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E, instant, replay } from '@isegoria/kernel'
import { livedThrough } from '@isegoria/testing'
import { closesAt, dayBefore, liking, mode, opensAt, terms, wishes } from '../survey.fixture.ts'
import type { QuestionnaireCommand } from './commands.ts'
import { questionnaireEvents } from './events.ts'
import { expectedOfQuestionnaire } from './expected.ts'
import { fixedOf } from './question.ts'
import type { Question } from './question.ts'
import { questionnaire } from './questionnaire.ts'
import type { QuestionnaireState } from './state.ts'

const questionnaireId = 'q'
const draft = { questionnaireId, consultationId: 'c', title: 'Barometer of Aubel', attributes: terms.attributes }
const add = (question: Question) => ({ type: 'AddQuestion', questionnaireId, question }) as const
const [nextOpens, nextCloses] = [instant('2027-03-01T00:00:00Z'), instant('2027-03-08T00:00:00Z')]
const wavesOf = (state: QuestionnaireState) => (state.status === 'NotDrafted' ? [] : state.waves)

const anyQuestion = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c'),
    text: fc.constantFrom('Which?', 'What?', ''),
    form: fc.constantFrom(mode.form, wishes.form, liking.form),
    isRequired: fc.boolean(),
  },
  { noNullPrototype: true },
)
const times = [dayBefore, opensAt, closesAt, nextOpens, nextCloses]
const command: fc.Arbitrary<QuestionnaireCommand> = fc
  .record({
    question: anyQuestion,
    questionId: fc.constantFrom('a', 'b', 'c'),
    reason: fc.constantFrom('', 'why', 'why'),
    isEditorial: fc.boolean(),
    wave: fc.constantFrom('1', '2', '3'),
    from: fc.constantFrom(...times),
    to: fc.constantFrom(...times),
    at: fc.constantFrom(...times.slice(0, 3)),
  })
  .chain(({ question: one, questionId, reason, isEditorial, wave, from, to, at }) =>
    fc.constantFrom<QuestionnaireCommand>(
      { type: 'DraftQuestionnaire', ...draft },
      add(one),
      { ...add(one), replaces: questionId, reason },
      { type: 'RewordQuestion', questionnaireId, questionId, text: `New: ${one.text}`, choices: {}, isEditorial, reason },
      { type: 'RetireQuestion', questionnaireId, questionId, reason },
      { type: 'OpenQuestionnaire', questionnaireId, at },
      { type: 'OpenWave', questionnaireId, wave, opensAt: from, closesAt: to, at: dayBefore },
      { type: 'CloseQuestionnaire', questionnaireId, at },
    ),
  )

describe('a questionnaire, whatever is asked of it', () => {
  it('obeys the laws of a decider, keeps what was asked, and does only what is expected', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30, size: 'max' }), (commands) => {
        const all: ReadonlyArray<QuestionnaireCommand> = [{ type: 'DraftQuestionnaire', ...draft }, add(mode), ...commands]
        const { events, breach, state: end } = livedThrough(questionnaire, questionnaireEvents, all)
        expect(breach).toBeUndefined()
        for (const { type } of events) seen.set(type, (seen.get(type) ?? 0) + 1)
        const kinds = new Map<string, object>()
        for (const { questions } of wavesOf(end))
          for (const { id, form } of questions) {
            expect(fixedOf(form)).toStrictEqual(kinds.get(id) ?? fixedOf(form))
            kinds.set(id, fixedOf(form))
          }
        let state = questionnaire.initialState
        for (const one of all) {
          const decision = questionnaire.decide(one, state)
          if (E.isLeft(decision) || decision.right.length === 0) continue
          expect(expectedOfQuestionnaire(state).map((next) => next.command)).toContain(one.type)
          state = replay(questionnaire, decision.right, state)
        }
      }),
      { numRuns: 300 },
    )
    for (const type of questionnaireEvents.types) expect([type, (seen.get(type) ?? 0) > 10]).toStrictEqual([type, true])
  })
})
