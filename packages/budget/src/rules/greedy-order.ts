import { formatMoney } from '@isegoria/exact'
import { byTies } from '../allocation/pot.ts'
import type { Pot, Step } from '../allocation/pot.ts'
import { satisfactionText } from '../satisfaction/satisfaction-text.ts'
import type { Satisfaction } from '../satisfaction/satisfaction.ts'
import { compareWorth, totalSatisfaction } from '../satisfaction/total-satisfaction.ts'
import type { Worth } from '../satisfaction/total-satisfaction.ts'

/** How projects are gone through. */
export interface GreedyManner {
  /** What is funded already. */
  readonly funded?: ReadonlyArray<number>
  /** Whether the first project that does not fit ends it. */
  readonly isEndedByMisfit?: boolean
  /** What is said of a project that is funded. */
  readonly decision?: string
}

interface Ranked {
  readonly project: number
  readonly worth: Worth
}

/** Projects with what they are worth, best first, those of one worth in the order of the tie-break. */
const ranked = (pot: Pot, projects: ReadonlyArray<number>, worthOf: (project: number) => Worth): ReadonlyArray<Ranked> => {
  const compareTies = byTies(pot)
  return projects
    .map((project) => ({ project, worth: worthOf(project) }))
    .toSorted((left, right) => compareWorth(right.worth, left.worth) || compareTies(left.project, right.project))
}

/**
 * Goes through the projects of a pot in the order of total satisfaction per cost, and funds each that fits what is left:
 * a step for each, in that order.
 *
 * What caps or exclusions keep out is passed over. Ties: all that could have been chosen in its place.
 * Cost: one sort of the projects; one for each that is funded, where voters are content with one.
 */
export const greedyOrder = (
  pot: Pot,
  satisfaction: Satisfaction,
  { funded = [], isEndedByMisfit = false, decision = 'funded' }: GreedyManner = {},
): ReadonlyArray<Step> => {
  const { costs, scores, supporters, decimals } = pot
  const costOf = (project: number): bigint => costs[project] ?? 0n
  const money = (minor: bigint): string => formatMoney({ minor, decimals })
  const limits = pot.limits()
  const total = totalSatisfaction(pot, satisfaction)
  let left = pot.budget
  const take = (project: number): void => {
    left -= costOf(project)
    limits.take(project)
    total.fund(project)
  }
  for (const project of funded) take(project)
  const done = new Set(funded)
  let open = ranked(
    pot,
    pot.projects.filter((project) => !done.has(project)),
    total.perCost,
  )
  const isPlain = satisfaction.factor === undefined && satisfaction.divisors === undefined && satisfaction.isContent === undefined
  const figuresOf = (project: number): Step['figures'] => ({
    supporters: `${supporters[project] ?? 0}`,
    ...(satisfaction.reads === 'marks' ? {} : { score: `${scores[project] ?? 0n}` }),
    ...(isPlain ? {} : { satisfaction: satisfactionText(total.of(project)) }),
    cost: money(costOf(project)),
  })
  /** Those from `place` on that are level with the one there and could be chosen now. */
  const levelAt = (place: number): ReadonlyArray<number> => {
    const level: Array<number> = []
    for (let other = place; other < open.length; other++) {
      const [one, first] = [open[other], open[place]]
      if (one === undefined || first === undefined || compareWorth(one.worth, first.worth) !== 0) break
      const { project } = one
      if (limits.admits(project) && (isEndedByMisfit || costOf(project) <= left)) level.push(project)
    }
    return level
  }
  const steps: Array<Step> = []
  const tell = (project: number, said: string, figures: Step['figures'], level: ReadonlyArray<number> = []): void => {
    const tied = level.length > 1 ? { tied: level } : {}
    steps.push({ project, isFunded: said === decision, decision: said, figures: { ...figures, left: money(left) }, ...tied })
  }
  let isEnded = false
  for (let place = 0; place < open.length; place++) {
    const project = open[place]?.project ?? 0
    const figures = figuresOf(project)
    if (isEnded) tell(project, 'not reached', figures)
    else if (!limits.admits(project)) tell(project, 'kept out by a limit', figures)
    else if (costOf(project) > left) {
      isEnded = isEndedByMisfit
      tell(project, 'does not fit', figures, isEndedByMisfit ? levelAt(place) : [])
    } else {
      const level = levelAt(place)
      take(project)
      tell(project, decision, figures, level)
      if (satisfaction.isContent !== true) continue
      const rest = open.slice(place + 1).map((one) => one.project)
      open = [...open.slice(0, place + 1), ...ranked(pot, rest, total.perCost)]
    }
  }
  return steps
}
