import type { AllocationOutcome, Election, Rule } from '@isegoria/election'
import { formatMoney } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { candidatesOf } from './candidates.ts'
import type { Candidate } from './candidates.ts'
import { tieBreakOf, tiesParameter } from './tie-break.ts'
import type { TieBreak } from './tie-break.ts'

/** What a candidate's satisfaction is divided by. Nothing per nothing counts as nothing, or a free project without votes would be level with every other. */
const divisorOf = ({ cost, support }: Candidate): bigint => (support === 0n ? 1n : cost)

/** The order of greedy: total satisfaction per cost. With cost as satisfaction that is the number of supporters. */
const bySatisfactionPerCost = (satisfaction: string, left: Candidate, right: Candidate): number => {
  const [l, r] = satisfaction === 'cost' ? [left.support, right.support] : [left.support * divisorOf(right), right.support * divisorOf(left)]
  return l < r ? 1 : l > r ? -1 : 0
}

/** The candidates best first, in groups that the order cannot separate, each sorted by the tie-break. */
export const greedyOrder = (candidates: ReadonlyArray<Candidate>, satisfaction: string, ties: TieBreak): ReadonlyArray<ReadonlyArray<Candidate>> => {
  const groups: Array<Array<Candidate>> = []
  const sorted = candidates.toSorted((left, right) => bySatisfactionPerCost(satisfaction, left, right) || ties.compare(left, right))
  for (const candidate of sorted) {
    const last = groups.at(-1)
    const level = last?.[0]
    if (last !== undefined && level !== undefined && bySatisfactionPerCost(satisfaction, level, candidate) === 0) last.push(candidate)
    else groups.push([candidate])
  }
  return groups
}

const allocate = (election: Election, satisfaction: string, tieBreak: TieBreak): AllocationOutcome => {
  const budget = election.budget ?? 0n
  const money = (minor: bigint): string => formatMoney({ minor, decimals: election.decimals })
  const selected: Array<string> = []
  const ties: Array<AllocationOutcome['ties'][number]> = []
  const rounds: Array<AllocationOutcome['rounds'][number]> = []
  let spent = 0n
  for (const group of greedyOrder(candidatesOf(election), satisfaction, tieBreak)) {
    for (const [place, { id, cost, support }] of group.entries()) {
      const round = rounds.length + 1
      const fits = spent + cost <= budget
      const open = group.slice(place).filter((rival) => spent + rival.cost <= budget)
      if (fits && open.length > 1) ties.push({ round, tied: open.map((rival) => rival.id), chosen: id, by: tieBreak.name })
      if (fits) {
        spent += cost
        selected.push(id)
      }
      rounds.push({
        round,
        option: id,
        decision: fits ? 'funded' : 'does not fit',
        figures: { supporters: `${support}`, cost: money(cost), left: money(budget - spent) },
      })
    }
  }
  return { type: 'allocation', selected, cost: money(spent), budget: money(budget), ties, rounds }
}

/**
 * Greedy: projects in the order of total satisfaction per cost, each funded if it still fits.
 *
 * `satisfaction` is what a voter gains by a funded project that they support: its cost, which makes the order the number
 * of supporters, or one for each project, which makes it supporters per cost. Ballots of every kind are read as the set
 * of options they mark.
 * Ties: by the parameter `ties`, each recorded.
 * Cost: a sort of the projects.
 * Source: the rule of most cities; Talmon & Faliszewski, AAAI 2019, https://doi.org/10.1609/aaai.v33i01.33012181
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import type { Ballot } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const north: Ballot = { type: 'approval', approved: ['pool'] }
 * const south: Ballot = { type: 'approval', approved: ['trees'] }
 * const options = [{ id: 'pool', cost: 90n }, { id: 'trees', cost: 40n }]
 * const election = { options, profile: profileOf([north, north, north, south, south]), budget: 100n, decimals: 0 }
 * const outcome = applyRule(greedy, election, {})
 * E.isRight(outcome) && outcome.right.type === 'allocation' && outcome.right.selected // => ['pool']
 */
export const greedy: Rule = {
  id: 'greedy',
  version: '1',
  title: 'Greedy',
  family: 'budget',
  source: 'https://doi.org/10.1609/aaai.v33i01.33012181',
  ballots: ['approval', 'choose-one', 'cumulative', 'ordinal', 'score'],
  parameters: [{ name: 'satisfaction', values: ['cost', 'cardinality'], meaning: 'what a voter gains by a funded project' }, tiesParameter],
  claims: ['anonymity', 'determinism', 'merge'],
  violates: ['proportionality'],
  count: (election, parameters) => E.right(allocate(election, parameters['satisfaction'] ?? 'cost', tieBreakOf(parameters['ties']))),
}
