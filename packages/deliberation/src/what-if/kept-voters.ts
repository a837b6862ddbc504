import { byCodeUnit, E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import type { CastBallots } from './cast-ballots.ts'
import type { VoterFilter, WhatIfRejection } from './changes.ts'

type Declared = CastBallots['declared'][number]

const number = /^-?\d+(\.\d+)?$/

const inOrder = (texts: Iterable<string>): ReadonlyArray<string> => [...new Set(texts)].toSorted(byCodeUnit)

/** What voters declared under one name. */
const valueOf = (declared: Declared, attribute: string): string | undefined => (Object.hasOwn(declared, attribute) ? declared[attribute] : undefined)

/** Why a filter cannot be asked of these voters. */
const faultOf = (filter: VoterFilter, all: ReadonlyArray<Declared>): WhatIfRejection | undefined => {
  const { attribute } = filter
  const values = inOrder(all.flatMap((declared) => valueOf(declared, attribute) ?? []))
  if (values.length === 0) return { type: 'UnknownAttribute', attribute, known: inOrder(all.flatMap((declared) => Object.keys(declared))) }
  if ('is' in filter) {
    const stranger = [filter.is].flat().find((value) => !values.includes(value))
    return stranger === undefined ? undefined : { type: 'UnknownValue', attribute, value: stranger, known: values }
  }
  const { from, to } = filter
  const isSound = from === undefined ? to !== undefined : to === undefined || from <= to
  if (!isSound || Number.isNaN(from) || Number.isNaN(to)) return { type: 'RangeNotSound', attribute }
  return values.some((value) => number.test(value)) ? undefined : { type: 'AttributeNotNumeric', attribute, known: values }
}

const keeps = (filter: VoterFilter, declared: Declared): boolean => {
  const value = valueOf(declared, filter.attribute)
  if (value === undefined) return false
  if ('is' in filter) return [filter.is].flat().includes(value)
  const { from = -Infinity, to = Infinity } = filter
  return number.test(value) && Number(value) >= from && Number(value) <= to
}

/**
 * For each of the declarations, whether every filter keeps those who made it.
 *
 * Errors: an attribute or a value that nobody declared, a range of what is no number, a range that holds nothing.
 */
export const keptVoters = (all: ReadonlyArray<Declared>, filters: ReadonlyArray<VoterFilter>): Either<WhatIfRejection, ReadonlyArray<boolean>> => {
  for (const filter of filters) {
    const fault = faultOf(filter, all)
    if (fault !== undefined) return E.left(fault)
  }
  return E.right(all.map((declared) => filters.every((filter) => keeps(filter, declared))))
}
