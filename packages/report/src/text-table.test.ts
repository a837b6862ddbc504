import { describe, expect, it } from 'vitest'
import { textTable } from './text-table.ts'

describe('a table of text', () => {
  it('is as wide as its longest cells, figures to the right', () => {
    expect(
      textTable([
        ['id', 'cost'],
        ['pool', '9'],
        ['a', '1200'],
      ]),
    ).toBe('id    cost\n----  ----\npool     9\na     1200')
  })
  it('may have hundreds of thousands of rows', () => {
    const rows = Array.from({ length: 300_000 }, () => ['pool'])
    expect(textTable([['id'], ...rows]).split('\n')).toHaveLength(300_002)
  })
})
