import { defineRule, tieBreakOf, tieBreakParameter } from '@isegoria/election'
import type { CommitteeOutcome, Election, Parameters, Rule, RuleRejection } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { preferencesOf } from '../../tally/preferences.ts'
import type { Preferences } from '../../tally/preferences.ts'
import { gregoryCount } from './gregory-count.ts'
import { keepFactorCount } from './keep-factor-count.ts'
import { quotaOfText } from './quota.ts'
import { faultOfSplit } from './split-size.ts'
import type { StvResult } from './trace.ts'

const id = 'stv'

/** Digits of a paper's value under rule 48 of the Scottish order. */
const scottishDecimals = 5

const notScottish = (parameter: string, value: string, only: string): RuleRejection => ({
  type: 'ParameterOutOfRange',
  rule: id,
  parameter,
  value,
  allowed: [only],
})

const refusalOf = ({ isStrict }: Preferences, { variant, quota, surpluses }: Parameters): RuleRejection | undefined => {
  if (variant === 'scottish' && quota === 'hare') return notScottish('quota', 'hare', 'droop')
  if (variant === 'scottish' && surpluses === 'together') return notScottish('surpluses', 'together', 'in-turn')
  if (isStrict || variant === 'meek') return undefined
  return { type: 'BallotNotCountable', rule: id, reason: `a ballot ranks several options level, for which variant=${variant ?? ''} has no rule` }
}

const count = (election: Election, parameters: Parameters): Either<RuleRejection, StvResult> => {
  const preferences = preferencesOf(election)
  const { variant } = parameters
  const refusal = refusalOf(preferences, parameters)
  if (refusal !== undefined) return E.left(refusal)
  const order = tieBreakOf(id, election, parameters['ties'] ?? 'given-order')
  if (E.isLeft(order)) return order
  const decimals = Number(parameters['decimals'])
  const shared = { seats: election.seats ?? 0, quota: quotaOfText(parameters['quota']), order: order.right }
  if (variant === 'scottish' || variant === 'wig') {
    const surpluses = parameters['surpluses'] === 'together' ? 'together' : 'in-turn'
    return E.right(gregoryCount(preferences, { ...shared, surpluses, decimals: variant === 'scottish' ? scottishDecimals : decimals }))
  }
  const level = parameters['level'] === 'split' ? 'split' : 'equalized'
  const tooLarge = level === 'split' ? faultOfSplit(id, preferences) : undefined
  if (tooLarge !== undefined) return E.left(tooLarge)
  const handing = variant === 'warren' ? 'warren' : 'meek'
  return E.right(keepFactorCount(preferences, { ...shared, decimals, omega: Number(parameters['omega']), handing, level }))
}

const outcomeOf = ({ options }: Election, { elected, ties, rounds }: StvResult): CommitteeOutcome => ({
  type: 'committee',
  committees: [elected.map((option) => options[option]?.id ?? '')],
  ties,
  rounds,
})

/**
 * The single transferable vote: who reaches a quota is elected and hands on what they do not need, who has least is excluded.
 *
 * `scottish` and `wig` hand on one surplus after another by the weighted inclusive Gregory method; the Scottish order keeps
 * five digits of a paper's value and knows no other quota than Droop's, whatever `decimals` says. `meek` and `warren` let
 * whoever is elected keep a part of each vote that reaches them, or a price, and lower it until all who are elected have a
 * quota of the votes still in play. A ballot that names nobody is no vote. What is rounded is rounded down, keep factors up.
 *
 * With exact fractions every variant with Droop's quota would be proportional for solid coalitions. What is rounded down is lost to
 * all, and where it adds up to a vote, a coalition that has just enough for its last seat can lose that: by the five digits
 * of the Scottish order where hundreds of thousands of papers are counted, by nine digits where billions are.
 *
 * Ties: `scottish` and `wig` look at earlier stages, the last one first, then at the chain of `ties` (the Scottish order
 * draws lots: `lot`); `meek` and `warren` exclude whoever comes last in the chain of those no further above the fewest votes
 * than the surplus. Who reach the quota together are elected in the order of their votes, by keep factors in the order given.
 * Cost: each paper is looked at once for each option on it; by keep factors an iteration looks at what papers begin with.
 * Source: SSI 2007/42, schedule 1, rules 45–52, https://www.legislation.gov.uk/ssi/2007/42/schedule/1/made; Hill, Wichmann &
 * Woodall, "Algorithm 123: Single transferable vote by Meek's method", 1987, https://doi.org/10.1093/comjnl/30.3.277; Hill &
 * Warren, "Meek versus Warren", Voting matters 20, 2005. Level options under `split`, and the order of steps: droop.py, stv-rs.
 * @example
 * import { applyRule, profileBuilder } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['ash', 'elm', 'oak'].map((name) => ({ id: name, cost: 0n }))
 * const builder = profileBuilder()
 * builder.add({ type: 'ordinal', ranking: ['ash', 'oak'] }, 7)
 * builder.add({ type: 'ordinal', ranking: ['elm'] }, 2)
 * const outcome = applyRule(stv, { options, profile: builder.build(), seats: 2, decimals: 0 }, { variant: 'scottish' })
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['ash', 'oak']]
 */
export const stv: Rule = defineRule({
  id,
  version: '1',
  title: 'Single transferable vote',
  family: 'committee',
  source: 'https://doi.org/10.1093/comjnl/30.3.277',
  ballots: ['ordinal', 'weak-order'],
  parameters: [
    {
      name: 'variant',
      values: ['scottish', 'wig', 'meek', 'warren'],
      meaning: 'the Scottish local elections, weighted inclusive Gregory with digits and quota of choice, keep factors by Meek, prices by Warren',
    },
    { name: 'quota', values: ['droop', 'hare'], meaning: 'votes that elect: as many as at most `seats` can have, or an equal share of all' },
    {
      name: 'surpluses',
      values: ['in-turn', 'together'],
      meaning: 'by Gregory the largest surplus is handed on first, or all that there are in one stage',
    },
    { name: 'decimals', least: 0, most: 30, default: 9, meaning: 'digits behind the point that are counted with; the Scottish order has five' },
    { name: 'omega', least: 0, most: 30, default: 6, meaning: 'by Meek and Warren a surplus of 10^-omega votes is none' },
    {
      name: 'level',
      values: ['equalized', 'split'],
      meaning: 'options that a ballot ranks level by Meek count as all strict orders of them alike, or share a vote evenly and hand on apart',
    },
    tieBreakParameter('given-order'),
  ],
  claims: ['anonymity', 'determinism'],
  violates: ['monotonicity', 'participation', 'consistency', 'condorcet-consistency', 'house-monotonicity', 'psc'],
  count: (election, parameters) => E.map((result: StvResult) => outcomeOf(election, result))(count(election, parameters)),
})
