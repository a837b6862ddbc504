import type { Election, OptionId } from '@isegoria/election'
import { ratio } from '@isegoria/exact'
import { deprived, groupsFor, projectsOf, stakesOf, votersOf } from './claims-on-money.ts'
import type { Deprived, Gain, Stakes } from './claims-on-money.ts'

/** What a voter of the group would gain more, at best, by one more project that is not funded. */
const bestMissed = ({ support, gains, isFunded }: Stakes, group: number): bigint =>
  projectsOf(support, group).reduce((best, project) => {
    const gain = isFunded[project] === true ? 0n : (gains[project] ?? 0n)
    return gain > best ? gain : best
  }, 0n)

/** Groups in the order of a figure, those who have the same together: the figure, and all groups up to there. */
function* upTo(groups: ReadonlyArray<number>, figureOf: (group: number) => bigint): Generator<readonly [bigint, ReadonlyArray<number>]> {
  const ordered = groups
    .map((group) => ({ group, figure: figureOf(group) }))
    .toSorted((left, right) => (left.figure < right.figure ? -1 : left.figure > right.figure ? 1 : 0))
  for (const [place, { figure }] of ordered.entries())
    if (ordered[place + 1]?.figure !== figure) yield [figure, ordered.slice(0, place + 1).map(({ group }) => group)]
}

/**
 * EJR+ up to one project, or up to any: voters who all support a project that is not funded are owed what their share of
 * the budget buys at the rate of that project, which is their share times its gain over its cost. One of them has more than
 * that by what is funded and one project more: by the project that they agree on (`any`), or by the best of all that the
 * voter supports and that is not funded (`one`). Gives a group of which nobody has, or `undefined`.
 *
 * With the gain `cost` every rate is 1. Where all projects cost the same and the share is so many whole projects, it is EJR+
 * of committees; Equal Shares keeps `any` for the gain that it counts by, for whoever last had enough for the project paid no
 * more than that rate. A project that costs nothing is not looked at. Cost: sorts the supporters of each project.
 * Source: Brill & Peters, "Robust and verifiable proportionality axioms for multiwinner voting", EC 2023,
 * https://doi.org/10.1145/3580507.3597785
 * @example
 * import { profileOf } from '@isegoria/election'
 * import type { Ballot } from '@isegoria/election'
 *
 * const ballot: Ballot = { type: 'approval', approved: ['pool', 'trees', 'bench'] }
 * const options = [{ id: 'pool', cost: 90n }, { id: 'trees', cost: 40n }, { id: 'bench', cost: 10n }]
 * const election = { options, profile: profileOf([ballot]), budget: 100n, decimals: 0 }
 * breachOfEjrPlus(election, ['bench'], 'cost', 'any')?.projects // => ['pool']
 * breachOfEjrPlus(election, ['bench', 'trees'], 'cost', 'any') // => undefined
 */
export const breachOfEjrPlus = (election: Election, selected: Iterable<OptionId>, gain: Gain, slack: 'one' | 'any'): Deprived | undefined => {
  const stakes = stakesOf(election, selected, gain)
  const { support, costs, gains, isFunded, satisfaction, budget, voters } = stakes
  const missed = slack === 'one' ? satisfaction.map((_, group) => bestMissed(stakes, group)) : []
  for (const project of support.ids.keys()) {
    const [cost, rate] = [costs[project] ?? 0n, gains[project] ?? 0n]
    if (isFunded[project] === true || cost === 0n) continue
    const hasWithOneMore = (group: number): bigint => (satisfaction[group] ?? 0n) + (missed[group] ?? rate)
    for (const [has, groups] of upTo([...groupsFor(support, project)], hasWithOneMore)) {
      const some = BigInt(votersOf(support, groups))
      if (has * cost * voters > budget * some * rate) continue
      const most = groups.reduce((best, group) => ((satisfaction[group] ?? 0n) > best ? (satisfaction[group] ?? 0n) : best), 0n)
      return deprived(stakes, groups, [project], most, ratio(budget * some * rate, voters * cost))
    }
  }
  return undefined
}
