import * as t from 'io-ts'

const isoUtc = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{3})?Z$/

const daysIn = (year: number, month: number): number => {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

/** The text starts with a day of the calendar (`YYYY-MM-DD`, Gregorian), given that it has the form of one. */
const isDay = (text: string): boolean => Number(text.slice(8, 10)) <= daysIn(Number(text.slice(0, 4)), Number(text.slice(5, 7)))

/** The brand of `Instant`, exported so that declarations of codecs can name it. */
export interface InstantBrand {
  readonly Instant: unique symbol
}

/** A moment as ISO 8601 text in UTC, such as `2026-03-01T08:00:00Z`, on a day that exists: compares as text, whatever the machine's time zone. */
export const Instant = t.brand(t.string, (text): text is t.Branded<string, InstantBrand> => isoUtc.test(text) && isDay(text), 'Instant')
export type Instant = t.TypeOf<typeof Instant>

/**
 * An instant written in a program. Errors: throws `RangeError` for any other text; what comes from outside is decoded.
 *
 * @example instant('2026-03-01T08:00:00Z') // => '2026-03-01T08:00:00Z'
 */
export const instant = (text: string): Instant => {
  if (!Instant.is(text)) throw new RangeError(`'${text}' is no instant such as 2026-03-01T08:00:00Z`)
  return text
}

/** `left` is earlier than `right`; milliseconds may be absent on either side. */
export const isBefore = (left: Instant, right: Instant): boolean =>
  left.length === right.length ? left < right : withMilliseconds(left) < withMilliseconds(right)

const withMilliseconds = (time: Instant): string => (time.includes('.') ? time : time.replace('Z', '.000Z'))
