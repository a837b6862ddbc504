import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, SurveyChannel } from '../answer.ts'
import type { Wave } from '../questionnaire/state.ts'
import { liking, mode, remark, responded, terms, wishes, years } from '../survey.fixture.ts'
import type { SurveyResponseEvent, SurveyResponseState } from '../survey-response.ts'
import { answersOf, mergeAnswers } from './answers-of.ts'
import { barometer } from './barometer.ts'
import { participationByChannel } from './participation-by-channel.ts'
import { publishedChoices, publishedCounts } from './published.ts'
import { responsesOf } from './responses-of.ts'

const { questions } = terms
const choice = fc.constantFrom('bus', 'bicycle', 'foot')
const response: fc.Arbitrary<SurveyResponseState> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom<SurveyResponseState>({ status: 'NotAnswered' }, { status: 'Withdrawn' }) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(choice, fc.uniqueArray(choice, { minLength: 1, maxLength: 2 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 120 }))
      .map(([single, choices, value, number]) => {
        const answers: Record<string, Answer> = { mode: { kind: 'single', choice: single }, wishes: { kind: 'multiple', choices } }
        if (number > 30) answers['liking'] = { kind: 'scale', value }
        if (number > 60) answers['years'] = { kind: 'number', value: number }
        return responded(answers)
      }),
  },
)
const responses = fc.array(response, { maxLength: 12 })

describe('answers to a survey, counted', () => {
  it('are counted by question and choice', () => {
    const { respondents, questions: counts } = answersOf(questions, [
      responded({
        mode: { kind: 'single', choice: 'bus' },
        wishes: { kind: 'multiple', choices: ['bus', 'foot'] },
        liking: { kind: 'scale', value: 4 },
      }),
      responded({ mode: { kind: 'single', choice: 'bus' }, years: { kind: 'number', value: 30 } }),
      { status: 'Withdrawn' },
    ])
    expect(respondents).toBe(2)
    expect(counts.get('mode')).toStrictEqual({
      answered: 2,
      choices: new Map([
        ['bus', 2],
        ['bicycle', 0],
        ['foot', 0],
      ]),
      sum: 0n,
    })
    expect(counts.get('wishes')).toStrictEqual({
      answered: 1,
      choices: new Map([
        ['bus', 1],
        ['bicycle', 0],
        ['foot', 1],
      ]),
      sum: 0n,
    })
    expect(counts.get('liking')).toMatchObject({ answered: 1, sum: 4n })
    expect(counts.get('years')).toStrictEqual({ answered: 1, choices: new Map(), sum: 30n })
    expect(counts.get('remark')).toMatchObject({ answered: 0 })
  })
  it('merge in any order and grouping to what all together give', () => {
    fc.assert(
      fc.property(responses, responses, responses, (a, b, c) => {
        const [one, two, three] = [answersOf(questions, a), answersOf(questions, b), answersOf(questions, c)]
        expect(mergeAnswers(mergeAnswers(one, two), three)).toStrictEqual(answersOf(questions, [...a, ...b, ...c]))
        expect(mergeAnswers(one, mergeAnswers(two, three))).toStrictEqual(mergeAnswers(mergeAnswers(three, two), one))
        expect(mergeAnswers(one, answersOf(questions, []))).toStrictEqual(one)
      }),
    )
  })
})

const responseBy = (key: number, channel: SurveyChannel) => ({
  questionnaireId: 'q',
  wave: '1',
  respondentKey: `${key}`,
  questionsHash: 'h',
  answers: {},
  channel,
  attributes: {},
})
const answered = (key: number, channel: SurveyChannel): SurveyResponseEvent => ({ type: 'SurveyAnswered', ...responseBy(key, channel) })

