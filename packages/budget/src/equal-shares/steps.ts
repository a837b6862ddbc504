import { formatMoney, formatRatio, ratio, tenTo } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import type { Pot, Step } from '../allocation/pot.ts'
import type { Run } from './run.ts'

const longest = 40
const digits = 12

/** A fraction as text: exact where that is short, else its first decimals and a mark that more follow. */
const shortText = (number: Ratio): string => {
  const text = formatRatio(number)
  if (text.length <= longest) return text
  const scaled = (number.numerator * tenTo(digits)) / number.denominator
  return `${formatMoney({ minor: scaled, decimals: digits })}…`
}

/**
 * The purchases of a run as steps. `price`: what one supporter pays for each unit of gain, who has that much; `settled`: how
 * many offers floats could not tell apart, so that exact fractions did.
 */
export const stepsOf = ({ costs, supporters, decimals }: Pot, { purchases, history, endowment }: Run): ReadonlyArray<Step> => {
  const inUnits = ({ numerator, denominator }: Ratio): string => shortText(ratio(numerator, denominator * tenTo(decimals)))
  return purchases.map(({ project, tied, settled }, place) => ({
    project,
    isFunded: true,
    decision: 'bought by its supporters',
    figures: {
      supporters: `${supporters[project] ?? 0}`,
      cost: formatMoney({ minor: costs[project] ?? 0n, decimals }),
      price: inUnits(history.priceOf(place)),
      endowment: inUnits(endowment),
      ...(settled === 0 ? {} : { settled: `${settled}` }),
    },
    ...(tied.length > 1 ? { tied } : {}),
  }))
}
