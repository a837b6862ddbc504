import { unknownDay } from '@isegoria/election'
import { Instant, instant } from '@isegoria/kernel'

const dayMonthYear = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/

/** The days that a .pb date names, first and last: `07.10.2022`, `7.10.2022`, `2022-10-07`, or a bare year. */
interface Days {
  readonly first: string
  readonly last: string
}

/** Errors: `undefined` for a day that does not exist, or another form. */
const daysOf = (text: string): Days | undefined => {
  if (/^\d{4}$/.test(text)) return { first: `${text}-01-01`, last: `${text}-12-31` }
  const [, date = '', month = '', year = ''] = dayMonthYear.exec(text) ?? []
  const day = year === '' ? text : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return Instant.is(`${day}T00:00:00Z`) ? { first: day, last: day } : undefined
}

/** The text is given and names no day. */
export const isNoDay = (text: string): boolean => text !== '' && daysOf(text) === undefined

/** The first second of the day that a date names, or of `unknownDay`. */
export const startOf = (text = ''): Instant => instant(`${(daysOf(text) ?? unknownDay).first}T00:00:00Z`)

/** The last second of the day that a date names, or of `unknownDay`. */
export const endOf = (text = ''): Instant => instant(`${(daysOf(text) ?? unknownDay).last}T23:59:59Z`)
