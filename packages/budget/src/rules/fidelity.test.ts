import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyRule } from '@isegoria/election'
import type { Election, Outcome, Rule } from '@isegoria/election'
import { pabulibElection, readPabulib } from '@isegoria/interchange'
import type { PabulibFile } from '@isegoria/interchange'
import { E } from '@isegoria/kernel'
import { equalShares, greedy } from './index.ts'

const data = process.env['ISEGORIA_DATA']
const expectedFile = join(data ?? '', 'expected', 'pabulib', 'pabutools.jsonl')

interface Expected {
  readonly instance: string
  readonly rule: string
  readonly selected: ReadonlyArray<string>
}

const files = new Map<string, PabulibFile>()
const fileOf = (name: string): PabulibFile => {
  const known = files.get(name)
  if (known !== undefined) return known
  const read = readPabulib(readFileSync(join(data ?? '', 'pabulib', name)), name)
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left))
  files.set(name, read.right)
  return read.right
}
const elections = new Map<string, Election>()
const electionOf = (name: string): Election => {
  const election = elections.get(name) ?? pabulibElection(fileOf(name))
  elections.set(name, election)
  return election
}
const selectedBy = (rule: Rule, parameters: Readonly<Record<string, string>>, name: string): ReadonlyArray<string> => {
  const outcome: ReturnType<typeof applyRule> = applyRule(rule, electionOf(name), parameters)
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  const allocation: Outcome = outcome.right
  return allocation.type === 'allocation' ? allocation.selected : []
}

const rules: Readonly<Record<string, readonly [Rule, Readonly<Record<string, string>>]>> = {
  'greedy:card': [greedy, { satisfaction: 'cardinality', ties: 'id' }],
  'greedy:cost': [greedy, { satisfaction: 'cost', ties: 'id' }],
  'mes:card': [equalShares, { utility: 'cardinality', ties: 'id' }],
  'mes:cost': [equalShares, { utility: 'cost', ties: 'id' }],
  'mes_greedy:cost': [equalShares, { utility: 'cost', completion: 'greedy', ties: 'id' }],
}

const lines: ReadonlyArray<Expected> = existsSync(expectedFile)
  ? readFileSync(expectedFile, 'utf8')
      .trim()
      .split('\n')
      .map((line): Expected => JSON.parse(line))
      .filter(({ rule }) => rule in rules)
  : []

describe.skipIf(lines.length === 0)('the projects of the reference implementation, in its order', () => {
  it.each(lines.map(({ instance, rule, selected }) => [instance, rule, selected] as const))('%s by %s', (instance, name, selected) => {
    const [rule, parameters] = rules[name] ?? [greedy, {}]
    expect(selectedBy(rule, parameters, instance)).toStrictEqual(selected)
  })
  it('Wieliczka 2023: the official winners, by Equal Shares with add1 from a floored start until overspending', () => {
    const name = 'Poland_Wieliczka_2023_Green_Budget.pb'
    const official = fileOf(name)
      .projects.filter(({ selected }) => selected === '1')
      .map(({ id }) => id)
    const won = selectedBy(equalShares, { utility: 'cost', completion: 'add1', start: 'floor', stop: 'overspend' }, name)
    expect(new Set(won)).toStrictEqual(new Set(official))
  })
})
