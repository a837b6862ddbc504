import type { Parameters, Rule, RuleRejection } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { allocationRule } from '../allocation/allocation-rule.ts'
import { freeProjects } from '../allocation/free-projects.ts'
import type { Pot, Step } from '../allocation/pot.ts'
import { greedyOrder } from '../rules/greedy-order.ts'
import { phragmenSteps } from '../rules/phragmen/phragmen-steps.ts'
import { logarithm } from '../satisfaction/logarithm.ts'
import { additive, borda, cardinality, cost, score } from '../satisfaction/plain.ts'
import { readingOf } from '../satisfaction/reading-of.ts'
import type { Satisfaction } from '../satisfaction/satisfaction.ts'
import { squareRoot } from '../satisfaction/square-root.ts'
import { buy } from './buy.ts'
import { compared } from './comparison.ts'
import { faultOfRun } from './fault-of-run.ts'
import { marketOf } from './market.ts'
import { isExhaustive, mostRuns, raise, startOf } from './raise.ts'
import { stepsOf } from './steps.ts'

const id = 'equal-shares'

const utilities: readonly [Satisfaction, ...ReadonlyArray<Satisfaction>] = [cost, cardinality, additive, score, borda, squareRoot, logarithm]

const utilityOf = (name: string | undefined): Satisfaction => utilities.find((known) => known.name === name) ?? utilities[0]

const fundedBy = (steps: ReadonlyArray<Step>): ReadonlyArray<number> => steps.flatMap(({ project, isFunded }) => (isFunded ? [project] : []))

/** Projects that cost nothing and have supporters. */
const freeSteps = (pot: Pot): ReadonlyArray<Step> =>
  freeProjects(pot).map(({ project, tied }) => ({
    project,
    isFunded: true,
    decision: 'costs nothing',
    figures: { supporters: `${pot.supporters[project] ?? 0}`, cost: '0' },
    ...(tied === undefined ? {} : { tied }),
  }))

/** What a completion adds to what is funded. */
const completed = (pot: Pot, utility: Satisfaction, completion: string | undefined, steps: ReadonlyArray<Step>): ReadonlyArray<Step> => {
  const funded = fundedBy(steps)
  const left = pot.budget - funded.reduce((sum, project) => sum + (pot.costs[project] ?? 0n), 0n)
  switch (completion) {
    case 'greedy':
    case 'add1u':
      return greedyOrder(pot, utility, { funded, decision: 'added by greedy' }).filter(({ isFunded }) => isFunded)
    case 'phragmen':
      return phragmenSteps(pot, new Set(funded), left, 'overspend').filter(({ isFunded }) => isFunded)
    default:
      return []
  }
}

/** The pot with what is taken already counted against its limits. */
const afterFree = (pot: Pot, free: ReadonlyArray<Step>): Pot => {
  if (free.length === 0) return pot
  const limits: Pot['limits'] = () => {
    const own = pot.limits()
    for (const { project } of free) own.take(project)
    return own
  }
  return { ...pot, limits }
}

const count = (pot: Pot, parameters: Parameters): Either<RuleRejection, ReadonlyArray<Step>> => {
  const utility = utilityOf(parameters['utility'])
  const free = parameters['free'] === 'skipped' ? [] : freeSteps(pot)
  const rest = afterFree(pot, free)
  const market = marketOf(rest, utility)
  const start = startOf(pot, parameters['start'] === 'floor' ? 'floor' : 'exact')
  const isRaised = parameters['completion'] === 'add1' || parameters['completion'] === 'add1u'
  const isStop = parameters['stop'] === 'exhaustive' ? isExhaustive : () => false
  const run = isRaised ? raise(rest, market, start, (tried) => isStop(rest, market, tried)) : buy(market, start, pot.voters)
  if (run === undefined) return E.left({ type: 'ElectionTooLarge', rule: id, what: 'runs of add1', size: mostRuns + 1, most: mostRuns })
  const fault = faultOfRun(market, run)
  if (fault !== undefined) throw new RangeError(fault)
  const steps = [...free, ...stepsOf(pot, run)]
  const whole = [...steps, ...completed(pot, utility, parameters['completion'], steps)]
  return E.right(compared(pot, whole, parameters['comparison']))
}

/**
 * The Method of Equal Shares: the budget is shared equally among the voters, and supporters buy projects together, cheapest
 * per unit of utility first.
 *
 * `utility` is what a voter gains by a project: its cost, one, points, places, by which they also share its cost. Money left
 * over stays, or: `add1` raises everybody's purse by one unit of money until the outcome would overspend (`stop`; from
 * `start`), `add1u` adds by greedy what then still fits, `greedy` and `phragmen` complete without raising. `comparison` gives
 * the outcome of greedy instead where more voters prefer it.
 * Exactness: floats with an error bound, and exact fractions for whatever lies within it; the rounds tell how many (`settled`).
 * Ties: by the parameter `ties`, each recorded, but for those in runs that were only raised over and in a greedy that was only
 * compared.
 * Cost: a few looks through the supporters of the projects near the best for each purchase; with `add1`, that for each change
 * of the outcome, times the logarithm of the units between changes.
 * Source: Peters, Pierczyński & Skowron, NeurIPS 2021, https://arxiv.org/abs/2008.13276
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import type { Ballot } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const north: Ballot = { type: 'approval', approved: ['pool'] }
 * const south: Ballot = { type: 'approval', approved: ['trees'] }
 * const options = [{ id: 'pool', cost: 90n }, { id: 'trees', cost: 40n }]
 * const election = { options, profile: profileOf([north, north, north, south, south]), budget: 100n, decimals: 0 }
 * const outcome = applyRule(equalShares, election, {})
 * E.isRight(outcome) && outcome.right.type === 'allocation' && outcome.right.selected // => ['trees']
 */
export const equalShares: Rule = allocationRule({
  id,
  version: '2',
  title: 'Method of Equal Shares',
  source: 'https://arxiv.org/abs/2008.13276',
  ballots: ['approval', 'choose-one', 'cumulative', 'ordinal', 'score'],
  parameters: [
    {
      name: 'utility',
      values: ['cost', ...utilities.slice(1).map(({ name }) => name)],
      meaning: `what a voter gains by a funded project: ${utilities.map(({ name, meaning }) => `${name}, ${meaning}`).join('; ')}`,
    },
    { name: 'completion', values: ['none', 'add1', 'add1u', 'greedy', 'phragmen'], meaning: 'what happens with money left over' },
    { name: 'start', values: ['exact', 'floor'], meaning: "each voter's purse: budget / voters exactly, or its floor in whole units" },
    { name: 'stop', values: ['overspend', 'exhaustive'], meaning: 'add1 ends before overspending, or already when nothing more fits' },
    {
      name: 'comparison',
      values: ['none', 'satisfaction', 'exclusion-ratio'],
      meaning:
        'greedy by votes, or by points where the utility reads points, is funded instead where more voters prefer it: by the number of their projects, or by whether there is any among them',
    },
    { name: 'free', values: ['funded', 'skipped'], meaning: 'what happens with a project that costs nothing and has supporters' },
    {
      name: 'longest',
      least: 0,
      most: 1_000_000,
      default: 0,
      meaning: 'places of a full ranking, the first of which counts as many points and each other one less; 0: as many as the longest that was cast',
    },
  ],
  claims: ['anonymity', 'determinism', 'merge', 'proportionality'],
  violates: [],
  reading: (election, { utility, longest = '0' }) => readingOf(utilityOf(utility), election, Number(longest)),
  method: count,
})
