import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { applyRule } from '@isegoria/election'
import type { Election, Outcome, Parameters, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { ballotFileElection, readPreflib } from '@isegoria/interchange'
import { borda, copeland, irv, minimax, rankedPairs, schulze, splitCycle } from '@isegoria/voting'
import type { Comparison, Source } from '../comparison.ts'

interface Ours {
  readonly rule: Rule
  readonly parameters?: Parameters
}

/** The names of three libraries, and what we call the same rule with the strength of victories that each of them takes. */
const ours: Readonly<Record<string, Readonly<Record<string, Ours>>>> = {
  'pref_voting@bd92589': {
    'Schulze beat_path': { rule: schulze, parameters: { variant: 'margins' } },
    'Ranked Pairs': { rule: rankedPairs, parameters: { variant: 'margins' } },
    'Split Cycle': { rule: splitCycle },
    Minimax: { rule: minimax, parameters: { variant: 'margins' } },
  },
  'votelib@94af16c': { 'Schulze (incl pairwise)': { rule: schulze, parameters: { variant: 'winning' } } },
  'npm votes@3.0.0': {
    Schulze: { rule: schulze, parameters: { variant: 'winning' } },
    RankedPairs: { rule: rankedPairs, parameters: { variant: 'winning' } },
    InstantRunoff: { rule: irv },
    Borda: { rule: borda },
    Copeland: { rule: copeland },
    Minimax: { rule: minimax, parameters: { variant: 'margins' } },
  },
}

interface Line {
  readonly peer: string
  readonly instance: string
  readonly rule: string
  /** Winners, where the library gives no ranking. */
  readonly result?: ReadonlyArray<string>
  readonly ranking?: ReadonlyArray<ReadonlyArray<string>>
}

const linesIn = (path: string): ReadonlyArray<Line> =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Line => JSON.parse(line))

/**
 * How a line reads options that a ballot leaves out. Two lines of pref_voting on one election are two readings: with the
 * first such options are not compared, with the second they are last, as they are in all other lines. The election that has
 * two lines shows it: under the two readings it has two winners.
 */
const readingOf = (lines: ReadonlyArray<Line>, place: number): 'last' | 'ignored' => {
  const line = lines[place]
  const isRunAgain = lines
    .slice(place + 1)
    .some(({ peer, instance, rule }) => peer === line?.peer && instance === line.instance && rule === line.rule)
  return isRunAgain && line?.peer.startsWith('pref_voting') === true ? 'ignored' : 'last'
}

const electionOf = (data: string, instance: string): Election => {
  const [path] = globSync(join(data, 'preflib', '*', instance))
  if (path === undefined) throw new Error(`${instance} is not there`)
  const file = readPreflib(readFileSync(path), basename(path))
  if (E.isLeft(file)) throw new Error(`${instance} is not read: ${file.left.reason}`)
  return ballotFileElection(file.right)
}

const textOf = (tiers: ReadonlyArray<ReadonlyArray<string>>): string => tiers.map((tier) => tier.toSorted().join(' = ')).join(' > ')

/** Of an outcome what the line tells: the ranking, or those who win or are elected. */
const foundIn = (outcome: Outcome, isRanking: boolean): string => {
  if (outcome.type === 'ranking') return textOf(isRanking ? outcome.ranking : [outcome.winners])
  return outcome.type === 'committee' ? outcome.committees.map((committee) => textOf([committee])).join(' or ') : outcome.type
}

const compareOne = ({ instance, result, ranking }: Line, { rule, parameters }: Ours, reading: 'last' | 'ignored', election: Election): Comparison => {
  const readsUnranked = rule.parameters.some(({ name }) => name === 'unranked')
  const given = { ...parameters, ...(readsUnranked ? { unranked: reading } : {}) }
  const named = Object.entries(given).map(([name, value]) => `${name}=${value}`)
  const compared = { rule: named.length === 0 ? rule.id : `${rule.id}:${named.join(',')}`, instance }
  const outcome = applyRule(rule, election, given)
  if (E.isLeft(outcome)) return { ...compared, isEqual: false, difference: JSON.stringify(outcome.left) }
  const found = foundIn(outcome.right, ranking !== undefined)
  const expected = textOf(ranking ?? [result ?? []])
  return found === expected ? { ...compared, isEqual: true } : { ...compared, isEqual: false, difference: `ours ${found}; theirs ${expected}` }
}

/** What one library makes of elections of Ireland and Glasgow. */
const sourceOf = (peer: string): Source => ({
  name: peer.replace('@', ' '),
  *compare(data) {
    const elections = new Map<string, Election>()
    for (const file of ['ranked-and-committees.jsonl', 'ranked-npm-votes.jsonl']) {
      const lines = linesIn(join(data, 'expected', file))
      for (const [place, line] of lines.entries()) {
        const rule = line.peer === peer ? ours[peer]?.[line.rule] : undefined
        if (rule === undefined) continue
        const election = elections.get(line.instance) ?? electionOf(data, line.instance)
        elections.set(line.instance, election)
        yield compareOne(line, rule, readingOf(lines, place), election)
      }
    }
  },
})

/** Results that three libraries gave for ranked ballots of PrefLib. */
export const ranked: ReadonlyArray<Source> = Object.keys(ours).map(sourceOf)
