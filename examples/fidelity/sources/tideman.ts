import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { applyRule } from '@isegoria/election'
import type { Election, Outcome, Parameters, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { ballotFileElection, readCvotes } from '@isegoria/interchange'
import {
  borda,
  condorcet,
  copeland,
  dhondt,
  dodgsonQuick,
  dodgsonTideman,
  dowdall,
  irv,
  largestRemainder,
  minimax,
  pairwise,
  plurality,
  preferencesOf,
  rankedPairs,
  sainteLague,
  schulze,
  twoRound,
} from '@isegoria/voting'
import type { Comparison, Source } from '../comparison.ts'
import { schulzeByRatioPlusOne } from './tideman-ratio.ts'

interface Ours {
  readonly rule: Rule
  readonly parameters?: Parameters
  /** Why the published answer is another one, where that is shown by what was published with it. */
  readonly explain?: (election: Election, published: Published) => string | undefined
}

/** The methods of CondorcetPHP, and what we call the same rule. Its single transferable vote is compared in `condorcet-stv.ts`. */
const ours: Readonly<Record<string, Ours>> = {
  BordaCount: { rule: borda, parameters: { least: '1' } },
  Condorcet: { rule: condorcet },
  Copeland: { rule: copeland },
  'Dodgson Quick': { rule: dodgsonQuick },
  'Dodgson Tideman Approximation': { rule: dodgsonTideman },
  DowdallSystem: { rule: dowdall },
  'First-past-the-post voting': { rule: plurality },
  'Instant-runoff': { rule: irv, parameters: { level: 'skipped', places: 'succession', tied: 'weakest' } },
  Jefferson: { rule: dhondt, parameters: { ties: 'given-order' } },
  'Largest Remainder': { rule: largestRemainder, parameters: { ties: 'given-order' } },
  'Minimax Margin': { rule: minimax, parameters: { variant: 'margins' } },
  'Minimax Opposition': { rule: minimax, parameters: { variant: 'opposition' } },
  'Minimax Winning': { rule: minimax, parameters: { variant: 'winning' } },
  'Multiple Rounds System': { rule: twoRound },
  'Ranked Pairs Margin': { rule: rankedPairs, parameters: { variant: 'margins' } },
  'Ranked Pairs Winning': { rule: rankedPairs, parameters: { variant: 'winning' } },
  'Sainte-Laguë': { rule: sainteLague, parameters: { ties: 'given-order' } },
  'Schulze Margin': { rule: schulze, parameters: { variant: 'margins' } },
  'Schulze Ratio': {
    rule: schulze,
    parameters: { variant: 'ratio' },
    explain: ({ options }, { ranking, pairs }) =>
      normal(
        schulzeByRatioPlusOne(
          options.map(({ id }) => id),
          pairs,
        ),
      ) === ranking
        ? 'a victory that nobody opposes is there as strong as if one voter more stood on each side; ours, as in the paper, is stronger than any opposed one'
        : undefined,
  },
  'Schulze Winning': { rule: schulze, parameters: { variant: 'winning' } },
}

/** Voters who prefer the first option to the second. */
type Pairs = (one: string, other: string) => number

interface Published {
  /** In our form: tiers, elected options, or seats. */
  readonly ranking: string
  readonly pairs: Pairs
}

interface Instance {
  readonly name: string
  readonly reading: 'last' | 'ignored'
  readonly election: Election
  readonly pairs: Pairs
  /** What the method published, or nothing. */
  readonly resultOf: (method: string) => unknown
}

type Tiers = ReadonlyArray<ReadonlyArray<string>>

/** A ranking as text; the order within a tier means nothing. */
const normal = (tiers: Tiers): string => tiers.map((tier) => tier.toSorted().join(' = ')).join(' > ')

const entry = (json: unknown, key: string): unknown => (typeof json === 'object' && json !== null ? Reflect.get(json, key) : undefined)

const textIn = (json: unknown, key: string): string => {
  const value = entry(json, key)
  return typeof value === 'string' ? value : ''
}

const tiersIn = (json: unknown): Tiers =>
  textIn(json, 'Ranking')
    .split(' > ')
    .map((tier) => tier.split(' = '))

/** The winner alone, the loser alone, and all others between. */
const tiersOfCondorcet = (json: unknown, { options }: Election): Tiers => {
  const [winner, loser] = [textIn(json, 'Condorcet Winner'), textIn(json, 'Condorcet Loser')]
  const rest = options.map(({ id }) => id).filter((id) => id !== winner && id !== loser)
  return [[winner], rest, [loser]].map((tier) => tier.filter((id) => id !== '')).filter((tier) => tier.length > 0)
}

/** How often each name stands in a list, by name: seats given one after another. */
const counts = (names: ReadonlyArray<string>): string =>
  [...new Set(names)]
    .toSorted()
    .map((name) => `${name}: ${names.filter((other) => other === name).length}`)
    .join(', ')

/** What is published, in the form in which we have an outcome of this type. */
const expectedOf = (type: Outcome['type'], method: string, json: unknown, election: Election): string => {
  if (method === 'Condorcet') return normal(tiersOfCondorcet(json, election))
  const tiers = tiersIn(json)
  return type === 'seats' ? counts(tiers.flat()) : type === 'committee' ? tiers.flat().toSorted().join(', ') : normal(tiers)
}

const textOf = (outcome: Outcome): string => {
  switch (outcome.type) {
    case 'ranking':
      return normal(outcome.ranking)
    case 'committee':
      return outcome.committees.map((committee) => committee.toSorted().join(', ')).join(' or ')
    case 'seats':
      return counts(Object.entries(outcome.seats).flatMap(([name, seats]) => Array.from({ length: seats }, () => name)))
    case 'allocation':
      return outcome.selected.join(', ')
  }
}

const compareOne = (method: string, { rule, parameters, explain }: Ours, instance: Instance): Comparison | undefined => {
  const json = instance.resultOf(method)
  if (json === undefined) return undefined
  const readsUnranked = rule.parameters.some(({ name }) => name === 'unranked')
  const given = { ...parameters, ...(readsUnranked ? { unranked: instance.reading } : {}) }
  const named = Object.entries(given).map(([name, value]) => `${name}=${value}`)
  const compared = { rule: named.length === 0 ? rule.id : `${rule.id}:${named.join(',')}`, instance: instance.name }
  const outcome = applyRule(rule, instance.election, given)
  if (E.isLeft(outcome)) return { ...compared, isEqual: false, difference: JSON.stringify(outcome.left) }
  const found = textOf(outcome.right)
  const expected = expectedOf(outcome.right.type, method, json, instance.election)
  if (found === expected) return { ...compared, isEqual: true }
  const explained = explain?.(instance.election, { ranking: expected, pairs: instance.pairs })
  return { ...compared, isEqual: false, difference: `ours ${found}; theirs ${expected}`, ...(explained === undefined ? {} : { explained }) }
}

/** The matrix that all these rules work on: the first pair in which ours is another one. */
const comparePairs = ({ name, reading, election, pairs }: Instance): Comparison => {
  const ids = election.options.map(({ id }) => id)
  const wins = pairwise(preferencesOf(election), reading)
  const differing = ids.flatMap((one, row) =>
    ids.flatMap((other, column) => {
      const found = wins[row * ids.length + column] ?? 0
      return found === pairs(one, other) ? [] : [`${one} over ${other}: ours ${found}, theirs ${pairs(one, other)}`]
    }),
  )
  const [difference] = differing
  const compared = { rule: `(pairs:unranked=${reading})`, instance: name, isEqual: difference === undefined }
  return difference === undefined ? compared : { ...compared, difference }
}

const pairsIn = (json: unknown): Pairs => {
  return (one, other) => {
    const votes = entry(entry(entry(json, one), 'win'), other)
    return typeof votes === 'number' ? votes : 0
  }
}

function* instancesIn(data: string): Generator<Instance> {
  for (const path of globSync(join(data, 'tideman', '*', '*', '*.cvotes')).toSorted()) {
    const file = readCvotes(readFileSync(path), basename(path))
    if (E.isLeft(file)) throw new Error(`${path} is not read: ${file.left.reason}`)
    const folder = dirname(path)
    const reading = basename(folder)
    const collection = basename(dirname(folder))
    const results = new Map(
      globSync(join(folder, '*.json')).map((result) => [
        basename(result, '.json').replace(`${collection}-${reading}RankingEvaluationOfVotes-`, ''),
        result,
      ]),
    )
    const resultOf = (method: string): unknown => {
      const result = results.get(method)
      return result === undefined ? undefined : JSON.parse(readFileSync(result, 'utf8'))
    }
    yield {
      name: `${collection} ${reading}`,
      reading: reading === 'implicit' ? 'last' : 'ignored',
      election: ballotFileElection(file.right),
      pairs: pairsIn(resultOf('Pairwise')),
      resultOf,
    }
  }
}

/** What CondorcetPHP publishes of N. Tideman's elections and those of Debian, unranked options read as last and as ignored. */
export const tideman: Source = {
  name: 'CondorcetPHP 4445f873',
  *compare(data) {
    for (const instance of instancesIn(data)) {
      yield comparePairs(instance)
      for (const [method, rule] of Object.entries(ours)) {
        const comparison = compareOne(method, rule, instance)
        if (comparison !== undefined) yield comparison
      }
    }
  },
}
