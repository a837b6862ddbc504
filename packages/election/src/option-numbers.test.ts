import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { optionNumbers } from './option-numbers.ts'

const byMap = (): ((id: string) => number) => {
  const kept = new Map<string, number>()
  return (id) => {
    const number = kept.get(id) ?? kept.size
    kept.set(id, number)
    return number
  }
}

describe('option numbers', () => {
  it.each([
    ['any', fc.string()],
    ['of few letters', fc.string({ unit: fc.constantFrom('a', 'b', 'é', '木'), maxLength: 5 })],
    ['that are numbers', fc.nat(400).map(String)],
    ['alike but for a letter far behind', fc.nat(9).map((digit) => `one of the options ${digit} of this poll`)],
  ])('numbers ids as a Map does: ids %s', (_, id) => {
    fc.assert(
      fc.property(fc.array(id, { maxLength: 400, size: 'max' }), (ids) => {
        const { numberOf, options } = optionNumbers()
        const expected = ids.map(byMap())
        expect(ids.map((one) => numberOf(one))).toStrictEqual(expected)
        expect(ids.map((one) => numberOf(one))).toStrictEqual(expected)
        expect(options()).toStrictEqual([...new Set(ids)])
      }),
      { numRuns: 50 },
    )
  })
})
