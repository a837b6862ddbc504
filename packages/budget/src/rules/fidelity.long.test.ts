import { describe, expect, it } from 'vitest'
import { allocationOf, completionOf, endowmentOf, expectedLines, isLong, toolCompletions } from './fidelity.fixture.ts'
import { equalShares } from './index.ts'

const lines = expectedLines('equal-shares-tool.jsonl').filter(isLong)

describe.skipIf(lines.length === 0)('the projects of the equal-shares tool, in its order, and its purse', () => {
  it('are 2', () => {
    expect(lines).toHaveLength(2)
  })
  it.each(lines.map((line) => [line.instance, completionOf(line.rule), line] as const))('%s with %s', (instance, completion, line) => {
    const allocation = allocationOf(equalShares, toolCompletions[completion] ?? { completion }, instance)
    expect(allocation.selected).toStrictEqual(line.selected)
    expect(endowmentOf(allocation)).toBeCloseTo(line.endowment ?? Number.NaN, 9)
  })
})
