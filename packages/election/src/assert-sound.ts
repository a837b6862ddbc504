import { formatMoney } from '@isegoria/exact'
import type { Election } from './election.ts'
import type { AllocationOutcome, Outcome, RankingOutcome } from './outcome.ts'
import type { Rule } from './rule.ts'

/** A rule broke what must hold of every outcome: a defect of the rule, so it is thrown and nothing is stored. */
export class UnsoundOutcome extends Error {
  override readonly name = 'UnsoundOutcome'
}

type Fault = string | undefined

const faultOfAllocation = ({ selected, cost, budget }: AllocationOutcome, election: Election): Fault => {
  const money = (minor: bigint): string => formatMoney({ minor, decimals: election.decimals })
  const costs = new Map(election.options.map((option) => [option.id, option.cost]))
  const spent = selected.reduce((sum, id) => sum + (costs.get(id) ?? 0n), 0n)
  const given = election.budget ?? 0n
  if (cost !== money(spent)) return `states a cost of ${cost}; its projects cost ${money(spent)}`
  if (spent > given) return `spends ${money(spent)} of ${money(given)}`
  return budget === money(given) ? undefined : `states a budget of ${budget}; it is ${money(given)}`
}

const faultOfRanking = ({ ranking }: RankingOutcome, { options }: Election): Fault =>
  ranking.flat().length === options.length ? undefined : `ranked ${ranking.flat().length} of ${options.length} options`

const faultOf = (rule: Rule, election: Election, outcome: Outcome): Fault => {
  const known = new Set(election.options.map(({ id }) => id))
  const seen = new Set<string>()
  for (const id of outcome.type === 'allocation' ? outcome.selected : outcome.ranking.flat()) {
    if (!known.has(id)) return `chose '${id}', which is no option`
    if (seen.has(id)) return `chose '${id}' twice`
    seen.add(id)
  }
  const won = outcome.type === 'ranking' ? outcome.winners : []
  const told = [...won, ...outcome.ties.flatMap(({ tied, chosen }) => [...tied, chosen]), ...outcome.rounds.map(({ option }) => option)]
  const stranger = told.find((id) => !known.has(id))
  if (stranger !== undefined) return `tells of '${stranger}', which is no option`
  if (rule.family === 'budget' && outcome.type !== 'allocation') return `is a rule for budgets, but gives a ${outcome.type}`
  return outcome.type === 'allocation' ? faultOfAllocation(outcome, election) : faultOfRanking(outcome, election)
}

/**
 * Checks, always: options exist wherever an outcome names them and are chosen once; the cost is their sum and within the
 * budget, which is the one given; tiers partition the options. Errors: throws `UnsoundOutcome`.
 */
export const assertSound = (rule: Rule, election: Election, outcome: Outcome): void => {
  const fault = faultOf(rule, election, outcome)
  if (fault !== undefined) throw new UnsoundOutcome(`${rule.id} ${fault}`)
}
