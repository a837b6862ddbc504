import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { applyRule, profileBuilder } from '@isegoria/election'
import type { OptionId } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import type { BallotFile } from '@isegoria/interchange'
import { readCvotes } from '@isegoria/interchange'
import { stv } from '@isegoria/voting'
import type { Comparison, Source } from '../comparison.ts'
import { condorcetWays, countIn, papersOf } from './stv-models.ts'
import type { Ways } from './stv-models.ts'

const rankingIn = (published: unknown): ReadonlyArray<OptionId> =>
  typeof published === 'object' && published !== null && 'Ranking' in published && typeof published.Ranking === 'string'
    ? published.Ranking.split(' > ')
    : []

const parameters = { variant: 'wig', quota: 'droop', surpluses: 'together', ties: 'given-order' }

const elected = (file: BallotFile, seats: number): ReadonlyArray<OptionId> => {
  const builder = profileBuilder()
  for (const { ranking, voters } of papersOf(file)) builder.add({ type: 'ordinal', ranking }, voters)
  const options = file.options.map(({ id }) => ({ id, cost: 0n }))
  const outcome = applyRule(stv, { options, profile: builder.build(), seats, decimals: 0 }, parameters)
  return E.isRight(outcome) && outcome.right.type === 'committee' ? (outcome.right.committees[0] ?? []) : []
}

/** What alone makes the difference, the slightest first; all ways of the tool together where no less does. */
const causes: ReadonlyArray<{ readonly ways: Ways; readonly why: string }> = [
  { ways: {}, why: 'options are level, of whom the tool excludes the last; ours looks at earlier stages first' },
  { ways: { endsElecting: true, firstValueStays: true }, why: 'there a ballot that has helped a second option to be elected keeps the value it had' },
  {
    ways: condorcetWays,
    why: 'there blank ballots raise the quota, and a ballot that has helped a second option to be elected keeps the value it had',
  },
]

const compared = (file: BallotFile, published: ReadonlyArray<OptionId>): Omit<Comparison, 'rule' | 'instance'> => {
  const seats = file.seats ?? 0
  const [ours, theirs] = [elected(file, seats).join(' > '), published.join(' > ')]
  if (ours === theirs) return { isEqual: true }
  const options = file.options.map(({ id }) => id)
  const isTheirs = (ways: Ways): boolean => countIn(ways, papersOf(file), options, seats).join(' > ') === theirs
  const cause = causes.find(({ ways }) => isTheirs(ways))
  const difference = `${ours} instead of ${theirs}`
  return cause === undefined || !isTheirs(condorcetWays) ? { isEqual: false, difference } : { isEqual: false, explained: cause.why }
}

/**
 * The order in which CondorcetPHP elects by its single transferable vote, which is none of ours: it has no surplus of papers
 * that were handed on before. Level options, which it leaves out, are left out for ours too.
 */
export const condorcetStv: Source = {
  name: 'CondorcetPHP 4445f873 (STV)',
  compare: function* (data) {
    const rule = `stv:${Object.entries(parameters)
      .map(([name, value]) => `${name}=${value}`)
      .join(',')}`
    for (const path of globSync(join(data, 'tideman', '*', '*', '*-STV.json')).toSorted()) {
      const [votes = ''] = globSync(join(dirname(path), '*.cvotes'))
      const file = readCvotes(readFileSync(votes), votes)
      const published: unknown = JSON.parse(readFileSync(path, 'utf8'))
      const instance = basename(path).replace(/-(implicit|explicit).*/, ' $1')
      if (E.isLeft(file)) yield { rule, instance, isEqual: false, difference: file.left.reason }
      else yield { rule, instance, ...compared(file.right, rankingIn(published)) }
    }
  },
}
