import { InvalidArgumentError } from 'commander'
import type { VoterFilter, WhatIf } from '@isegoria/deliberation'
import { parseMoney } from '@isegoria/exact'
import { Instant } from '@isegoria/kernel'

/** What the flags of a what-if say, each read when it is met. */
export interface ChangeFlags {
  readonly voters?: ReadonlyArray<VoterFilter>
  readonly until?: Instant
  readonly budget?: string
  readonly cost?: ReadonlyArray<readonly [string, string]>
  readonly without?: ReadonlyArray<string>
}

const range = /^(-?\d+(?:\.\d+)?)?\.\.(-?\d+(?:\.\d+)?)?$/

/** `age=18..30`, `age=65..`, `sex=F`, `district=North,South`; a comma within a value is written `\,`. */
export const readFilter = (text: string, before: ReadonlyArray<VoterFilter> = []): ReadonlyArray<VoterFilter> => {
  const equals = text.indexOf('=')
  const [attribute, asked] = [text.slice(0, equals), text.slice(equals + 1)]
  if (equals < 1) throw new InvalidArgumentError('It is an attribute and its value, such as sex=F or age=18..30.')
  const ends = range.exec(asked)
  if (ends === null || asked === '..') {
    const [first = '', ...more] = asked.split(/(?<!\\),/).map((value) => value.replaceAll('\\,', ','))
    return [...before, { attribute, is: more.length === 0 ? first : [first, ...more] }]
  }
  const [, from, to] = ends
  return [...before, { attribute, ...(from === undefined ? {} : { from: Number(from) }), ...(to === undefined ? {} : { to: Number(to) }) }]
}

const dayInMilliseconds = 86_400_000

/** An instant; or a day, which is included: the poll closes when the next one begins. */
export const readUntil = (text: string): Instant => {
  const midnight = `${text}T00:00:00Z`
  const until = Instant.is(midnight) ? new Date(Date.parse(midnight) + dayInMilliseconds).toISOString().replace('.000Z', 'Z') : text
  if (!Instant.is(until)) throw new InvalidArgumentError('It is a day such as 2026-03-15 or an instant such as 2026-03-15T18:00:00Z.')
  return until
}

export const readAmount = (text: string): string => {
  if (parseMoney(text) === undefined) throw new InvalidArgumentError('It is a plain decimal number.')
  return text
}

/** `L081=50000`; the last equals sign counts, since an id may hold one. */
export const readCost = (text: string, before: ReadonlyArray<readonly [string, string]> = []): ReadonlyArray<readonly [string, string]> => {
  const equals = text.lastIndexOf('=')
  if (equals < 1) throw new InvalidArgumentError('It is a project and its cost, such as L081=50000.')
  const [project, amount] = [text.slice(0, equals), readAmount(text.slice(equals + 1))]
  if (before.some(([other]) => other === project)) throw new InvalidArgumentError(`The cost of ${project} is given twice.`)
  return [...before, [project, amount]]
}

/** The flags as one what-if, rule aside; `undefined` where none is given. */
export const changesOf = ({ voters, until, budget, cost, without }: ChangeFlags): WhatIf | undefined => {
  const changes: WhatIf = {
    ...(voters === undefined ? {} : { voters }),
    ...(until === undefined ? {} : { until }),
    ...(budget === undefined ? {} : { budget }),
    ...(cost === undefined ? {} : { costs: Object.fromEntries(cost) }),
    ...(without === undefined ? {} : { withdrawn: [...new Set(without)] }),
  }
  return Object.keys(changes).length === 0 ? undefined : changes
}

const escaped = (value: string): string => value.replaceAll(',', '\\,')

/** A filter as it is written on a command line. */
export const filterText = (filter: VoterFilter): string =>
  'is' in filter ? `${filter.attribute}=${[filter.is].flat().map(escaped).join(',')}` : `${filter.attribute}=${filter.from ?? ''}..${filter.to ?? ''}`

/** The flags that ask for these changes again. */
export const flagsOf = ({ voters = [], until, budget, costs = {}, withdrawn = [] }: WhatIf): ReadonlyArray<string> => [
  ...voters.flatMap((filter) => ['--voters', filterText(filter)]),
  ...(until === undefined ? [] : ['--until', until]),
  ...(budget === undefined ? [] : ['--budget', budget]),
  ...Object.entries(costs).flatMap(([project, cost]) => ['--cost', `${project}=${cost}`]),
  ...withdrawn.flatMap((option) => ['--without', option]),
]
