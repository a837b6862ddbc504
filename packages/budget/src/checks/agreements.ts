import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { canPay, votersOf } from './claims-on-money.ts'
import type { CheckTooLarge, Deprived, Stakes } from './claims-on-money.ts'

/** The most looks at a distinct ballot that a search takes: a second or so. */
const mostLooks = 1_000_000

/** Counts looks at ballots, and says when there have been too many; a set of projects alone counts as ten. */
export interface Looks {
  readonly take: (ballots: number) => boolean
  readonly tooLarge: () => CheckTooLarge
}

export const lookCounter = (): Looks => {
  let looks = 0
  return {
    take: (ballots) => (looks += ballots + 10) <= mostLooks,
    tooLarge: () => ({ type: 'CheckTooLarge', what: 'looks at a ballot', size: looks, most: mostLooks }),
  }
}

/** Judges voters who all support some projects that they could pay for. */
type Judge = (projects: ReadonlyArray<number>, groups: ReadonlyArray<number>) => Deprived | undefined

/**
 * Looks at every set of projects that the voters who support all of it could pay for with their share, until one is judged.
 *
 * A larger set costs no less and has no more supporters, so that nothing is looked for beyond a set that is too dear.
 */
export const firstAgreement = (stakes: Stakes, looks: Looks, judge: Judge): Either<CheckTooLarge, Deprived | undefined> => {
  const { support, costs, isFunded } = stakes
  const { ids, ballotStarts, ballotProjects } = support
  const supports = (group: number, project: number): boolean =>
    ballotProjects.subarray(ballotStarts[group], ballotStarts[group + 1]).includes(project)
  const extend = (
    projects: ReadonlyArray<number>,
    groups: ReadonlyArray<number>,
    cost: bigint,
    from: number,
  ): Either<CheckTooLarge, Deprived | undefined> => {
    for (let project = from; project < ids.length; project++) {
      if (!looks.take(groups.length)) return E.left(looks.tooLarge())
      const agreeing = groups.filter((group) => supports(group, project))
      const more = cost + (costs[project] ?? 0n)
      if (!canPay(stakes, votersOf(support, agreeing), more)) continue
      const agreed = [...projects, project]
      const isOwed = agreed.some((one) => isFunded[one] !== true)
      const judged = isOwed ? judge(agreed, agreeing) : undefined
      if (judged !== undefined) return E.right(judged)
      const found = extend(agreed, agreeing, more, project + 1)
      if (E.isLeft(found) || found.right !== undefined) return found
    }
    return E.right(undefined)
  }
  return extend([], [...support.weights.keys()], 0n, 0)
}
