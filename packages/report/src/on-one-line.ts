/**
 * A text on one line: what a file says may be quoted, but neither break a line, nor steer the terminal, nor reorder what
 * stands beside it.
 *
 * @example onOneLine('a\n\u202Eb') // => 'a b'
 */
export const onOneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, ' ')
