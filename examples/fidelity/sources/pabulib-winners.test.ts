import { describe, expect, it } from 'vitest'
import { pabulibWinners } from './pabulib-winners.ts'

const data = process.env['ISEGORIA_DATA']

describe.skipIf(data === undefined)('the winners that cities published', () => {
  const comparisons = data === undefined ? [] : [...pabulibWinners.compare(data)]
  it('are ours by the rule of each file, but for one that holds half the votes', () => {
    expect(comparisons.filter(({ isEqual, explained }) => !isEqual && explained === undefined)).toStrictEqual([])
    expect(comparisons.filter(({ isEqual }) => !isEqual).map(({ instance }) => instance)).toStrictEqual(['Hungary_Budapest_2022_VIII_Jozsefvaros'])
    expect(comparisons.length).toBeGreaterThan(80)
  })
})
