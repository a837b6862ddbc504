import { formatMoney } from '@isegoria/exact'
import { canonicalHash } from '@isegoria/kernel'
import type { Option } from './option.ts'
import type { Profile } from './profile.ts'

/** Everything a rule may look at. */
export interface Election {
  /** In the order in which they were given, which some rules use as their last tie-break. */
  readonly options: ReadonlyArray<Option>
  readonly profile: Profile
  /** Money to allocate, in minor units; absent where nothing is spent. */
  readonly budget?: bigint
  /** Decimals of one unit of money: costs and budget are in units of 10^-decimals. */
  readonly decimals: number
}

/** SHA-256 of the election's canonical JSON: two elections with one hash give one outcome. */
export const electionHash = ({ options, profile, budget, decimals }: Election): string => {
  const money = (minor: bigint): string => formatMoney({ minor, decimals })
  return canonicalHash({
    options: options.map(({ id, cost }) => ({ id, cost: money(cost) })),
    budget: budget === undefined ? null : money(budget),
    voters: profile.voters,
    ballots: profile.ballots.map(({ ballot, weight }) => ({ ballot, weight })),
  })
}
