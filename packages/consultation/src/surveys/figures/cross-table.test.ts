import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import type { Question } from '../questionnaire/question.ts'
import { mode, responded, wishes, years } from '../survey.fixture.ts'
import type { SurveyResponseState } from '../survey-response.ts'
import { crossTable } from './cross-table.ts'
import type { CrossTable } from './cross-table.ts'
import { valuesOfSuppressed } from './cross-table.oracle.ts'
import type { Published } from './published.ts'

const district = { name: 'district', values: ['north', 'south'] }
const ids = ['bus', 'bicycle', 'foot']
const one = [[0], [1], [2]]
const oneOrTwo = [...one, [0, 1], [0, 2], [1, 2]]

const table = (question: Question, responses: ReadonlyArray<SurveyResponseState>, k: number, attribute = district): CrossTable => {
  const made = crossTable(question, attribute, responses, k)
  if (E.isLeft(made)) throw new Error(made.left.type)
  return made.right
}
const responseOf = (set: ReadonlyArray<number>, value: string | undefined): SurveyResponseState => {
  const choices = set.map((place) => ids[place] ?? '')
  return responded(
    { mode: { kind: 'single', choice: choices[0] ?? '' }, wishes: { kind: 'multiple', choices } },
    value === undefined ? {} : { district: value },
  )
}
const times = (count: number, set: ReadonlyArray<number>, value?: string): ReadonlyArray<SurveyResponseState> =>
  Array.from({ length: count }, () => responseOf(set, value))
const figures = ({ cells, rowTotals, columnTotals, total }: CrossTable): ReadonlyArray<Published> => [
  ...cells.flat(),
  ...rowTotals,
  ...columnTotals,
  total,
]

