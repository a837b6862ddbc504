import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyRule } from '@isegoria/election'
import type { AllocationOutcome, Rule } from '@isegoria/election'
import { pabulibElection, readPabulib } from '@isegoria/interchange'
import type { PabulibFile } from '@isegoria/interchange'
import { E } from '@isegoria/kernel'

const data = process.env['ISEGORIA_DATA']

/** One count of a reference implementation. */
export interface Expected {
  readonly instance: string
  readonly rule: string
  readonly selected: ReadonlyArray<string>
  /** What everybody held in the end, where the implementation tells it; a float. */
  readonly endowment?: number
}

/** The lines of a file of expected counts; none without the data. */
export const expectedLines = (name: string): ReadonlyArray<Expected> => {
  const path = join(data ?? '', 'expected', 'pabulib', name)
  if (data === undefined || !existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  return lines.map((line): Expected => JSON.parse(line))
}

const files = new Map<string, PabulibFile>()

export const fileOf = (name: string): PabulibFile => {
  const known = files.get(name)
  if (known !== undefined) return known
  const read = readPabulib(readFileSync(join(data ?? '', 'pabulib', name)), name)
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left))
  files.set(name, read.right)
  return read.right
}

export const allocationOf = (rule: Rule, parameters: Readonly<Record<string, string>>, name: string): AllocationOutcome => {
  const outcome = applyRule(rule, pabulibElection(fileOf(name)), parameters)
  if (E.isLeft(outcome) || outcome.right.type !== 'allocation') throw new Error(`${rule.id} does not allocate ${name}`)
  return outcome.right
}

/** The purse that everybody held in the end, as the rule itself records it. */
export const endowmentOf = ({ rounds }: AllocationOutcome): number => {
  const [numerator, denominator] = (rounds[0]?.figures['endowment'] ?? '').split('/')
  return Number(numerator) / Number(denominator ?? '1')
}

const add1 = { utility: 'cost', completion: 'add1', start: 'floor', ties: 'lowest-cost+most-votes+option-id' } as const

/**
 * The completions of the equal-shares tool in our parameters. It floors the purse before it adds; `add1e` stops when nothing
 * more fits. `add1u` is add1 and then greedy on what is left, which has no parameter here: it is compared where add1 leaves
 * nothing that fits.
 */
export const toolCompletions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  none: { utility: 'cost', completion: 'none', start: 'exact', ties: 'lowest-cost+most-votes+option-id' },
  add1: { ...add1, stop: 'overspend' },
  add1u: { ...add1, stop: 'overspend' },
  add1e: { ...add1, stop: 'exhaustive' },
}

export const completionOf = (rule: string): string => rule.slice(rule.lastIndexOf(' ') + 1)

/** Add1 by single units takes seconds on these two. */
export const isLong = ({ instance, rule }: Expected): boolean => completionOf(rule) === 'add1' && !instance.includes('Wieliczka')
