/** A text on one line: what a file says may be quoted, but neither break a line nor steer the terminal. */
export const onOneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