describe('I16: what is published of a group below the threshold cannot be found', () => {
  it('shows a table as it is where each group is large enough', () => {
    const responses = [
      ...times(6, [0], 'north'),
      ...times(7, [1], 'north'),
      ...times(5, [2], 'north'),
      ...ids.flatMap((_, set) => times(8, [set], 'south')),
    ]
    expect(table(mode, responses, 5)).toStrictEqual({
      questionId: 'mode',
      attribute: 'district',
      rows: ids,
      columns: ['north', 'south'],
      cells: [
        [6, 8],
        [7, 8],
        [5, 8],
      ],
      rowTotals: [14, 15, 13],
      columnTotals: [18, 24],
      total: 42,
    })
  })
  it('hides a small group and three more, so that neither its row nor its column gives it away', () => {
    const responses = [
      ...times(2, [0], 'north'),
      ...times(9, [1], 'north'),
      ...times(7, [2], 'north'),
      ...ids.flatMap((_, set) => times(8, [set], 'south')),
    ]
    const { cells, rowTotals, columnTotals, total } = table(mode, responses, 5)
    expect(cells).toStrictEqual([
      ['suppressed', 'suppressed'],
      [9, 8],
      ['suppressed', 'suppressed'],
    ])
    expect({ rowTotals, columnTotals, total }).toStrictEqual({ rowTotals: [10, 17, 15], columnTotals: [18, 24], total: 42 })
  })
  it('shows nothing of fewer persons than the threshold, nor of nobody', () => {
    for (const responses of [[], times(4, [0], 'north')]) expect(new Set(figures(table(mode, responses, 5)))).toStrictEqual(new Set(['suppressed']))
    expect(new Set(figures(table(wishes, times(4, [0, 1], 'north'), 5)))).toStrictEqual(new Set(['suppressed']))
  })
  it('counts those who state no value apart', () => {
    const responses = ['north', 'south', undefined].flatMap((where) => ids.flatMap((_, set) => times(6, [set], where)))
    expect(table(mode, responses, 5).columns).toStrictEqual(['north', 'south', ''])
    expect(table(mode, responses, 5).columnTotals).toStrictEqual([18, 18, 18])
  })
  it('hides what all of a group have chosen, where several may be', () => {
    const responses = [...times(20, [0], 'north'), ...times(10, [0, 1], 'south'), ...times(10, [1], 'south'), ...times(10, [2], 'south')]
    const { cells, columnTotals } = table(wishes, responses, 5)
    expect(cells[0]).toStrictEqual(['suppressed', 'suppressed'])
    expect(columnTotals).toStrictEqual([20, 30])
  })
  it('counts no numbers and texts one by one, and knows a threshold', () => {
    expect(crossTable(years, district, [], 5)).toStrictEqual(E.left({ type: 'QuestionNotCounted', questionId: 'years', kind: 'number' }))
    expect(() => crossTable(mode, district, [], 0)).toThrow(RangeError)
  })

  const value = fc.constantFrom('north', 'south')
  const kinds = [
    { name: 'one choice', question: mode, sets: one },
    { name: 'up to two choices', question: wishes, sets: oneOrTwo },
  ]
  it.each(kinds)('leaves at least k values of each suppressed figure possible, with $name, for who tries out all there are', ({ question, sets }) => {
    const seen = { shown: 0, suppressed: 0, withheld: 0 }
    const persons = fc.array(fc.tuple(fc.constantFrom(...sets), value), { minLength: 4, maxLength: 11, size: 'max' })
    fc.assert(
      fc.property(persons, fc.integer({ min: 1, max: 4 }), (given, k) => {
        const made = table(
          question,
          given.map(([set, where]) => responseOf(set, where)),
          k,
        )
        for (const figure of figures(made)) if (figure !== 'suppressed') expect(figure).toBeGreaterThanOrEqual(k)
        if (made.total === 'suppressed') {
          seen.withheld++
          return
        }
        const suppressed = figures(made).filter((figure) => figure === 'suppressed').length
        seen.suppressed += suppressed
        seen.shown += figures(made).length - suppressed
        const values = valuesOfSuppressed(made, sets)
        expect(values.size).toBe(suppressed)
        for (const [name, possible] of values) expect([name, possible.size >= Math.max(2, k)]).toStrictEqual([name, true])
      }),
      { numRuns: 60 },
    )
    expect(seen.shown).toBeGreaterThan(100)
    expect(seen.suppressed).toBeGreaterThan(100)
  })
  it('lets no suppressed cell be found by subtracting from totals, again and again, in larger tables', () => {
    const attribute = { name: 'district', values: ['a', 'b', 'c', 'd', 'e'] }
    const scale: Question = { id: 'liking', text: '?', form: { kind: 'scale', from: 1, to: 5 }, isRequired: true }
    const person = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom(...attribute.values))
    fc.assert(
      fc.property(fc.array(person, { maxLength: 200, size: 'max' }), fc.integer({ min: 2, max: 6 }), (given, k) => {
        const responses = given.map(([step, where]) => responded({ liking: { kind: 'scale', value: step } }, { district: where }))
        expect(foundBySubtraction(table(scale, responses, k, attribute))).toStrictEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

/** Each line of the table with its total: whenever one figure of a line is unknown, it is what the others leave. */
const foundBySubtraction = ({ cells, rowTotals, columnTotals, total }: CrossTable): ReadonlyArray<string> => {
  const rows = [...cells.map((row, place) => [...row, rowTotals[place]]), [...columnTotals, total]]
  const known = rows.map((row) => row.map((figure) => figure !== 'suppressed'))
  const found: string[] = []
  const lines = [
    ...rows.map((row, place) => row.map((_, column) => [place, column] as const)),
    ...(rows[0] ?? []).map((_, column) => rows.map((__, place) => [place, column] as const)),
  ]
  for (let before = -1; before < found.length;) {
    before = found.length
    for (const line of lines) {
      const unknown = line.filter(([row, column]) => known[row]?.[column] === false)
      const [[row, column] = [0, 0]] = unknown
      const places = known[row]
      if (unknown.length !== 1 || places === undefined) continue
      places[column] = true
      found.push(`${row}/${column}`)
    }
  }
  return found
}
