/**
 * Digits in groups of three, as people read them; the point and what follows it stay as they are.
 *
 * @example grouped('1234567.5') // => '1\u202f234\u202f567.5'
 */
export const grouped = (number: string): string => {
  const [whole = '', fraction] = number.split('.')
  const text = whole.replace(/\B(?=(\d{3})+$)/g, '\u202F')
  return fraction === undefined ? text : `${text}.${fraction}`
}

/** A part of a whole in tenths of a per cent, rounded down so that only the whole is 1000; of nothing it is 0. */
export const tenthsOfPercent = (part: bigint, whole: bigint): bigint => (whole === 0n ? 0n : (part * 1000n) / whole)

/**
 * A part of a whole as people read it, with one decimal at most.
 *
 * @example percent(1n, 3n) // => '33.3\u00a0%'
 */
export const percent = (part: bigint, whole: bigint): string => {
  const tenths = tenthsOfPercent(part, whole)
  return `${tenths / 10n}${tenths % 10n === 0n ? '' : `.${tenths % 10n}`}\u00A0%`
}
