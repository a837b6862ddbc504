import { instant } from '@isegoria/kernel'
import type { Instant } from '@isegoria/kernel'

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const lengthOf = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const digits = (count: number, length: number): string => String(count).padStart(length, '0')

/**
 * The same hour of the day (in UTC) so many days later, or earlier where they are negative; where clocks change in between, the local
 * hour moves with them.
 *
 * Errors: throws `RangeError` outside the years 0 to 9999. Cost: one step a month.
 * @example
 * import { instant } from '@isegoria/kernel'
 *
 * daysAfter(instant('2027-01-15T08:00:00Z'), 45) // => '2027-03-01T08:00:00Z'
 * daysAfter(instant('2028-03-01T08:00:00Z'), -1) // => '2028-02-29T08:00:00Z'
 */
export const daysAfter = (from: Instant, days: number): Instant => {
  let [year, month, date] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)), Number(from.slice(8, 10)) + days]
  while (date < 1) {
    ;[year, month] = month === 1 ? [year - 1, 12] : [year, month - 1]
    date += lengthOf(year, month)
  }
  while (date > lengthOf(year, month)) {
    date -= lengthOf(year, month)
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
  }
  return instant(`${digits(year, 4)}-${digits(month, 2)}-${digits(date, 2)}${from.slice(10)}`)
}

/** So many whole hours later. Errors: as of `daysAfter`. */
export const hoursAfter = (from: Instant, hours: number): Instant => {
  const hour = Number(from.slice(11, 13)) + hours
  const days = Math.floor(hour / 24)
  return instant(`${daysAfter(from, days).slice(0, 11)}${digits(hour - days * 24, 2)}${from.slice(13)}`)
}
