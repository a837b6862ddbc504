import type { Election, OptionId } from '@isegoria/election'
import { ratio } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { byCodeUnit } from '@isegoria/kernel'
import { supportOf } from '../support/support.ts'
import type { PriceSystem } from './priceability.ts'

/** A denominator of all fractions. */
const commonOf = (fractions: Iterable<Ratio>): bigint => {
  let common = 1n
  for (const { denominator } of fractions) if (common % denominator !== 0n) common *= ratio(denominator, common).numerator
  return common
}

const book = (to: Map<OptionId, bigint>, id: OptionId, amount: bigint): void => void to.set(id, (to.get(id) ?? 0n) + amount)

const keyOf = (supports: Iterable<OptionId>): string => JSON.stringify([...new Set(supports)].toSorted(byCodeUnit))

interface Supporters {
  readonly supports: ReadonlyArray<OptionId>
  readonly voters: number
}

/** The voters of each set of projects that somebody supports. */
const votersBySupport = (election: Election): Map<string, Supporters> => {
  const { ids, groups, weights, ballotStarts, ballotProjects } = supportOf(election, { by: 'marks' })
  const found = new Map<string, Supporters>()
  for (let group = 0; group < groups; group++) {
    const supports = Array.from(ballotProjects.subarray(ballotStarts[group], ballotStarts[group + 1]), (project) => ids[project] ?? '')
    const key = keyOf(supports)
    found.set(key, { supports, voters: (found.get(key)?.voters ?? 0) + (weights[group] ?? 0) })
  }
  return found
}

/**
 * Why prices do not show that what is funded is priceable, in words; `undefined` for those that do: see `pricesFor`.
 *
 * Voters of whom they say nothing keep all they have. Cost: linear in what they say and in the ballots.
 */
export const faultOfPrices = (election: Election, selected: Iterable<OptionId>, { endowment, prices }: PriceSystem): string | undefined => {
  const { options } = election
  const funded = new Set(selected)
  const unpriced = votersBySupport(election)
  const common = commonOf([endowment, ...prices.flatMap(({ pays }) => pays.map(({ each }) => each))])
  const inCommon = ({ numerator, denominator }: Ratio): bigint => numerator * (common / denominator)
  const [paid, held] = [new Map<OptionId, bigint>(), new Map<OptionId, bigint>()]
  for (const { supports, voters, pays } of prices) {
    const key = keyOf(supports)
    const there = unpriced.get(key)?.voters ?? 0
    if (voters > there) return `${voters} voters of ${key} pay, and there are ${there}`
    unpriced.set(key, { supports, voters: there - voters })
    let left = inCommon(endowment)
    for (const { option, each } of pays) {
      if (each.numerator < 0n) return 'a voter pays less than nothing'
      if (!supports.includes(option)) return `a voter pays for '${option}' without support`
      const amount = inCommon(each)
      left -= amount
      book(paid, option, amount * BigInt(voters))
    }
    if (left < 0n) return 'a voter pays more than there is in the purse'
    if (left > 0n) for (const option of supports) book(held, option, left * BigInt(voters))
  }
  for (const { supports, voters } of unpriced.values()) for (const option of supports) book(held, option, inCommon(endowment) * BigInt(voters))
  for (const { id, cost } of options) {
    if ((paid.get(id) ?? 0n) !== (funded.has(id) ? cost * common : 0n)) return `what is paid for '${id}' is not what is due`
    if (!funded.has(id) && (held.get(id) ?? 0n) > cost * common) return `supporters of '${id}' have more left than it costs`
  }
  return undefined
}
