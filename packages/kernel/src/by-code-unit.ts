/**
 * -1, 0 or 1 by UTF-16 code unit: the one order of texts, equal on every machine and in every language.
 *
 * @example ['é', 'z', '10', '2', 'Z'].toSorted(byCodeUnit) // => ['10', '2', 'Z', 'z', 'é']
 */
export const byCodeUnit = (left: string, right: string): -1 | 0 | 1 => (left < right ? -1 : left > right ? 1 : 0)
