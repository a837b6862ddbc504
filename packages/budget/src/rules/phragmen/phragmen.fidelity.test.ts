import { describe, expect, it } from 'vitest'
import { allocationOf, expectedLines } from '../fidelity.fixture.ts'
import { phragmen } from './phragmen.ts'

const lines = expectedLines('pabutools.jsonl').filter(({ rule }) => rule === 'phragmen')

describe.skipIf(lines.length === 0)('the projects of pabutools by Phragmén’s rule, which it returns sorted by id', () => {
  it('are compared in 3 elections', () => {
    expect(lines).toHaveLength(3)
  })
  it.each(lines.map(({ instance, selected }) => [instance, selected] as const))('%s', (instance, selected) => {
    expect(allocationOf(phragmen, { ties: 'option-id' }, instance).selected.toSorted()).toStrictEqual(selected.toSorted())
  })
})
