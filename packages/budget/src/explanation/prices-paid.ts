import type { AllocationOutcome, Election, OptionId } from '@isegoria/election'
import type { Ratio } from '@isegoria/exact'
import type { PriceSystem } from '../checks/priceability.ts'
import { fractionsOver, replayOf } from './replay.ts'
import type { ReadAs } from './replay.ts'
import { supportedBy } from './voter-group.ts'

/**
 * What every voter paid, as prices that `faultOfPrices` checks: an outcome of Equal Shares without completion keeps them.
 *
 * `undefined` for an outcome that cannot be bought once more, or that is bought from several envelopes.
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import type { Ballot } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const [pool, trees]: readonly [Ballot, Ballot] = [{ type: 'approval', approved: ['pool'] }, { type: 'approval', approved: ['trees'] }]
 * const options = [{ id: 'pool', cost: 90n }, { id: 'trees', cost: 40n }]
 * const election = { options, profile: profileOf([pool, pool, pool, trees, trees]), budget: 100n, decimals: 0 }
 * const outcome = applyRule(equalShares, election, {})
 * const prices = E.isRight(outcome) && outcome.right.type === 'allocation' ? pricesPaid(election, outcome.right) : undefined
 * prices?.endowment // => { numerator: 20n, denominator: 1n }
 * prices && faultOfPrices(election, ['trees'], prices) // => undefined
 */
export const pricesPaid = (election: Election, outcome: AllocationOutcome, { reading = { by: 'marks' } }: ReadAs = {}): PriceSystem | undefined => {
  const replay = replayOf(election, outcome, { reading })
  const [endowment, more] = [...(replay?.endowments.values() ?? [])]
  if (replay === undefined || endowment === undefined || more !== undefined) return undefined
  const { support, purchases } = replay
  const pays = Array.from({ length: support.groups }, (): Array<{ readonly option: OptionId; readonly each: Ratio }> => [])
  for (const { option, groups, payments, denominator } of purchases) {
    const fraction = fractionsOver(denominator)
    for (const [place, group] of groups.entries()) {
      const paid = payments[place] ?? 0n
      if (paid > 0n) pays[group]?.push({ option, each: fraction(paid) })
    }
  }
  return {
    endowment,
    prices: pays.map((some, group) => ({ supports: supportedBy(support, group), voters: support.weights[group] ?? 0, pays: some })),
  }
}
