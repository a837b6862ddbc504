import type { Rule } from '@isegoria/election'
import { add, formatMoney, ratio, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { allocationRule } from '../../allocation/allocation-rule.ts'
import { freeProjects } from '../../allocation/free-projects.ts'
import { byTies } from '../../allocation/pot.ts'
import type { Pot, Step } from '../../allocation/pot.ts'
import { readingOf } from '../../satisfaction/reading-of.ts'
import type { Satisfaction } from '../../satisfaction/satisfaction.ts'
import { satisfactionText } from '../../satisfaction/satisfaction-text.ts'
import { satisfactionOf, satisfactions } from '../../satisfaction/satisfactions.ts'
import { compareWorth, totalSatisfaction } from '../../satisfaction/total-satisfaction.ts'
import type { TotalSatisfaction } from '../../satisfaction/total-satisfaction.ts'
import { bestSets } from './best-sets.ts'
import type { Room } from './room.ts'

const id = 'welfare-maximum'

/** About a second, or a few where many limits cross. */
const mostPartialSets = 250_000

const [first, ...others] = satisfactions.filter(({ isContent }) => isContent !== true)
const names: readonly [string, ...ReadonlyArray<string>] = [first?.name ?? '', ...others.map(({ name }) => name)]

/** Fractions as whole numbers of their common unit. */
const inWholeUnits = (fractions: ReadonlyArray<Ratio>): ReadonlyArray<bigint> => {
  const unit = fractions.reduce((common, { denominator }) => common * ratio(denominator, common).numerator, 1n)
  return fractions.map(({ numerator, denominator }) => numerator * (unit / denominator))
}

/** The budget and the limits that are left, as rooms for some projects of the pot, which are named by their places. */
const roomsOf = (pot: Pot, projects: ReadonlyArray<number>): ReadonlyArray<Room> => {
  const placeOf = new Map(projects.map((project, place) => [project, place]))
  const limits = pot
    .limitsLeft()
    .map(({ projects: named, isMoney, left }) => ({ items: named.flatMap((project) => placeOf.get(project) ?? []), isMoney, left }))
  return [{ items: [...projects.keys()], isMoney: true, left: pot.budget }, ...limits.filter(({ items }) => items.length > 0)]
}

/** The projects that somebody gains by and that could be funded if there were no other, in the order of ties; why each other one is not among them. */
const openIn = (pot: Pot, total: TotalSatisfaction) => {
  const limits = pot.limits()
  const reasonOf = (project: number): string | undefined => {
    if (total.of(project).numerator === 0n) return 'no satisfaction'
    if ((pot.costs[project] ?? 0n) > pot.budget) return 'does not fit'
    return limits.admits(project) ? undefined : 'kept out by a limit'
  }
  const reasons = new Map(pot.projects.map((project) => [project, reasonOf(project)]))
  return { reasons, open: pot.projects.filter((project) => reasons.get(project) === undefined).toSorted(byTies(pot)) }
}

const stepsOf = (pot: Pot, satisfaction: Satisfaction): ReadonlyArray<Step> | undefined => {
  const { costs, supporters, scores, decimals } = pot
  const total = totalSatisfaction(pot, satisfaction)
  const { reasons, open } = openIn(pot, total)
  const values = inWholeUnits(open.map(total.of))
  const sets = bestSets(
    open.map((project, place) => ({ cost: costs[project] ?? 0n, value: values[place] ?? 0n })),
    roomsOf(pot, open),
    mostPartialSets,
  )
  if (sets === undefined) return undefined
  const membersOf = (places: ReadonlyArray<number>): ReadonlySet<number> => new Set(places.flatMap((place) => open[place] ?? []))
  const [funded, other] = [membersOf(sets.first), membersOf(sets.last)]
  // They add nothing to the total.
  const free = new Map(freeProjects(pot, funded).map(({ project, tied }) => [project, tied]))
  const chosen = open.find((project) => funded.has(project) && !other.has(project))
  const level = open.filter((project) => project === chosen || (other.has(project) && !funded.has(project)))
  const worths = new Map(pot.projects.map((project) => [project, total.perCost(project)]))
  const none = { numerator: 0n, denominator: 1n }
  const compareTies = byTies(pot)
  const sorted = pot.projects.toSorted((left, right) => compareWorth(worths.get(right) ?? none, worths.get(left) ?? none) || compareTies(left, right))
  let sum = zero
  const step = (project: number): Step => {
    const isFunded = funded.has(project) || free.has(project)
    const gained = total.of(project)
    if (isFunded) sum = add(sum, gained)
    const figures = {
      supporters: `${supporters[project] ?? 0}`,
      ...(satisfaction.reads === 'marks' ? {} : { score: `${scores[project] ?? 0n}` }),
      satisfaction: satisfactionText(gained),
      cost: formatMoney({ minor: costs[project] ?? 0n, decimals }),
      ...(isFunded ? { total: satisfactionText(sum) } : {}),
    }
    const decision = free.has(project) ? 'costs nothing' : isFunded ? 'funded' : (reasons.get(project) ?? 'not in the best set')
    const tied = project === chosen ? level : free.get(project)
    return { project, isFunded, decision, figures, ...(tied === undefined ? {} : { tied }) }
  }
  return [
    ...sorted.filter((project) => funded.has(project)).map(step),
    ...sorted.filter((project) => free.has(project)).map(step),
    ...sorted.filter((project) => !funded.has(project) && !free.has(project)).map(step),
  ]
}

/**
 * The welfare maximum: the projects that together give all voters the greatest total satisfaction within the budget.
 *
 * `satisfaction` is what a voter gains by a funded project, as with `greedy`, which seeks the same and may miss it; only what
 * adds up over projects. Caps and exclusions are part of the search; with envelopes each is filled as well as it can be, in
 * their order. What adds nothing is not funded, but if it has supporters and costs nothing.
 * Ties: of two sets that are equally good, the one with the first project, in the order of `ties`, that only one has. Wherever
 * there is a second one, a tie is recorded between that project and those that the last of all such sets has in its place.
 * Exactness: whole numbers throughout.
 * Cost: a few thousand partial sets for elections of cities, some milliseconds; more than 250,000, about a second, are refused
 * with `ElectionTooLarge`, so that no other answer than the best is ever given.
 * Source: Talmon & Faliszewski, AAAI 2019, https://doi.org/10.1609/aaai.v33i01.33012181
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import type { Ballot } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const pool: Ballot = { type: 'approval', approved: ['pool'] }
 * const parks: Ballot = { type: 'approval', approved: ['trees', 'bench'] }
 * const options = [{ id: 'pool', cost: 60n }, { id: 'trees', cost: 50n }, { id: 'bench', cost: 50n }]
 * const election = { options, profile: profileOf([pool, pool, pool, parks, parks]), budget: 100n, decimals: 0 }
 * const outcome = applyRule(welfareMaximum, election, { satisfaction: 'cost' })
 * E.isRight(outcome) && outcome.right.type === 'allocation' && outcome.right.selected // => ['bench', 'trees']
 */
export const welfareMaximum: Rule = allocationRule({
  id,
  version: '1',
  title: 'Welfare maximum',
  source: 'https://doi.org/10.1609/aaai.v33i01.33012181',
  ballots: ['approval', 'choose-one', 'cumulative', 'ordinal', 'score'],
  parameters: [
    {
      name: 'satisfaction',
      values: names,
      meaning: `what a voter gains by a funded project: ${satisfactions
        .filter(({ name }) => names.includes(name))
        .map(({ name, meaning }) => `${name}, ${meaning}`)
        .join('; ')}`,
    },
    {
      name: 'longest',
      least: 0,
      most: 1_000_000,
      default: 0,
      meaning: 'places of a full ranking, the first of which counts as many points and each other one less; 0: as many as the longest that was cast',
    },
  ],
  claims: ['anonymity', 'determinism', 'merge', 'monotonicity'],
  violates: ['proportionality'],
  sumsAnyPoints: true,
  reading: (election, parameters) => readingOf(satisfactionOf(parameters['satisfaction']), election, Number(parameters['longest'] ?? 0)),
  method: (pot, { satisfaction }) => {
    const steps = stepsOf(pot, satisfactionOf(satisfaction))
    return steps === undefined
      ? E.left({ type: 'ElectionTooLarge', rule: id, what: 'partial sets of projects', size: mostPartialSets + 1, most: mostPartialSets })
      : E.right(steps)
  },
})
