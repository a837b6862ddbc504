import { describe, expect, it } from 'vitest'
import { fidelityPage } from './page.ts'
import type { Summary } from './summary.ts'

const summary = (rule: string, equal: number, explained: ReadonlyArray<string> = [], unexplained: ReadonlyArray<string> = []): Summary => ({
  rule,
  source: 'another tool',
  compared: equal + explained.length + unexplained.length,
  equal,
  explained: new Map(explained.map((instance) => ['a tie', [instance]])),
  unexplained,
})

describe('the page of comparisons', () => {
  const page = fidelityPage([summary('irv', 3, ['x']), summary('(pairs:unranked=last)', 2), summary('stv', 0, [], ['y: differs'])])
  it('adds them up', () => {
    expect(page).toContain('7 outcomes were compared: 5 are equal, 1 differ for a reason that is told, 1 without one.')
  })
  it('names rules as one types them, and in words what is no rule', () => {
    expect(page).toContain('| `irv` ')
    expect(page).toContain('| pairs of options, unranked=last |')
    expect(page).toContain('- `irv`, another tool: a tie (x)')
  })
})
