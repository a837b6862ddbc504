import type { Rule } from '@isegoria/election'
import { formatMoney, formatRatio, ratio, tenTo } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { allocationRule } from '../../allocation/allocation-rule.ts'
import { byTies } from '../../allocation/pot.ts'
import type { Pot, Step } from '../../allocation/pot.ts'
import { byLoad, heaviest, isBorne } from './heaviest.ts'
import type { Load } from './heaviest.ts'
import { sharingOf } from './sharing.ts'
import type { Sharing } from './sharing.ts'

const id = 'maximin-support'

/** More marks than this on distinct ballots would take minutes. */
const mostMarks = 30_000

interface Best {
  readonly load: Load
  readonly tied: ReadonlyArray<number>
}

/**
 * The projects that leave the highest load lowest.
 *
 * The load with a project only rises as more are funded. So the last one known is a lower bound: projects are looked at from
 * the lowest on, and no further than to the first that is above the best.
 */
const bestOf = (
  pot: Pot,
  open: ReadonlyArray<number>,
  sharing: Sharing,
  now: { readonly funded: ReadonlyArray<bigint>; readonly load: Load; readonly known: Map<number, Load> },
): Best | undefined => {
  const knownOf = (project: number): Load => now.known.get(project) ?? { cost: pot.costs[project] ?? 0n, voters: pot.supporters[project] ?? 1 }
  let best: Best | undefined
  for (const project of open.toSorted((left, right) => byLoad(knownOf(left), knownOf(right)))) {
    const known = knownOf(project)
    const least = byLoad(known, now.load) < 0 ? now.load : known
    if (best !== undefined && byLoad(least, best.load) > 0) break
    const load = heaviest([...now.funded, pot.costs[project] ?? 0n], sharing.bearersWith(project), least, best?.load)
    now.known.set(project, load)
    const order = best === undefined ? -1 : byLoad(load, best.load)
    if (order < 0) best = { load, tied: [project] }
    else if (order === 0 && best !== undefined) best = { load: best.load, tied: [...best.tied, project] }
  }
  return best
}

const stepsOf = (pot: Pot): ReadonlyArray<Step> => {
  const { costs, supporters, decimals } = pot
  const limits = pot.limits()
  const sharing = sharingOf(pot.support)
  const steps: Array<Step> = []
  const costOf = (project: number): bigint => costs[project] ?? 0n
  const told = (project: number): Readonly<Record<string, string>> => ({
    supporters: `${supporters[project] ?? 0}`,
    cost: formatMoney({ minor: costOf(project), decimals }),
  })
  const funded: Array<bigint> = []
  const known = new Map<number, Load>()
  let load: Load = { cost: 0n, voters: 1 }
  let left = pot.budget
  let open = pot.projects.filter((project) => (supporters[project] ?? 0) > 0)
  for (;;) {
    open = open.filter((project) => costOf(project) <= left && limits.admits(project))
    const best = bestOf(pot, open, sharing, { funded, load, known })
    const tied = best?.tied.toSorted(byTies(pot)) ?? []
    const [chosen] = tied
    if (best === undefined || chosen === undefined) break
    load = best.load
    const figures = { ...told(chosen), load: formatRatio(ratio(load.cost, BigInt(load.voters) * tenTo(decimals))) }
    steps.push({ project: chosen, isFunded: true, decision: 'funded', figures, ...(tied.length > 1 ? { tied } : {}) })
    limits.take(chosen)
    sharing.fund(chosen)
    funded.push(costOf(chosen))
    left -= costOf(chosen)
    open = open.filter((project) => project !== chosen)
  }
  if (!isBorne(funded, sharing.bearers(), load)) throw new RangeError('voters do not bear what was spent')
  const done = new Set(steps.map(({ project }) => project))
  for (const project of pot.projects) {
    if (done.has(project)) continue
    const decision = (supporters[project] ?? 0) === 0 ? 'no supporters' : costOf(project) > left ? 'does not fit' : 'over a limit'
    steps.push({ project, isFunded: false, decision, figures: told(project) })
  }
  return steps
}

/**
 * The maximin support rule for budgets: one after another that project is funded with which the highest load on a voter is
 * lowest, when the cost of each project is shared among its supporters in whatever parts serve that best.
 *
 * All shares may change with each project; so unlike with `phragmen` nobody bears for good what others could. A project that
 * does not fit into what is left is left out. The `load` in a round is what the voter who bears most bears. Ballots of every
 * kind are read as the set of options that they mark.
 * Ties: projects that do not raise the highest load are all level, and so are often several; by the parameter `ties`, each recorded.
 * Exactness: whole numbers throughout.
 * Cost: for each project that is funded a few maximum flows over the groups of voters; more than 30,000 marks on distinct
 * ballots are refused with `ElectionTooLarge`.
 * Source: Aziz, Lee & Talmon, "Proportionally representative participatory budgeting: axioms and algorithms", AAMAS 2018,
 * https://arxiv.org/abs/1711.08226; for committees Sánchez-Fernández et al., https://arxiv.org/abs/1609.05370
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import type { Ballot } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const north: Ballot = { type: 'approval', approved: ['pool'] }
 * const south: Ballot = { type: 'approval', approved: ['trees'] }
 * const options = [{ id: 'pool', cost: 90n }, { id: 'trees', cost: 40n }]
 * const election = { options, profile: profileOf([north, north, north, south, south]), budget: 100n, decimals: 0 }
 * const outcome = applyRule(budgetMaximinSupport, election, {})
 * E.isRight(outcome) && outcome.right.type === 'allocation' && outcome.right.selected // => ['trees']
 */
export const budgetMaximinSupport: Rule = allocationRule({
  id,
  version: '1',
  title: 'Maximin support rule for budgets',
  source: 'https://arxiv.org/abs/1711.08226',
  ballots: ['approval', 'choose-one', 'cumulative', 'ordinal', 'score'],
  parameters: [],
  claims: ['anonymity', 'determinism', 'merge', 'proportionality'],
  violates: [],
  reading: () => ({ by: 'marks' }),
  method: (pot) => {
    const size = pot.support.supporters.length
    return size > mostMarks
      ? E.left({ type: 'ElectionTooLarge', rule: id, what: 'marks on distinct ballots', size, most: mostMarks })
      : E.right(stepsOf(pot))
  },
})
