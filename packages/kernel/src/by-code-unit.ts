/** -1, 0 or 1 by UTF-16 code unit: the one order of texts, equal on every machine and in every language. */
export const byCodeUnit = (left: string, right: string): -1 | 0 | 1 => (left < right ? -1 : left > right ? 1 : 0)
