import type { Election, OptionId } from '@isegoria/election'
import { ratio } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { firstAgreement, lookCounter } from './agreements.ts'
import type { Looks } from './agreements.ts'
import { canPay, deprived, projectsOf, stakesOf, votersOf } from './claims-on-money.ts'
import type { CheckTooLarge, Deprived, Gain, Stakes } from './claims-on-money.ts'

/** Voters who together support little of what is funded. */
interface Few {
  readonly groups: ReadonlyArray<number>
  readonly have: bigint
}

/**
 * Of some groups those of whom enough together gain too little: what they may support of the funded projects is decided
 * project by project, and whoever supports one that is left out leaves the group.
 */
const fewOf = (
  { support, gains, isFunded }: Stakes,
  looks: Looks,
  groups: ReadonlyArray<number>,
  isShort: (have: bigint) => boolean,
  isEnough: (groups: ReadonlyArray<number>) => boolean,
): Either<'too large', Few | undefined> => {
  const fundedOf = new Map(groups.map((group) => [group, new Set(projectsOf(support, group).filter((project) => isFunded[project] === true))]))
  const decide = (left: ReadonlyArray<number>, have: bigint, kept: ReadonlySet<number>): Either<'too large', Few | undefined> => {
    if (!looks.take(left.length)) return E.left('too large')
    if (!isShort(have) || !isEnough(left)) return E.right(undefined)
    const open = left.flatMap((group) => [...(fundedOf.get(group) ?? [])]).find((project) => !kept.has(project))
    if (open === undefined) return E.right({ groups: left, have })
    const without = decide(
      left.filter((group) => fundedOf.get(group)?.has(open) !== true),
      have,
      kept,
    )
    if (E.isLeft(without) || without.right !== undefined) return without
    return decide(left, have + (gains[open] ?? 0n), new Set([...kept, open]))
  }
  return decide(groups, 0n, new Set())
}

/**
 * Proportional justified representation: voters who agree on projects that their share of the budget could pay for gain as
 * much as by these projects by all that is funded and supported by one of them at least. With the slack `any` they gain more
 * than by these if any of these that is not funded is added, whichever it is. Gives a group which does not, or `undefined`.
 *
 * Errors: `CheckTooLarge` after a million looks at a ballot, for what is looked through may be exponential.
 * Source: Brill et al., "Proportionality in approval-based participatory budgeting", AAAI 2023, https://doi.org/10.1609/aaai.v37i5.25686
 * @example
 * import { profileOf } from '@isegoria/election'
 * import type { Ballot } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const [north, south]: readonly [Ballot, Ballot] = [{ type: 'approval', approved: ['pool', 'trees'] }, { type: 'approval', approved: ['bench'] }]
 * const options = [{ id: 'pool', cost: 30n }, { id: 'trees', cost: 20n }, { id: 'bench', cost: 50n }]
 * const election = { options, profile: profileOf([north, south]), budget: 100n, decimals: 0 }
 * const breach = breachOfPjr(election, ['trees', 'bench'], 'cost', 'nothing')
 * E.isRight(breach) && breach.right?.have // => 20n
 * breachOfPjr(election, ['pool', 'trees', 'bench'], 'cost', 'any') // => E.right(undefined)
 */
export const breachOfPjr = (
  election: Election,
  selected: Iterable<OptionId>,
  gain: Gain,
  slack: 'nothing' | 'any',
): Either<CheckTooLarge, Deprived | undefined> => {
  const stakes = stakesOf(election, selected, gain)
  const { support, gains, isFunded, costs } = stakes
  const looks = lookCounter()
  let isTooLarge = false
  const found = firstAgreement(stakes, looks, (projects, groups) => {
    const sumOf = (amounts: ReadonlyArray<bigint>): bigint => projects.reduce((sum, project) => sum + (amounts[project] ?? 0n), 0n)
    const [owed, cost] = [sumOf(gains), sumOf(costs)]
    const missed = projects.filter((project) => isFunded[project] !== true).map((project) => gains[project] ?? 0n)
    const added = slack === 'any' ? missed.reduce((least, one) => (one < least ? one : least)) : 0n
    const isShort = (have: bigint): boolean => have < owed && have + added <= owed
    const few = fewOf(stakes, looks, groups, isShort, (some) => canPay(stakes, votersOf(support, some), cost))
    if (E.isLeft(few)) {
      isTooLarge = true
      return undefined
    }
    return few.right === undefined ? undefined : deprived(stakes, few.right.groups, projects, few.right.have, ratio(owed))
  })
  return isTooLarge ? E.left(looks.tooLarge()) : found
}
