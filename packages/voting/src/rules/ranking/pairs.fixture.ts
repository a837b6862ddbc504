import * as fc from 'fast-check'
import { applyRule, profileOf } from '@isegoria/election'
import type { Ballot, Election, Parameters, RankingOutcome, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { condorcet } from './condorcet.ts'
import { copeland } from './copeland.ts'
import { dodgsonQuick } from './dodgson-quick.ts'
import { dodgsonTideman } from './dodgson-tideman.ts'
import { kemeny } from './kemeny.ts'
import { maximalLotteries } from './maximal-lotteries.ts'
import { minimax } from './minimax.ts'
import { rankedPairs } from './ranked-pairs.ts'
import { river } from './river.ts'
import { schulze } from './schulze.ts'
import { schwartzSet } from './schwartz-set.ts'
import { smithSet } from './smith-set.ts'
import { splitCycle } from './split-cycle.ts'
import { stableVoting } from './stable-voting.ts'

/** All rules about pairs. */
export const pairRules: ReadonlyArray<Rule> = [
  condorcet,
  copeland,
  minimax,
  schulze,
  rankedPairs,
  river,
  splitCycle,
  stableVoting,
  kemeny,
  dodgsonQuick,
  dodgsonTideman,
  smithSet,
  schwartzSet,
  maximalLotteries,
]

/** Ballots as tiers of options; what is not named is unranked. */
export type Tiers = ReadonlyArray<ReadonlyArray<string>>

export const electionOf = (ids: ReadonlyArray<string>, ballots: ReadonlyArray<Tiers>): Election => ({
  options: ids.map((id) => ({ id, cost: 0n })),
  profile: profileOf(ballots.map((tiers): Ballot => ({ type: 'weak-order', tiers: tiers.map((tier) => [...tier]) }))),
  decimals: 0,
})

export const counted = (rule: Rule, election: Election, parameters: Parameters = {}): RankingOutcome => {
  const outcome = applyRule(rule, election, parameters)
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  if (outcome.right.type !== 'ranking') throw new Error('no ranking')
  return outcome.right
}

/** A ranking as text, each tier in alphabetical order. */
export const textOf = ({ ranking }: RankingOutcome): string => ranking.map((tier) => tier.toSorted().join('=')).join(' > ')

/** `3 abc` for three voters who rank a, b and c. */
export const ballotsOf = (...lines: ReadonlyArray<string>): ReadonlyArray<Tiers> =>
  lines.flatMap((line) => {
    const [count, ranking = ''] = line.split(' ')
    return Array.from({ length: Number(count) }, () => [...ranking].map((id) => [id]))
  })

/** A few voters who rank some of the options, seldom two of them level. */
export const anyBallots = (ids: ReadonlyArray<string>, most = 8): fc.Arbitrary<ReadonlyArray<Tiers>> => {
  const strict = fc.shuffledSubarray([...ids]).map((ranking): Tiers => ranking.map((id) => [id]))
  const complete = fc.shuffledSubarray([...ids], { minLength: ids.length }).map((ranking): Tiers => ranking.map((id) => [id]))
  const weak = fc
    .tuple(complete, fc.nat(ids.length - 2))
    .map(([tiers, at]): Tiers => [...tiers.slice(0, at), tiers.slice(at, at + 2).flat(), ...tiers.slice(at + 2)])
  return fc.array(fc.oneof({ weight: 4, arbitrary: complete }, { weight: 2, arbitrary: strict }, { weight: 1, arbitrary: weak }), { maxLength: most })
}
