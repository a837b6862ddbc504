import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filterText, readFilter, readUntil } from './changes-of.ts'

describe('a filter of voters', () => {
  it.each([
    ['sex=F', { attribute: 'sex', is: 'F' }],
    ['district=North,South', { attribute: 'district', is: ['North', 'South'] }],
    ['district=North\\, old town,South', { attribute: 'district', is: ['North, old town', 'South'] }],
    ['age=18..30', { attribute: 'age', from: 18, to: 30 }],
    ['age=..17.5', { attribute: 'age', to: 17.5 }],
    ['age=-3..', { attribute: 'age', from: -3 }],
    ['note=..', { attribute: 'note', is: '..' }],
    ['note=a=b', { attribute: 'note', is: 'a=b' }],
    ['note=', { attribute: 'note', is: '' }],
  ])('%s', (text, filter) => {
    expect(readFilter(text)).toStrictEqual([filter])
    expect(filterText(filter)).toBe(text)
  })
  it('is read as it was written', () => {
    const value = fc.string().filter((text) => !text.includes('\\') && !text.includes('..'))
    fc.assert(
      fc.property(fc.array(value, { minLength: 2 }), (is) => {
        expect(readFilter(filterText({ attribute: 'x', is }))).toStrictEqual([{ attribute: 'x', is }])
      }),
    )
  })
})

describe('the end of a poll', () => {
  it.each([
    ['2026-03-31', '2026-04-01T00:00:00Z'],
    ['2024-02-28', '2024-02-29T00:00:00Z'],
    ['2026-03-31T18:30:00Z', '2026-03-31T18:30:00Z'],
  ])('%s is %s', (text, until) => {
    expect(readUntil(text)).toBe(until)
  })
})
