import { marked } from '@isegoria/election'
import type { Election, RankingOutcome, Rule } from '@isegoria/election'
import { byCodeUnit, E } from '@isegoria/kernel'

const approvals = ({ options, profile }: Election): ReadonlyMap<string, number> => {
  const counts = new Map(options.map(({ id }) => [id, 0]))
  for (const { ballot, weight } of profile.ballots) for (const id of new Set(marked(ballot))) counts.set(id, (counts.get(id) ?? 0) + weight)
  return counts
}

const rank = (election: Election): RankingOutcome => {
  const tiers = new Map<number, Array<string>>()
  for (const [id, count] of approvals(election)) tiers.set(count, [...(tiers.get(count) ?? []), id])
  const ordered = [...tiers].toSorted(([left], [right]) => right - left).map(([count, ids]) => ({ count, ids: ids.toSorted(byCodeUnit) }))
  return {
    type: 'ranking',
    ranking: ordered.map(({ ids }) => ids),
    winners: ordered[0]?.ids ?? [],
    ties: [],
    rounds: ordered.flatMap(({ count, ids }, tier) =>
      ids.map((option) => ({ round: tier + 1, option, decision: 'ranked', figures: { approvals: `${count}` } })),
    ),
  }
}

/**
 * Approval voting: the option approved by the most voters wins.
 *
 * Ties: options with equally many approvals share a tier, and all of the first tier win.
 * Cost: linear in the marks of the distinct ballots.
 * Source: Brams & Fishburn, "Approval Voting", APSR 72(3), 1978, https://doi.org/10.2307/1955105
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const profile = profileOf([{ type: 'approval', approved: ['oak', 'elm'] }, { type: 'approval', approved: ['elm'] }])
 * const outcome = applyRule(approval, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['elm'], ['oak'], ['ash']]
 */
export const approval: Rule = {
  id: 'approval',
  version: '1',
  title: 'Approval voting',
  family: 'voting',
  source: 'https://doi.org/10.2307/1955105',
  ballots: ['approval', 'choose-one'],
  parameters: [],
  claims: ['anonymity', 'neutrality', 'determinism', 'merge', 'pareto', 'monotonicity', 'participation', 'consistency'],
  violates: [],
  count: (election) => E.right(rank(election)),
}
