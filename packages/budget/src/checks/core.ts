import type { Election, OptionId } from '@isegoria/election'
import { ratio } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { lookCounter } from './agreements.ts'
import { canPay, deprived, groupsFor, stakesOf, votersOf } from './claims-on-money.ts'
import type { CheckTooLarge, Deprived, Gain } from './claims-on-money.ts'

/**
 * The core: no group of voters could fund, with their share of the budget, projects by which every one of them would gain
 * more than by what is funded. Gives a group that could, with `owed` the least that one of them would gain, or `undefined`.
 *
 * Errors: `CheckTooLarge` after a million looks at a ballot: each set of projects within the budget is looked at.
 * Source: Fain, Goel & Munagala, "The core of the participatory budgeting problem", WINE 2016, https://arxiv.org/abs/1610.03474;
 * for projects as a whole, Peters, Pierczyński & Skowron, NeurIPS 2021, https://arxiv.org/abs/2008.13276
 * @example
 * import { profileOf } from '@isegoria/election'
 * import type { Ballot } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const [north, south]: readonly [Ballot, Ballot] = [{ type: 'approval', approved: ['pool', 'trees'] }, { type: 'approval', approved: ['bench'] }]
 * const options = [{ id: 'pool', cost: 30n }, { id: 'trees', cost: 20n }, { id: 'bench', cost: 50n }]
 * const election = { options, profile: profileOf([north, south]), budget: 100n, decimals: 0 }
 * const breach = breachOfCore(election, ['pool', 'trees'], 'cardinality')
 * E.isRight(breach) && breach.right?.projects // => ['bench']
 * breachOfCore(election, ['pool', 'trees', 'bench'], 'cost') // => E.right(undefined)
 */
export const breachOfCore = (election: Election, selected: Iterable<OptionId>, gain: Gain): Either<CheckTooLarge, Deprived | undefined> => {
  const stakes = stakesOf(election, selected, gain)
  const { support, costs, gains, satisfaction, budget } = stakes
  const looks = lookCounter()
  const would = satisfaction.map(() => 0n)
  const change = (project: number, by: bigint): void => {
    for (const group of groupsFor(support, project)) would[group] = (would[group] ?? 0n) + by
  }
  const judge = (projects: ReadonlyArray<number>, cost: bigint): Deprived | undefined => {
    const better = [...would.keys()].filter((group) => (would[group] ?? 0n) > (satisfaction[group] ?? 0n))
    if (!canPay(stakes, votersOf(support, better), cost)) return undefined
    const have = better.reduce((most, group) => ((satisfaction[group] ?? 0n) > most ? (satisfaction[group] ?? 0n) : most), 0n)
    const owed = better.reduce((least, group) => ((would[group] ?? 0n) < least ? (would[group] ?? 0n) : least), would[better[0] ?? 0] ?? 0n)
    return deprived(stakes, better, projects, have, ratio(owed))
  }
  const extend = (projects: ReadonlyArray<number>, cost: bigint, from: number): Either<CheckTooLarge, Deprived | undefined> => {
    for (let project = from; project < costs.length; project++) {
      const more = cost + (costs[project] ?? 0n)
      if (more > budget || groupsFor(support, project).length === 0) continue
      if (!looks.take(would.length)) return E.left(looks.tooLarge())
      const gained = gains[project] ?? 0n
      change(project, gained)
      const chosen = [...projects, project]
      const judged = judge(chosen, more)
      const found = judged === undefined ? extend(chosen, more, project + 1) : E.right(judged)
      change(project, -gained)
      if (E.isLeft(found) || found.right !== undefined) return found
    }
    return E.right(undefined)
  }
  return extend([], 0n, 0)
}
