import { describe, expect, it } from 'vitest'
import type { Rule } from '@isegoria/election'
import { allocationOf, completionOf, endowmentOf, expectedLines, fileOf, isLong, toolCompletions } from './fidelity.fixture.ts'
import { equalShares, greedy } from './index.ts'

const add1 = { utility: 'cost', completion: 'add1', ties: 'option-id' } as const

const rules: Readonly<Record<string, readonly [Rule, Readonly<Record<string, string>>]>> = {
  'greedy:card': [greedy, { satisfaction: 'cardinality', ties: 'option-id' }],
  'greedy:cost': [greedy, { satisfaction: 'cost', ties: 'option-id' }],
  'greedy:addcard': [greedy, { satisfaction: 'additive', ties: 'option-id' }],
  'mes:card': [equalShares, { utility: 'cardinality', ties: 'option-id' }],
  'mes:cost': [equalShares, { utility: 'cost', ties: 'option-id' }],
  'mes_greedy:cost': [equalShares, { utility: 'cost', completion: 'greedy', ties: 'option-id' }],
  'mes_add1:cost': [equalShares, { ...add1, start: 'exact', stop: 'exhaustive' }],
}
/** Other rules than these two, or satisfactions that read points; by name, so that a new kind of line is not passed over. */
const notHere = new Set(['phragmen', 'mes_phragmen:cost', 'mes:card#float', 'mes:cost#float', 'mes:addcard', 'mes:borda'])

const pabutools = expectedLines('pabutools.jsonl')
const tool = expectedLines('equal-shares-tool.jsonl')
const wieliczka = 'Poland_Wieliczka_2023_Green_Budget.pb'

describe.skipIf(pabutools.length === 0)('the projects of pabutools, in its order', () => {
  const lines = pabutools.filter(({ rule }) => rule in rules)
  it('are compared in each line that names a rule of ours', () => {
    expect(lines.length).toBeGreaterThan(32)
    expect(pabutools.filter(({ rule }) => !(rule in rules) && !notHere.has(rule))).toStrictEqual([])
  })
  it.each(lines.map(({ instance, rule, selected }) => [instance, rule, selected] as const))('%s by %s', (instance, name, selected) => {
    const [rule, parameters] = rules[name] ?? [greedy, {}]
    expect(allocationOf(rule, parameters, instance).selected).toStrictEqual(selected)
  })
  it('differ by three from add1 until it would overspend, which is why the stop is a parameter', () => {
    const returned = pabutools.find(({ rule }) => rule === 'mes_add1:cost')?.selected ?? []
    const { selected } = allocationOf(equalShares, { ...add1, start: 'exact', stop: 'overspend' }, wieliczka)
    expect(returned.filter((id) => !selected.includes(id))).toStrictEqual(['66', '67'])
    expect(selected.filter((id) => !returned.includes(id))).toStrictEqual(['46'])
  })
})

describe.skipIf(tool.length === 0)('the projects of the equal-shares tool, in its order, and its purse', () => {
  const lines = tool.filter((line) => !isLong(line))
  it('are 7', () => {
    expect(lines).toHaveLength(7)
  })
  it.each(lines.map((line) => [line.instance, completionOf(line.rule), line] as const))('%s with %s', (instance, completion, line) => {
    const allocation = allocationOf(equalShares, toolCompletions[completion] ?? { completion }, instance)
    expect(allocation.selected).toStrictEqual(line.selected)
    expect(endowmentOf(allocation)).toBeCloseTo(line.endowment ?? Number.NaN, 9)
  })
})

describe.skipIf(pabutools.length === 0)('Wieliczka 2023', () => {
  it('has its official winners by Equal Shares with add1 from a floored start until overspending', () => {
    const official = fileOf(wieliczka)
      .projects.filter(({ selected }) => selected === '1')
      .map(({ id }) => id)
    const { selected } = allocationOf(equalShares, { utility: 'cost', completion: 'add1', start: 'floor', stop: 'overspend' }, wieliczka)
    expect(new Set(selected)).toStrictEqual(new Set(official))
  })
})
