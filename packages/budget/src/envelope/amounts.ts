import { parseMoney, withDecimals } from '@isegoria/exact'
import type { Money } from '@isegoria/exact'

export const nothing: Money = { minor: 0n, decimals: 0 }

/** Money that can be given: decimal text that is not negative, or `undefined`. */
export const amountOf = (text: string): Money | undefined => {
  const money = parseMoney(text)
  return money === undefined || money.minor < 0n ? undefined : money
}

/** An amount that was decided, hence readable; nothing where there is none. */
export const valueOf = (text: string | undefined): Money => (text === undefined ? nothing : (amountOf(text) ?? nothing))

const aligned = (left: Money, right: Money): readonly [bigint, bigint, number] => {
  const decimals = Math.max(left.decimals, right.decimals)
  return [withDecimals(left, decimals).minor, withDecimals(right, decimals).minor, decimals]
}

export const plus = (left: Money, right: Money): Money => {
  const [one, other, decimals] = aligned(left, right)
  return { minor: one + other, decimals }
}

export const minus = (left: Money, right: Money): Money => {
  const [one, other, decimals] = aligned(left, right)
  return { minor: one - other, decimals }
}

export const isMore = (left: Money, right: Money): boolean => {
  const [one, other] = aligned(left, right)
  return one > other
}

export const isSame = (left: Money, right: Money): boolean => {
  const [one, other] = aligned(left, right)
  return one === other
}

export const sumOf = (amounts: Iterable<string>): Money => {
  let sum = nothing
  for (const amount of amounts) sum = plus(sum, valueOf(amount))
  return sum
}
