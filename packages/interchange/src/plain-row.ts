import { longestLine } from './lines.ts'

const [lineFeed, carriageReturn, quote, space] = [10, 13, 34, 32]

/** White space and control characters, and more: who is in doubt here reads the line the long way. */
const mayBeBlank = (code: number): boolean => code <= space || code === 0xa0 || code >= 0x1680

/**
 * Reads a line in place if it is plain: not empty, no quote and no NUL, no white space around a field, not too long, and
 * exactly `ends.length - 1` fields. Of such a line no reader of quotes makes anything else.
 *
 * *Shape*: field `n` of the line stands from just behind `ends[n]` to just before `ends[n + 1]`. Gives where the next line
 * starts, or -1 for a line that is not plain, whatever `ends` holds then.
 * Cost: one look at each character. The code of the delimiter is above that of a quote.
 * @example
 * const ends = new Int32Array(3)
 * const next = plainRow('v1;park\nv2;pool\n', 0, 59, ends)
 * const read = [next, ...ends] // => [8, -1, 2, 7]
 */
export const plainRow = (text: string, start: number, delimiter: number, ends: Int32Array): number => {
  const fields = ends.length - 1
  if (start >= text.length) return -1
  const limit = Math.min(text.length, start + longestLine)
  let field = 0
  let from = start
  ends[0] = start - 1
  for (let at = start; at <= limit; at++) {
    const code = at === text.length ? lineFeed : text.charCodeAt(at)
    if (code > delimiter || (code !== delimiter && code !== lineFeed && code !== quote && code !== 0)) continue
    if (code === quote || code === 0) return -1
    const end = code === lineFeed && at > from && text.charCodeAt(at - 1) === carriageReturn ? at - 1 : at
    if (end > from && (mayBeBlank(text.charCodeAt(from)) || mayBeBlank(text.charCodeAt(end - 1)))) return -1
    field++
    if (field > fields) return -1
    ends[field] = end
    if (code === lineFeed) return field === fields && end > start ? at + 1 : -1
    from = at + 1
  }
  return -1
}
