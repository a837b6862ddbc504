import type { Election, OptionId } from '@isegoria/election'
import { add, ratio, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { groupsFor, projectsOf, stakesOf } from './claims-on-money.ts'
import type { CheckTooLarge, Stakes, Supporters } from './claims-on-money.ts'
import { solutionOf } from './linear-inequalities.ts'
import type { Inequality } from './linear-inequalities.ts'

/** What voters of one ballot, or of several ballots that support the same, pay each; in minor units. */
export interface Prices extends Supporters {
  readonly pays: ReadonlyArray<{ readonly option: OptionId; readonly each: Ratio }>
}

/** How voters with equal purses could have paid for what is funded. */
export interface PriceSystem {
  /** What everybody has, in minor units. */
  readonly endowment: Ratio
  readonly prices: ReadonlyArray<Prices>
}

/** Variables: the endowment beyond the least, then for each group what a voter pays for each funded project that is supported. */
interface Variables {
  readonly number: number
  readonly of: ReadonlyMap<string, number>
}

const variablesOf = ({ support, isFunded }: Stakes): Variables => {
  const of = new Map<string, number>()
  for (let group = 0; group < support.groups; group++)
    for (const project of projectsOf(support, group)) if (isFunded[project] === true) of.set(`${group} ${project}`, of.size + 1)
  return { number: of.size + 1, of }
}

/** The conditions on prices as inequalities, all times the denominator of the least endowment. */
const conditionsOn = ({ support, costs, isFunded }: Stakes, { number, of }: Variables, least: Ratio): ReadonlyArray<Inequality> => {
  const row = (terms: Iterable<readonly [number, bigint]>, bound: bigint): Inequality => {
    const coefficients = Array.from({ length: number }, () => 0n)
    for (const [variable, coefficient] of terms) coefficients[variable] = (coefficients[variable] ?? 0n) + coefficient * least.denominator
    return { coefficients, bound }
  }
  const weight = (group: number): bigint => BigInt(support.weights[group] ?? 0)
  const paying = (group: number, times: bigint): ReadonlyArray<readonly [number, bigint]> =>
    [...projectsOf(support, group)].flatMap((project) => {
      const variable = of.get(`${group} ${project}`)
      return variable === undefined ? [] : [[variable, times] as const]
    })
  const withinPurse = Array.from({ length: support.groups }, (_, group) => row([[0, -1n], ...paying(group, 1n)], least.numerator))
  const ofProjects = costs.flatMap((cost, project) => {
    const groups = [...groupsFor(support, project)]
    const due = cost * least.denominator
    if (isFunded[project] === true) {
      const paid = groups.map((group) => [of.get(`${group} ${project}`) ?? 0, weight(group)] as const)
      return [
        row(paid, due),
        row(
          paid.map(([variable, voters]) => [variable, -voters] as const),
          -due,
        ),
      ]
    }
    const voters = groups.reduce((sum, group) => sum + weight(group), 0n)
    return [row([[0, voters], ...groups.flatMap((group) => paying(group, -weight(group)))], due - voters * least.numerator)]
  })
  return [...withinPurse, ...ofProjects]
}

/** The most entries of the table of conditions: some seconds. */
const mostEntries = 12_000

/**
 * Priceability: with equal purses, voters could have paid for all that is funded, nobody for what the ballot does not mark,
 * and those who support what is not funded do not have more left than it costs. Gives prices that prove it, or `undefined`
 * where there are none.
 *
 * The purses may hold any amount, `share` their share of the budget at the least: with any amount, to fund nothing is
 * priceable by empty purses. Who supports the same pays the same: where prices differ, their average is a price too.
 * Errors: `CheckTooLarge` for more than some hundreds of conditions and prices; what a rule says was paid can be checked by
 * `faultOfPrices` at any size.
 * Source: Peters & Skowron, "Proportionality and the limits of welfarism", EC 2020, https://arxiv.org/abs/1911.11747; with
 * costs Los, Christoff & Grossi, IJCAI 2022, https://arxiv.org/abs/2203.12324
 * @example
 * import { profileOf } from '@isegoria/election'
 * import type { Ballot } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const [pool, trees]: readonly [Ballot, Ballot] = [{ type: 'approval', approved: ['pool'] }, { type: 'approval', approved: ['trees'] }]
 * const options = [{ id: 'pool', cost: 90n }, { id: 'trees', cost: 40n }]
 * const election = { options, profile: profileOf([pool, pool, pool, trees, trees]), budget: 100n, decimals: 0 }
 * const priced = pricesFor(election, ['trees'], 'any')
 * E.isRight(priced) && priced.right?.prices.flatMap(({ pays }) => pays) // => [{ option: 'trees', each: { numerator: 20n, denominator: 1n } }]
 * pricesFor(election, ['pool'], 'share') // => E.right(undefined)
 */
export const pricesFor = (
  election: Election,
  selected: Iterable<OptionId>,
  purses: 'any' | 'share',
): Either<CheckTooLarge, PriceSystem | undefined> => {
  const stakes = stakesOf(election, selected, 'cost')
  const { support, budget, voters } = stakes
  const variables = variablesOf(stakes)
  const rows = support.groups + 2 * support.ids.length
  const entries = rows * (variables.number + rows)
  if (entries > mostEntries) return E.left({ type: 'CheckTooLarge', what: 'entries of a table', size: entries, most: mostEntries })
  const least = purses === 'any' || voters === 0n ? zero : ratio(budget, voters)
  const solution = solutionOf(conditionsOn(stakes, variables, least), variables.number)
  if (solution.type === 'contradiction') return E.right(undefined)
  const { point } = solution
  const prices = Array.from({ length: support.groups }, (_, group): Prices => {
    const projects = [...projectsOf(support, group)]
    const pays = projects.flatMap((project) => {
      const each = point[variables.of.get(`${group} ${project}`) ?? -1] ?? zero
      return each.numerator === 0n ? [] : [{ option: support.ids[project] ?? '', each }]
    })
    return { supports: projects.map((project) => support.ids[project] ?? ''), voters: support.weights[group] ?? 0, pays }
  })
  return E.right({ endowment: add(least, point[0] ?? zero), prices })
}
