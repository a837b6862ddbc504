import { formatMoney } from '@isegoria/exact'
import type { Money } from '@isegoria/exact'
import { amountOf, isMore, minus, nothing, plus, valueOf } from './amounts.ts'
import type { OpenEnvelope } from './commands.ts'
import { entryOf } from './layered-map.ts'
import type { EnvelopeRejection } from './rejections.ts'
import { noHeading } from './state.ts'
import type { Purse } from './state.ts'

type Fault = EnvelopeRejection | undefined

/** Text that says nothing. */
const isBlank = (text: string): boolean => text.trim() === ''

export const faultOfWords = (of: string, { by, reason }: { readonly by: string; readonly reason?: string }, field = 'by'): Fault => {
  if (isBlank(by)) return { type: 'NameMissing', field }
  return reason !== undefined && isBlank(reason) ? { type: 'ReasonMissing', of } : undefined
}

/** Decimal text, not negative, no finer than the coins of the currency. */
export const faultOfAmount = (field: string, value: string, { decimals }: { readonly decimals?: number }): Fault => {
  const amount = amountOf(value)
  if (amount === undefined) return { type: 'AmountNotReadable', field, value }
  return decimals !== undefined && amount.decimals > decimals ? { type: 'AmountTooFine', field, value, decimals } : undefined
}

const mostDecimals = 18

export const faultOfOpening = ({ amount, decimals, headings = [] }: OpenEnvelope): Fault => {
  if (decimals !== undefined && (decimals < 0 || decimals > mostDecimals)) return { type: 'NumberOutOfRange', field: 'decimals', value: decimals }
  const coins = decimals === undefined ? {} : { decimals }
  const fault = faultOfAmount('amount', amount, coins)
  if (fault !== undefined) return fault
  const names = new Set<string>()
  let sum = nothing
  for (const heading of headings) {
    if (isBlank(heading.name)) return { type: 'NameMissing', field: 'headings' }
    if (names.has(heading.name)) return { type: 'HeadingNamedTwice', heading: heading.name }
    names.add(heading.name)
    const wrong = faultOfAmount(`amount of ${heading.name}`, heading.amount, coins)
    if (wrong !== undefined) return wrong
    sum = plus(sum, valueOf(heading.amount))
  }
  return isMore(sum, valueOf(amount)) ? { type: 'HeadingsExceedEnvelope', amount, headings: formatMoney(sum) } : undefined
}

/** More or less money for projects under a heading, or under none. */
interface Shift {
  readonly heading: string | undefined
  readonly by: Money
}

/** Whether these shifts, made together, would give more than the envelope holds, or than a heading does. Cost: one pass over the shifts. */
export const faultOfShifts = (purse: Purse, shifts: ReadonlyArray<Shift>): Fault => {
  const under = new Map<string, Money>()
  let { allocated } = purse
  for (const { heading = noHeading, by } of shifts) {
    under.set(heading, plus(under.get(heading) ?? entryOf(purse.allocatedUnder, heading) ?? nothing, by))
    allocated = plus(allocated, by)
  }
  if (isMore(allocated, valueOf(purse.amount))) return { type: 'EnvelopeExceeded', amount: purse.amount, allocated: formatMoney(allocated) }
  for (const [heading, sum] of under) {
    const limit = purse.limits.get(heading)
    if (limit === undefined) return { type: 'HeadingUnknown', heading }
    const named = heading === noHeading ? null : heading
    if (isMore(sum, limit)) return { type: 'HeadingExceeded', heading: named, amount: formatMoney(limit), allocated: formatMoney(sum) }
  }
  return undefined
}

export const shiftOf = (heading: string | undefined, from: string | undefined, to: string): Shift => ({
  heading,
  by: minus(valueOf(to), valueOf(from)),
})
