import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyRule } from '@isegoria/election'
import type { OptionId, Parameters, Rule } from '@isegoria/election'
import { pabulibElection, readPabulib } from '@isegoria/interchange'
import type { PabulibFile } from '@isegoria/interchange'
import { E } from '@isegoria/kernel'
import { equalShares, greedy, phragmen } from '@isegoria/budget'
import type { Comparison, Source } from '../comparison.ts'

/** One count of a peer. */
interface Counted {
  readonly peer: string
  readonly instance: string
  readonly rule: string
  readonly selected: ReadonlyArray<OptionId>
  /** `selection` where projects stand in the order in which they were chosen, `returned` where the peer sorts them. */
  readonly order?: string
}

interface Ours {
  readonly rule: Rule
  readonly parameters: Parameters
}

/** What pabutools calls the rules. It settles ties by the names of the projects; `#float` counts in floats instead of fractions. */
const ofPabutools: Readonly<Record<string, Ours>> = {
  'greedy:card': { rule: greedy, parameters: { satisfaction: 'cardinality', ties: 'option-id' } },
  'greedy:cost': { rule: greedy, parameters: { satisfaction: 'cost', ties: 'option-id' } },
  'greedy:addcard': { rule: greedy, parameters: { satisfaction: 'additive', ties: 'option-id' } },
  'mes:card': { rule: equalShares, parameters: { utility: 'cardinality', ties: 'option-id' } },
  'mes:card#float': { rule: equalShares, parameters: { utility: 'cardinality', ties: 'option-id' } },
  'mes:cost': { rule: equalShares, parameters: { utility: 'cost', ties: 'option-id' } },
  'mes:cost#float': { rule: equalShares, parameters: { utility: 'cost', ties: 'option-id' } },
  'mes:addcard': { rule: equalShares, parameters: { utility: 'additive', ties: 'option-id' } },
  'mes:borda': { rule: equalShares, parameters: { utility: 'borda', ties: 'option-id' } },
  'mes_greedy:cost': { rule: equalShares, parameters: { utility: 'cost', completion: 'greedy', ties: 'option-id' } },
  'mes_phragmen:cost': { rule: equalShares, parameters: { utility: 'cost', completion: 'phragmen', ties: 'option-id' } },
  'mes_add1:cost': { rule: equalShares, parameters: { utility: 'cost', completion: 'add1', stop: 'exhaustive', ties: 'option-id' } },
  phragmen: { rule: phragmen, parameters: { ties: 'option-id' } },
}

/** What the tool calls the completions. It rounds the purse down before it adds, and orders what is level by cost, then votes. */
const ofTool: Readonly<Record<string, Parameters>> = {
  none: {},
  add1: { completion: 'add1', start: 'floor' },
  add1u: { completion: 'add1u', start: 'floor' },
  add1e: { completion: 'add1', start: 'floor', stop: 'exhaustive' },
}

const ours = ({ rule }: Counted): Ours | undefined => {
  const completion = /^mes\(card\/cost .*\) (\w+)$/.exec(rule)?.[1]
  if (completion === undefined) return ofPabutools[rule]
  const parameters = ofTool[completion]
  return parameters === undefined ? undefined : { rule: equalShares, parameters: { utility: 'cost', ...parameters } }
}

const compared = (published: Counted, file: PabulibFile): Comparison => {
  const { instance, rule: name, selected, order = 'selection' } = published
  const known = ours(published)
  if (known === undefined) return { rule: name, instance, isEqual: false, difference: 'a rule that there is not' }
  const { rule, parameters } = known
  const text = Object.entries(parameters).map(([parameter, value]) => `${parameter}=${value}`)
  const told = { rule: `${rule.id}:${text.join(',')}`, instance: name.endsWith('#float') ? `${instance}, counted in floats` : instance }
  const outcome = applyRule(rule, pabulibElection(file), parameters)
  if (E.isLeft(outcome) || outcome.right.type !== 'allocation') throw new Error(`${rule.id}: ${JSON.stringify(outcome)}`)
  const inOrder = (ids: ReadonlyArray<OptionId>): string => (order === 'selection' ? ids : ids.toSorted()).join(', ')
  const [found, expected] = [inOrder(outcome.right.selected), inOrder(selected)]
  return found === expected ? { ...told, isEqual: true } : { ...told, isEqual: false, difference: `${found} instead of ${expected}` }
}

const linesOf = (data: string, name: string): ReadonlyArray<Counted> =>
  readFileSync(join(data, 'expected', 'pabulib', name), 'utf8')
    .trim()
    .split('\n')
    .map((line): Counted => JSON.parse(line))

const fileOf = (data: string, name: string): PabulibFile => {
  const read = readPabulib(readFileSync(join(data, 'pabulib', name)), name)
  if (E.isLeft(read)) throw new Error(`${name}: ${read.left.reason}`)
  return read.right
}

const sourceOf = (name: string, counts: string): Source => ({
  name,
  compare: function* (data) {
    const files = new Map<string, PabulibFile>()
    for (const published of linesOf(data, counts)) {
      const { instance } = published
      const file = files.get(instance) ?? fileOf(data, instance)
      files.set(instance, file)
      yield compared(published, file)
    }
  },
})

/** Budgets of cities as two implementations allocate them: all projects, in the order of their selection where they tell it. */
export const pabulibPeers: ReadonlyArray<Source> = [
  sourceOf('pabutools 1.2.3', 'pabutools.jsonl'),
  sourceOf('equal-shares compute tool 31f52ee', 'equal-shares-tool.jsonl'),
]
