/**
 * A sum of money in minor units, with the number of decimals that one major unit has.
 *
 * Units: `{ minor: 75732773n, decimals: 2 }` is 757327.73.
 */
export interface Money {
  readonly minor: bigint
  readonly decimals: number
}

const decimalText = /^([+-]?)(\d+)(?:\.(\d*))?$/

/**
 * Reads a decimal number exactly, without trailing zeros: `"400000.0"` is 400000 with no decimals.
 *
 * Errors: `undefined` when the text is no plain decimal number (no exponent, no separators, no empty text).
 * @example parseMoney('757327.73') // => { minor: 75732773n, decimals: 2 }
 */
export const parseMoney = (text: string): Money | undefined => {
  const match = decimalText.exec(text)
  if (match === null) return undefined
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  const minor = BigInt(`${match[2]}${fraction}`)
  return { minor: match[1] === '-' ? -minor : minor, decimals: fraction.length }
}

/**
 * The same sum with more decimals.
 *
 * Errors: throws `RangeError` when `decimals` is below what the sum has: that would lose money.
 * @example withDecimals({ minor: 5n, decimals: 0 }, 2) // => { minor: 500n, decimals: 2 }
 */
export const withDecimals = (money: Money, decimals: number): Money => {
  if (decimals < money.decimals) throw new RangeError(`${money.decimals} decimals do not fit in ${decimals}`)
  return { minor: money.minor * tenTo(decimals - money.decimals), decimals }
}

/** Minor units in one major unit: 1 for no decimals, 100 for two. */
export const tenTo = (decimals: number): bigint => BigInt(`1${'0'.repeat(decimals)}`)

/**
 * Writes a sum as a decimal string, the only form money has in JSON.
 *
 * @example formatMoney({ minor: 75732770n, decimals: 2 }) // => '757327.7'
 */
export const formatMoney = ({ minor, decimals }: Money): string => {
  if (decimals === 0) return `${minor}`
  const digits = `${minor < 0n ? -minor : minor}`.padStart(decimals + 1, '0')
  const fraction = digits.slice(-decimals).replace(/0+$/, '')
  return `${minor < 0n ? '-' : ''}${digits.slice(0, -decimals)}${fraction === '' ? '' : `.${fraction}`}`
}
