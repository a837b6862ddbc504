import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyRule } from '@isegoria/election'
import type { Constraint, Election, Parameters, Rule } from '@isegoria/election'
import { officialElection, readPabulib } from '@isegoria/interchange'
import type { PabulibFile } from '@isegoria/interchange'
import { E } from '@isegoria/kernel'
import { equalShares, greedy } from '@isegoria/budget'
import type { Comparison, Source } from '../comparison.ts'

type Ids = ReadonlySet<string>

const isSame = (left: Ids, right: Ids): boolean => left.size === right.size && [...left].every((id) => right.has(id))

const without = (left: Ids, right: Ids): ReadonlyArray<string> => [...left].filter((id) => !right.has(id))

const selectedBy = (rule: Rule, election: Election, parameters: Parameters): Ids => {
  const outcome = applyRule(rule, election, parameters)
  if (E.isLeft(outcome) || outcome.right.type !== 'allocation') throw new Error(`${rule.id}: ${JSON.stringify(outcome)}`)
  return new Set(outcome.right.selected)
}

interface Count {
  readonly rule: Rule
  readonly election: Election
  readonly parameters: Parameters
  readonly file: PabulibFile
  readonly ours: Ids
  readonly theirs: Ids
}

/** Whether a tie accounts for it: with the published winners first among those that are level, the count is theirs. */
const isTie = ({ rule, election, parameters, theirs }: Count): boolean => {
  const ids = election.options.map(({ id }) => id)
  const lot = [...ids.filter((id) => theirs.has(id)), ...ids.filter((id) => !theirs.has(id))]
  return isSame(selectedBy(rule, { ...election, lot }, { ...parameters, ties: 'lot' }), theirs)
}

/** Whether exclusions that the file does not list account for it: with what they passed over kept out, the count is theirs. */
const isUnlistedExclusion = ({ rule, election, parameters, file, ours, theirs }: Count): boolean => {
  if (file.meta['rule'] !== 'greedy-exclusive') return false
  const excluded: Constraint = { type: 'at-most', name: 'excluded', options: without(ours, theirs), most: 0 }
  return isSame(selectedBy(rule, { ...election, constraints: [...(election.constraints ?? []), excluded] }, parameters), theirs)
}

/** Whether the file says itself that its winners do not follow from its votes. */
const isPartOfVotes = ({ file: { meta } }: Count): boolean =>
  meta['rule'] === 'unknown' && /winners .*were not exclusively determined by the complete votes/.test(meta['comment'] ?? '')

const reasonFor = (count: Count): string | undefined => {
  if (isPartOfVotes(count)) return 'the file names no rule and holds only the votes cast online; its comment says that half were on paper'
  if (isTie(count)) return 'projects are level, and nothing in the file tells which comes first: with the published one first the count is the same'
  if (isUnlistedExclusion(count)) return 'some projects exclude one another, and no comment lists which: with those kept out the count is the same'
  return undefined
}

const compared = (instance: string, file: PabulibFile): Comparison => {
  const named = `official (${file.meta['rule'] ?? ''})`
  const official = officialElection(file)
  if (E.isLeft(official)) return { rule: named, instance, isEqual: false, difference: official.left.reason }
  const { election, rule: own } = official.right
  const rule = own.id === greedy.id ? greedy : equalShares
  const ours = selectedBy(rule, election, own.parameters)
  // 2 and 3 were paid for with money from elsewhere, as the files say.
  const theirs = new Set(file.projects.filter(({ selected }) => selected === '1').map(({ id }) => id))
  if (isSame(ours, theirs)) return { rule: named, instance, isEqual: true }
  const explained = reasonFor({ rule, election, parameters: own.parameters, file, ours, theirs })
  if (explained !== undefined) return { rule: named, instance, isEqual: false, explained }
  return { rule: named, instance, isEqual: false, difference: `only ours ${without(ours, theirs)}; only theirs ${without(theirs, ours)}` }
}

function* compare(data: string): Generator<Comparison> {
  const folder = join(data, 'pabulib')
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.pb')) continue
    const file = readPabulib(readFileSync(join(folder, name)), name)
    if (E.isLeft(file)) yield { rule: 'official', instance: name, isEqual: false, difference: file.left.reason }
    else if (file.right.projects.some(({ selected }) => selected !== undefined)) yield compared(name.slice(0, -'.pb'.length), file.right)
  }
}

/** The winners that cities published with their votes, against the rule and the constraints that each file names. */
export const pabulibWinners: Source = { name: 'the cities, in Pabulib files', compare }
