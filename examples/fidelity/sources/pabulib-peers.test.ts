import { describe, expect, it } from 'vitest'
import { pabulibPeers } from './pabulib-peers.ts'

const data = process.env['ISEGORIA_DATA']

describe.skipIf(data === undefined)('budgets that other implementations allocated', () => {
  it.each(pabulibPeers.map((source, place) => [source.name, source, [44, 9][place]] as const))('are ours: %s', (_, source, count) => {
    const comparisons = data === undefined ? [] : [...source.compare(data)]
    expect(comparisons.filter(({ isEqual }) => !isEqual)).toStrictEqual([])
    expect(comparisons).toHaveLength(count ?? 0)
  })
})
