import { constraintOf, faultOfConstraints } from '@isegoria/election'
import type { ConstraintText } from '@isegoria/election'
import { parseMoney, withDecimals } from '@isegoria/exact'
import type { FreezeOptions } from './commands.ts'
import type { PollRejection } from './rejections.ts'

type Field = readonly [name: string, text: string]

const amountOf = (constraint: ConstraintText): ReadonlyArray<Field> => {
  if (constraint.type === 'cap') return [[`cap ${constraint.name}`, constraint.most]]
  return constraint.type === 'envelope' ? [[`envelope ${constraint.name}`, constraint.amount]] : []
}

/** The first amount that is no amount of money from nothing up. */
const unreadableAmong = (fields: ReadonlyArray<Field>): PollRejection | undefined => {
  for (const [field, value] of fields) {
    const money = parseMoney(value)
    if (money === undefined || money.minor < 0n) return { type: 'AmountNotReadable', field, value }
  }
  return undefined
}

const unsound = ({ options, budget, constraints = [] }: FreezeOptions, fields: ReadonlyArray<Field>): PollRejection | undefined => {
  const decimals = fields.reduce((most, [, text]) => Math.max(most, parseMoney(text)?.decimals ?? 0), 0)
  const minor = (text: string): bigint => withDecimals(parseMoney(text) ?? { minor: 0n, decimals }, decimals).minor
  const fault = faultOfConstraints({
    options: options.map(({ id, cost }) => ({ id, cost: minor(cost) })),
    budget: minor(budget ?? '0'),
    constraints: constraints.map((one) => constraintOf(one, minor)),
  })
  return fault === undefined ? undefined : { type: 'ConstraintNotSound', ...fault }
}

/** What is wrong with the terms that a poll would freeze; `undefined` where nothing is. */
export const faultOfFrozen = (command: FreezeOptions): PollRejection | undefined => {
  const { options, budget, constraints = [] } = command
  if (options.length === 0) return { type: 'PollWithoutOptions' }
  const seen = new Set<string>()
  for (const { id } of options) {
    if (id === '') return { type: 'OptionIdMissing' }
    if (seen.has(id)) return { type: 'OptionNamedTwice', option: id }
    seen.add(id)
  }
  const costs = options.map(({ id, cost }): Field => [`cost of ${id}`, cost])
  const fields = [...costs, ...(budget === null ? [] : [['budget', budget] as const]), ...constraints.flatMap(amountOf)]
  return unreadableAmong(fields) ?? unsound(command, fields)
}
