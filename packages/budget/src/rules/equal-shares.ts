import type { AllocationOutcome, Election, Parameters, Rule } from '@isegoria/election'
import { add, floor, formatMoney, formatRatio, ratio, tenTo } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { candidatesOf } from './candidates.ts'
import type { Candidate } from './candidates.ts'
import { buyByEqualShares } from './equal-shares-phase.ts'
import type { Purchase, Utility } from './equal-shares-phase.ts'
import { greedyOrder } from './greedy.ts'
import { tieBreakOf, tiesParameter } from './tie-break.ts'

interface Run {
  readonly endowment: Ratio
  readonly purchases: ReadonlyArray<Purchase>
}

const costOf = ({ purchases }: Run): bigint => purchases.reduce((sum, { candidate }) => sum + candidate.cost, 0n)

const isExhaustive = (run: Run, candidates: ReadonlyArray<Candidate>, budget: bigint): boolean => {
  const bought = new Set(run.purchases.map(({ candidate }) => candidate))
  const left = budget - costOf(run)
  return candidates.every((candidate) => bought.has(candidate) || candidate.supporters.length === 0 || candidate.cost > left)
}

/** The purses in minor units that everybody starts with: budget / voters, or its floor in whole units of money. */
const startOf = ({ budget = 0n, profile, decimals }: Election, start: string): Ratio => {
  if (profile.voters === 0) return ratio(0n)
  const exact = ratio(budget, BigInt(profile.voters))
  const unit = tenTo(decimals)
  return start === 'floor' ? ratio(floor(ratio(exact.numerator, exact.denominator * unit)) * unit) : exact
}

const purchasesOf = (election: Election, candidates: ReadonlyArray<Candidate>, parameters: Parameters): Run => {
  const budget = election.budget ?? 0n
  const utility: Utility = parameters['utility'] === 'cardinality' ? 'cardinality' : 'cost'
  const weights = election.profile.ballots.map(({ weight }) => BigInt(weight))
  const run = (endowment: Ratio): Run => ({
    endowment,
    purchases: buyByEqualShares(candidates, endowment, weights, utility, tieBreakOf(parameters['ties'])),
  })
  let best = run(startOf(election, parameters['start'] ?? 'exact'))
  if (parameters['completion'] !== 'add1') return best
  const affordable = candidates.reduce((sum, { cost, supporters }) => (supporters.length > 0 ? sum + cost : sum), 0n)
  const unit = ratio(tenTo(election.decimals))
  while (costOf(best) < affordable) {
    if (parameters['stop'] === 'exhaustive' && isExhaustive(best, candidates, budget)) return best
    const next = run(add(best.endowment, unit))
    if (costOf(next) > budget) return best
    best = next
  }
  return best
}

const outcomeOf = (election: Election, candidates: ReadonlyArray<Candidate>, run: Run, parameters: Parameters): AllocationOutcome => {
  const budget = election.budget ?? 0n
  const money = (minor: bigint): string => formatMoney({ minor, decimals: election.decimals })
  const inUnits = (minor: Ratio): string => formatRatio(ratio(minor.numerator, minor.denominator * tenTo(election.decimals)))
  const selected: Array<string> = []
  const ties: Array<AllocationOutcome['ties'][number]> = []
  const rounds: Array<AllocationOutcome['rounds'][number]> = []
  const tieBreak = tieBreakOf(parameters['ties'])
  let spent = 0n
  const fund = (
    { id, cost, support }: Candidate,
    tied: ReadonlyArray<Candidate>,
    decision: string,
    figures: Readonly<Record<string, string>>,
  ): void => {
    const round = rounds.length + 1
    if (tied.length > 1) ties.push({ round, tied: tied.map((rival) => rival.id), chosen: id, by: tieBreak.name })
    spent += cost
    selected.push(id)
    rounds.push({ round, option: id, decision, figures: { supporters: `${support}`, cost: money(cost), ...figures } })
  }
  for (const { candidate, price, tied } of run.purchases)
    fund(candidate, tied, 'bought by its supporters', { price: inUnits(price), endowment: inUnits(run.endowment) })
  if (parameters['completion'] === 'greedy') {
    const bought = new Set(selected)
    for (const group of greedyOrder(candidates, parameters['utility'] ?? 'cost', tieBreak)) {
      const rest = group.filter(({ id }) => !bought.has(id))
      for (const [place, candidate] of rest.entries()) {
        const fitting = rest.slice(place).filter(({ cost }) => spent + cost <= budget)
        if (fitting.includes(candidate)) fund(candidate, fitting, 'added by greedy', { left: money(budget - spent - candidate.cost) })
      }
    }
  }
  return { type: 'allocation', selected, cost: money(spent), budget: money(budget), ties, rounds }
}

/**
 * The Method of Equal Shares: the budget is shared equally among the voters, and supporters buy projects together, cheapest
 * per unit of utility first.
 *
 * Completions of what is left over: none; `add1`, which raises everybody's purse by one unit of money until the outcome
 * would overspend; `greedy`, which adds what still fits. Ballots of every kind are read as the set of options they mark.
 * Ties: by the parameter `ties`, each recorded.
 * Exactness: whole-number arithmetic throughout, no floats.
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
export const equalShares: Rule = {
  id: 'equal-shares',
  version: '1',
  title: 'Method of Equal Shares',
  family: 'budget',
  source: 'https://arxiv.org/abs/2008.13276',
  ballots: ['approval', 'choose-one', 'cumulative', 'ordinal', 'score'],
  parameters: [
    { name: 'utility', values: ['cost', 'cardinality'], meaning: 'what a voter gains by a funded project' },
    { name: 'completion', values: ['none', 'add1', 'greedy'], meaning: 'what happens with money left over' },
    { name: 'start', values: ['exact', 'floor'], meaning: "each voter's purse: budget / voters exactly, or its floor in whole units" },
    { name: 'stop', values: ['overspend', 'exhaustive'], meaning: 'add1 ends before overspending, or already when nothing more fits' },
    tiesParameter,
  ],
  claims: ['anonymity', 'determinism', 'merge', 'proportionality'],
  violates: [],
  count: (election, parameters) => {
    const candidates = candidatesOf(election)
    return E.right(outcomeOf(election, candidates, purchasesOf(election, candidates, parameters), parameters))
  },
}
