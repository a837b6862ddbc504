import { floor, formatMoney, formatRatio, multiply, ratio, tenTo } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'

const mostCharacters = 60
const shownDecimals = 12

/** A fraction, or its first 12 decimals where it is too long to be read. */
export const satisfactionText = (total: Ratio): string => {
  const exact = formatRatio(total)
  if (exact.length <= mostCharacters) return exact
  return `${formatMoney({ minor: floor(multiply(total, ratio(tenTo(shownDecimals)))), decimals: shownDecimals })}…`
}
