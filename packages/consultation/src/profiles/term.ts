import * as t from 'io-ts'
import type { Instant } from '@isegoria/kernel'
import { Count } from '@isegoria/kernel'

/** A length of time as laws write it: days, or months of the calendar. */
export const Term = t.union([t.strict({ days: Count }), t.strict({ months: Count })], 'Term')
export type Term = Readonly<t.TypeOf<typeof Term>>

const day = 86_400_000
const beforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const lengthOf = (year: number, month: number): number =>
  month === 12 ? 31 : (beforeMonth[month] ?? 0) - (beforeMonth[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0)

/** Days from 1 January of the year 1 (Gregorian) to this one. */
const dayNumber = (year: number, month: number, date: number): number => {
  const years = year - 1
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400)
  return years * 365 + leaps + (beforeMonth[month - 1] ?? 0) + (month > 2 && isLeap(year) ? 1 : 0) + date - 1
}

const partsOf = (time: Instant): readonly [year: number, month: number, date: number] => [
  Number(time.slice(0, 4)),
  Number(time.slice(5, 7)),
  Number(time.slice(8, 10)),
]

const withinDay = (time: Instant): number =>
  Number(time.slice(11, 13)) * 3_600_000 + Number(time.slice(14, 16)) * 60_000 + Math.round(Number(time.slice(17, -1)) * 1000)

/** Milliseconds from the year 1 to an instant: only differences of them mean anything. */
export const millisecondsOf = (time: Instant): number => dayNumber(...partsOf(time)) * day + withinDay(time)

/** Where a term that starts at `from` ends, in the same milliseconds; the 31st plus a month is the last day of a shorter one. */
export const endOfTerm = (from: Instant, term: Term): number => {
  if ('days' in term) return millisecondsOf(from) + term.days * day
  const [year, month, date] = partsOf(from)
  const months = year * 12 + month - 1 + term.months
  const [endYear, endMonth] = [Math.floor(months / 12), (months % 12) + 1]
  return dayNumber(endYear, endMonth, Math.min(date, lengthOf(endYear, endMonth))) * day + withinDay(from)
}

/** Days that have begun: from nine in the morning to five in the afternoon twenty-nine days later are thirty, whatever the time zone. */
export const begunDays = (milliseconds: number): number => Math.ceil(milliseconds / day)

/** Days that are over. */
export const fullDays = (milliseconds: number): number => Math.floor(milliseconds / day)
