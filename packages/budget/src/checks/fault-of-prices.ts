import type { Election, OptionId } from '@isegoria/election'
import { ratio } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import type { PriceSystem } from './priceability.ts'

/** A denominator of all fractions. */
const commonOf = (fractions: Iterable<Ratio>): bigint => {
  let common = 1n
  for (const { denominator } of fractions) if (common % denominator !== 0n) common *= ratio(denominator, common).numerator
  return common
}

const book = (to: Map<OptionId, bigint>, id: OptionId, amount: bigint): void => void to.set(id, (to.get(id) ?? 0n) + amount)

/**
 * Why prices do not show that what is funded is priceable, in words; `undefined` for those that do: see `pricesFor`.
 *
 * Cost: linear in what they say.
 */
export const faultOfPrices = (
  { options, profile }: Election,
  selected: Iterable<OptionId>,
  { endowment, prices }: PriceSystem,
): string | undefined => {
  const funded = new Set(selected)
  const common = commonOf([endowment, ...prices.flatMap(({ pays }) => pays.map(({ each }) => each))])
  const inCommon = ({ numerator, denominator }: Ratio): bigint => numerator * (common / denominator)
  const [paid, held] = [new Map<OptionId, bigint>(), new Map<OptionId, bigint>()]
  let voting = 0
  for (const { supports, voters, pays } of prices) {
    voting += voters
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
  if (voting > profile.voters) return 'more voters pay than there are'
  for (const { id, cost } of options) {
    if ((paid.get(id) ?? 0n) !== (funded.has(id) ? cost * common : 0n)) return `what is paid for '${id}' is not what is due`
    if (!funded.has(id) && (held.get(id) ?? 0n) > cost * common) return `supporters of '${id}' have more left than it costs`
  }
  return undefined
}