describe('I16: counts are published above a threshold only', () => {
  it('tells by which channel people took part, each once, and hides what a total would give away', () => {
    const events = [
      ...Array.from({ length: 12 }, (_, key) => answered(key, 'online')),
      ...Array.from({ length: 6 }, (_, key) => answered(20 + key, 'paper')),
      ...Array.from({ length: 2 }, (_, key) => answered(30 + key, 'meeting')),
    ]
    const published = participationByChannel(events, 5)
    expect(published).toStrictEqual({
      counts: new Map<string, unknown>([
        ['online', 12],
        ['paper', 'suppressed'],
        ['meeting', 'suppressed'],
      ]),
      total: 20,
    })
    const moved: SurveyResponseEvent = { ...responseBy(30, 'online'), type: 'SurveyAnswerReplaced' }
    const gone: SurveyResponseEvent = { type: 'SurveyAnswerWithdrawn', questionnaireId: 'q', wave: '1', respondentKey: '31' }
    expect(participationByChannel([...events, moved, gone], 5)).toStrictEqual({
      counts: new Map([
        ['online', 13],
        ['paper', 6],
      ]),
      total: 19,
    })
    expect(responsesOf([...events, gone]).size).toBe(20)
    expect(participationByChannel(events.slice(0, 3), 5)).toStrictEqual({ counts: new Map([['online', 'suppressed']]), total: 'suppressed' })
  })
  it('leaves k values of each hidden count possible, and shows no small one', () => {
    const seen = { shown: 0, hidden: 0 }
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 4 }), (values, k) => {
        const { counts, total } = publishedCounts(new Map(values.map((value, place) => [`${place}`, value])), k)
        const shown = [...counts.values()]
        for (const one of shown) if (one !== 'suppressed' && one !== 0) expect(one).toBeGreaterThanOrEqual(k)
        if (total === 'suppressed') return
        expect(total).toBeGreaterThanOrEqual(k)
        const possible = worldsOf(shown, total, 1)
        shown.forEach((one, place) => {
          seen[one === 'suppressed' ? 'hidden' : 'shown']++
          if (one === 'suppressed') expect(new Set(possible.map((world) => world[place])).size).toBeGreaterThanOrEqual(Math.max(2, k))
        })
      }),
    )
    expect(Math.min(seen.shown, seen.hidden)).toBeGreaterThan(20)
  })
  it('leaves k values of each hidden choice possible, where several may be chosen', () => {
    const sets = [[0], [1], [2], [0, 1], [0, 2], [1, 2]]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...sets), { minLength: 4, maxLength: 9, size: 'max' }), fc.integer({ min: 1, max: 4 }), (given, k) => {
        const counts = new Map([0, 1, 2].map((place) => [`${place}`, given.filter((set) => set.includes(place)).length]))
        const shown = [...publishedChoices(counts, given.length, 2, k).values()]
        for (const one of shown) if (one !== 'suppressed') expect(Math.min(one, given.length - one)).toBeGreaterThanOrEqual(k)
        const values = shown.map(() => new Set<number>())
        for (let all = given.length; all <= 2 * given.length; all++)
          for (const world of worldsOf(shown, all, 0))
            if (Math.max(...world) <= given.length) world.forEach((value, place) => values[place]?.add(value))
        shown.forEach((one, place) => {
          if (one === 'suppressed') expect(values[place]?.size).toBeGreaterThanOrEqual(Math.max(2, k))
        })
      }),
    )
  })
})

/** All counts with that total, of which those that are shown are as shown and the others at least `floor`. */
const worldsOf = (shown: ReadonlyArray<number | 'suppressed'>, total: number, floor: number): ReadonlyArray<ReadonlyArray<number>> => {
  const [first, ...rest] = shown
  if (first === undefined) return total === 0 ? [[]] : []
  if (total < 0) return []
  const values = first === 'suppressed' ? Array.from({ length: Math.max(0, total - floor + 1) }, (_, more) => floor + more) : [first]
  return values.flatMap((value) => worldsOf(rest, total - value, floor).map((world) => [value, ...world]))
}

describe('I31: a barometer follows what compares', () => {
  const wave = (name: string, asked: Wave['questions']): Wave => ({
    wave: name,
    opensAt: terms.opensAt,
    closesAt: terms.closesAt,
    questionsHash: 'h',
    questions: asked,
  })
  const times = (count: number, answers: Readonly<Record<string, Answer>>): ReadonlyArray<SurveyResponseState> =>
    Array.from({ length: count }, () => responded(answers))
  const first = {
    wave: wave('1', [mode, liking, years, remark]),
    responses: [
      ...times(6, { mode: { kind: 'single', choice: 'bus' }, liking: { kind: 'scale', value: 2 }, years: { kind: 'number', value: 10 } }),
      ...times(9, { mode: { kind: 'single', choice: 'foot' }, liking: { kind: 'scale', value: 3 } }),
    ],
  }
  const second = {
    wave: wave('2', [{ ...mode, text: 'How do you mostly come?' }, { ...liking, form: { kind: 'scale', from: 1, to: 7 } }, years, wishes]),
    responses: times(3, { mode: { kind: 'single', choice: 'bus' }, years: { kind: 'number', value: 1 } }),
  }

  it('gives whole numbers for each wave, and says what cannot be followed and why', () => {
    const { series, leftOut } = barometer([first, second], 5)
    const few = new Map([
      ['bus', 'suppressed'],
      ['bicycle', 'suppressed'],
      ['foot', 'suppressed'],
    ])
    expect(series).toStrictEqual([
      {
        questionId: 'mode',
        isReworded: true,
        points: [
          {
            wave: '1',
            answered: 15,
            counts: new Map([
              ['bus', 6],
              ['bicycle', 0],
              ['foot', 9],
            ]),
          },
          { wave: '2', answered: 'suppressed', counts: few },
        ],
      },
      {
        questionId: 'years',
        isReworded: false,
        points: [
          { wave: '1', answered: 6, counts: new Map(), sum: 60n },
          { wave: '2', answered: 'suppressed', counts: new Map() },
        ],
      },
    ])
    expect(leftOut).toStrictEqual([
      { questionId: 'liking', why: 'choices-differ', wave: '2' },
      { questionId: 'remark', why: 'not-asked-in-second', wave: '2' },
      { questionId: 'wishes', why: 'not-asked-in-first', wave: '2' },
    ])
  })
  it('tells the mean of a scale only where that gives no hidden count away', () => {
    expect(barometer([first], 5).series[1]?.points[0]).toMatchObject({ answered: 15, sum: 39n })
    const { points: [point] = [] } = barometer([first], 7).series[1] ?? {}
    expect(point?.counts.get('2')).toBe('suppressed')
    expect(point).not.toHaveProperty('sum')
  })
  it('has nothing to say of no waves, and knows a threshold', () => {
    expect(barometer([], 5)).toStrictEqual({ series: [], leftOut: [] })
    expect(() => barometer([], 0.5)).toThrow(RangeError)
  })
})
