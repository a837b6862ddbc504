import { formatMoney } from '@isegoria/exact'
import type { Election } from './election.ts'
import type { Outcome } from './outcome.ts'

/** A rule broke what must hold of every outcome: a defect of the rule, so it is thrown and nothing is stored. */
export class UnsoundOutcome extends Error {
  override readonly name = 'UnsoundOutcome'
}

/** Checks, always: selected options exist and are distinct, the cost is their sum, and it is within the budget; tiers partition the options. */
export const assertSound = (rule: string, election: Election, outcome: Outcome): void => {
  const known = new Map(election.options.map(({ id, cost }) => [id, cost]))
  const named = outcome.type === 'allocation' ? outcome.selected : outcome.ranking.flat()
  const seen = new Set<string>()
  for (const id of named) {
    if (!known.has(id)) throw new UnsoundOutcome(`${rule} chose '${id}', which is no option`)
    if (seen.has(id)) throw new UnsoundOutcome(`${rule} chose '${id}' twice`)
    seen.add(id)
  }
  if (outcome.type === 'ranking') {
    if (seen.size !== known.size) throw new UnsoundOutcome(`${rule} ranked ${seen.size} of ${known.size} options`)
    return
  }
  const money = (minor: bigint): string => formatMoney({ minor, decimals: election.decimals })
  const cost = outcome.selected.reduce((sum, id) => sum + (known.get(id) ?? 0n), 0n)
  if (outcome.cost !== money(cost)) throw new UnsoundOutcome(`${rule} states a cost of ${outcome.cost}; its projects cost ${money(cost)}`)
  if (cost > (election.budget ?? 0n)) throw new UnsoundOutcome(`${rule} spends ${money(cost)} of ${money(election.budget ?? 0n)}`)
}
