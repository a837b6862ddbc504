/**
 * A number in groups of three, with the sign that a language writes before decimals; the same on every machine.
 *
 * @example figure('1234567.5', ',') // => '1\u202f234\u202f567,5'
 */
export const figure = (number: string, decimal: string): string => {
  const [whole = '', fraction] = number.split('.')
  const text = whole.replace(/\B(?=(\d{3})+$)/g, '\u202F')
  return fraction === undefined ? text : `${text}${decimal}${fraction}`
}
