import type { Election, OptionId } from '@isegoria/election'
import { ratio } from '@isegoria/exact'
import { canPay, deprived, groupsFor, stakesOf, votersOf } from './claims-on-money.ts'
import type { Deprived } from './claims-on-money.ts'

/**
 * Justified representation: of voters who agree on a project that their share of the budget could pay for, one supports
 * something that is funded. Gives a group of which nobody does, or `undefined`.
 *
 * Who agrees on several projects agrees on each of them, so groups that agree on one are all there is to look at.
 * Cost: linear in the marks of the distinct ballots. Source: Aziz, Lee & Talmon, "Proportionally representative participatory
 * budgeting", AAMAS 2018, https://arxiv.org/abs/1711.08226
 * @example
 * import { profileOf } from '@isegoria/election'
 * import type { Ballot } from '@isegoria/election'
 *
 * const [pool, trees]: readonly [Ballot, Ballot] = [{ type: 'approval', approved: ['pool'] }, { type: 'approval', approved: ['trees'] }]
 * const options = [{ id: 'pool', cost: 90n }, { id: 'trees', cost: 40n }]
 * const election = { options, profile: profileOf([pool, pool, pool, trees, trees]), budget: 100n, decimals: 0 }
 * breachOfJr(election, ['pool'])?.projects // => ['trees']
 * breachOfJr(election, ['trees']) // => undefined
 */
export const breachOfJr = (election: Election, selected: Iterable<OptionId>): Deprived | undefined => {
  const stakes = stakesOf(election, selected, 'cardinality')
  const { support, costs, satisfaction } = stakes
  for (const project of support.ids.keys()) {
    const groups = [...groupsFor(support, project)].filter((group) => satisfaction[group] === 0n)
    if (canPay(stakes, votersOf(support, groups), costs[project] ?? 0n)) return deprived(stakes, groups, [project], 0n, ratio(1n))
  }
  return undefined
}
