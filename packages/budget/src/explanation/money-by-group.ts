import type { AllocationOutcome, Election, OptionId } from '@isegoria/election'
import { multiply, ratio, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { supportersOf, supportOf } from '../support/support.ts'
import { replayOf } from './replay.ts'
import type { ReadAs } from './replay.ts'
import { supportIn, weightsIn } from './voter-group.ts'
import type { VoterGroup } from './voter-group.ts'

/** A funded project and what each group of voters gave for it, in minor units. */
export interface ProjectMoney {
  readonly option: OptionId
  readonly cost: bigint
  /** By what the money is told: payments that the rule asked for, or the cost shared evenly by all supporters. */
  readonly by: 'payments' | 'even split'
  /** In the order of the groups. Groups may overlap, or leave some voters out: only groups that share out the voters add up to the cost. */
  readonly amounts: ReadonlyArray<Ratio>
}

/**
 * Whose money went into which funded project, for a picture: what voters paid where the rule asks for payments, elsewhere
 * each project's cost as shared evenly by its supporters; nobody's where it has none.
 */
export const moneyByGroup = (
  election: Election,
  outcome: AllocationOutcome,
  groups: ReadonlyArray<VoterGroup>,
  { reading = { by: 'marks' } }: ReadAs = {},
): ReadonlyArray<ProjectMoney> => {
  const everybody = supportersOf(supportOf(election, reading))
  const parts = groups.map((group) => supportIn(election, group, reading))
  const ours = parts.map(supportersOf)
  const replay = replayOf(election, outcome, { reading })
  const weights = replay === undefined ? [] : parts.map((part) => weightsIn(replay.support, part))
  const purchases = new Map(replay?.purchases.map((purchase) => [purchase.option, purchase]))
  const numberOf = new Map(election.options.map(({ id }, project) => [id, project]))
  return outcome.selected.map((option): ProjectMoney => {
    const project = numberOf.get(option) ?? -1
    const cost = election.options[project]?.cost ?? 0n
    const purchase = purchases.get(option)
    if (purchase === undefined) {
      const all = BigInt(everybody[project] ?? 0)
      const amounts = ours.map((supporters) => (all === 0n ? zero : multiply(ratio(cost), ratio(BigInt(supporters[project] ?? 0), all))))
      return { option, cost, by: 'even split', amounts }
    }
    const paidBy = (voters: ReadonlyArray<bigint>): Ratio => {
      const paid = purchase.groups.reduce((sum, group, place) => sum + (purchase.payments[place] ?? 0n) * (voters[group] ?? 0n), 0n)
      return ratio(paid, purchase.denominator)
    }
    return { option, cost, by: 'payments', amounts: weights.map(paidBy) }
  })
}
