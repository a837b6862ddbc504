import type { Election, OptionId } from '@isegoria/election'
import { ratio } from '@isegoria/exact'
import type { Either } from '@isegoria/kernel'
import { firstAgreement, lookCounter } from './agreements.ts'
import { canPay, deprived, projectsOf, stakesOf, votersOf } from './claims-on-money.ts'
import type { CheckTooLarge, Deprived, Gain } from './claims-on-money.ts'

/** How much less than what is owed is still enough: nothing, or less than what one project gives that is not funded. */
export type Slack = 'nothing' | 'one' | 'any'

const largest = (numbers: ReadonlyArray<bigint>): bigint => numbers.reduce((best, number) => (number > best ? number : best), 0n)

/** The least of some numbers; `undefined` of none. */
const least = (numbers: ReadonlyArray<bigint>): bigint | undefined =>
  numbers.reduce<bigint | undefined>((best, number) => (best === undefined || number < best ? number : best), undefined)

/**
 * Extended justified representation: of voters who agree on projects that their share of the budget could pay for, one gains
 * as much by what is funded as by these projects. With a slack one gains more than by these if one project is added: any of
 * these that is not funded, whichever it is (`any`), or the best of all that the voter supports (`one`). Gives a group of
 * which nobody does, or `undefined`.
 *
 * Errors: `CheckTooLarge` after a million looks at a ballot, for the number of sets of projects may be exponential.
 * Source: Peters, Pierczyński & Skowron, NeurIPS 2021, https://arxiv.org/abs/2008.13276, for `nothing` and `one`; Brill et al.,
 * "Proportionality in approval-based participatory budgeting", AAAI 2023, https://doi.org/10.1609/aaai.v37i5.25686, for `any`.
 * @example
 * import { profileOf } from '@isegoria/election'
 * import type { Ballot } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const [north, south]: readonly [Ballot, Ballot] = [{ type: 'approval', approved: ['pool', 'trees'] }, { type: 'approval', approved: ['bench'] }]
 * const options = [{ id: 'pool', cost: 30n }, { id: 'trees', cost: 20n }, { id: 'bench', cost: 50n }]
 * const election = { options, profile: profileOf([north, south]), budget: 100n, decimals: 0 }
 * const breach = breachOfEjr(election, ['trees', 'bench'], 'cost', 'nothing')
 * E.isRight(breach) && breach.right?.projects // => ['pool']
 * breachOfEjr(election, ['pool', 'trees', 'bench'], 'cardinality', 'one') // => E.right(undefined)
 */
export const breachOfEjr = (
  election: Election,
  selected: Iterable<OptionId>,
  gain: Gain,
  slack: Slack,
): Either<CheckTooLarge, Deprived | undefined> => {
  const stakes = stakesOf(election, selected, gain)
  const { support, gains, isFunded, satisfaction, costs } = stakes
  const missedBy = (projects: Iterable<number>): ReadonlyArray<bigint> =>
    [...projects].flatMap((project) => (isFunded[project] === true ? [] : [gains[project] ?? 0n]))
  const best = slack === 'one' ? satisfaction.map((_, group) => largest(missedBy(projectsOf(support, group)))) : []
  return firstAgreement(stakes, lookCounter(), (projects, groups) => {
    const owed = projects.reduce((sum, project) => sum + (gains[project] ?? 0n), 0n)
    const added = slack === 'any' ? (least(missedBy(projects)) ?? 0n) : 0n
    const isShort = (group: number): boolean => {
      const has = satisfaction[group] ?? 0n
      return has < owed && has + (best[group] ?? added) <= owed
    }
    const short = groups.filter(isShort)
    const cost = projects.reduce((sum, project) => sum + (costs[project] ?? 0n), 0n)
    if (!canPay(stakes, votersOf(support, short), cost)) return undefined
    return deprived(stakes, short, projects, largest(short.map((group) => satisfaction[group] ?? 0n)), ratio(owed))
  })
}
