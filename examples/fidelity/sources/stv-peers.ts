import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyRule } from '@isegoria/election'
import type { OptionId, Parameters } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import type { BallotFile } from '@isegoria/interchange'
import { ballotFileElection, readPreflib } from '@isegoria/interchange'
import { stv } from '@isegoria/voting'
import type { Comparison, Source } from '../comparison.ts'
import { countIn, papersOf, votelibWays } from './stv-models.ts'

interface Counted {
  readonly peer: string
  readonly instance: string
  readonly rule: string
  readonly result: ReadonlyArray<OptionId>
}

const isCounted = (line: unknown): line is Counted =>
  typeof line === 'object' && line !== null && 'rule' in line && typeof line.rule === 'string' && line.rule.startsWith('STV')

/** What the peers call the rules; pref_voting tells who is elected, but not in which order. */
const parametersOf = (rule: string): Parameters | undefined => {
  if (rule.startsWith('STV-Scottish')) return { variant: 'scottish' }
  return rule.startsWith('STV Gregory droop') ? { variant: 'wig', quota: 'droop', surpluses: 'together', decimals: '30' } : undefined
}

const elected = (file: BallotFile, seats: number, parameters: Parameters): ReadonlyArray<OptionId> => {
  const outcome = applyRule(stv, ballotFileElection(file, { seats }), parameters)
  return E.isRight(outcome) && outcome.right.type === 'committee' ? (outcome.right.committees[0] ?? []) : []
}

/** Committees that votelib and pref_voting elect by single transferable votes from real ballots: Glasgow's wards and Dublin North. */
export const stvPeers: Source = {
  name: 'votelib 94af16c, pref_voting bd92589 (STV)',
  compare: function* (data): Generator<Comparison> {
    const lines = readFileSync(join(data, 'expected', 'ranked-and-committees.jsonl'), 'utf8').split('\n')
    for (const [place, line] of lines.entries()) {
      const published: unknown = line === '' ? undefined : JSON.parse(line)
      if (!isCounted(published)) continue
      const { peer, instance, rule, result } = published
      const parameters = parametersOf(rule)
      const [path] = globSync(join(data, 'preflib', '*', instance))
      if (parameters === undefined || path === undefined) continue
      const file = readPreflib(readFileSync(path), path)
      if (E.isLeft(file)) throw new Error(file.left.reason)
      const isOrdered = peer.startsWith('votelib')
      const text = (ids: ReadonlyArray<OptionId>): string => (isOrdered ? ids : ids.toSorted()).join(' > ')
      const ours = elected(file.right, result.length, parameters)
      const isEqual = text(ours) === text(result)
      const options = file.right.options.map(({ id }) => id)
      const isTheirWay = isOrdered && text(countIn(votelibWays, papersOf(file.right), options, result.length)) === text(result)
      const explained = 'votelib counts the exhausted votes among the options that may stay, and so excludes two at a time once they are many'
      const why = isTheirWay ? { explained } : { difference: `${text(ours)} instead of ${text(result)}` }
      yield {
        rule: `stv:${Object.entries(parameters)
          .map(([name, value]) => `${name}=${value}`)
          .join(',')}`,
        instance: `${peer}: ${instance} (line ${place + 1})`,
        isEqual,
        ...(isEqual ? {} : why),
      }
    }
  },
}
