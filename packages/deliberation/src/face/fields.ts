import { E, Instant } from '@isegoria/kernel'
import type { Either, EventCodec, Tagged, Undecodable } from '@isegoria/kernel'

/** What a command says, before anything is known of it. */
export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field that is text; nothing where it is missing or something else. */
export const textOf = (fields: Fields, name: string): string | undefined => {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  return typeof value === 'string' ? value : undefined
}

/** What a field holds, as far as it is looked at before the event that comes of it meets its codec. */
type Kind<Value> = Value extends Instant
  ? 'instant'
  : Value extends string
    ? 'text'
    : Value extends number
      ? 'number'
      : Value extends boolean
        ? 'flag'
        : Value extends ReadonlyArray<unknown>
          ? 'list'
          : 'record'
type Nullable<Value> = null extends Value ? ' or null' : ''
type Optional<Command, Name extends keyof Command> = {} extends Pick<Command, Name> ? '?' : ''

type Shape<
  Command,
  Name extends keyof Command,
> = `${Kind<Exclude<Command[Name], undefined | null>>}${Nullable<Command[Name]>}${Optional<Command, Name>}`

/** Every field of every command, so that none is forgotten: what it holds, with `or null` where it may be that and a `?` where it may be missing. */
export type Shapes<Command extends Tagged> = {
  readonly [Type in Command['type']]: {
    readonly [Name in Exclude<keyof Extract<Command, { type: Type }>, 'type'>]-?: Shape<Extract<Command, { type: Type }>, Name>
  }
}

const tests: Readonly<Record<string, (value: unknown) => boolean>> = {
  instant: Instant.is,
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  flag: (value) => typeof value === 'boolean',
  list: Array.isArray,
  record: isFields,
}

const faultOf = (type: string, name: string, shape: string, value: unknown): ReadonlyArray<string> => {
  if (value === undefined) return shape.endsWith('?') ? [] : [`${type}.${name} is missing`]
  const kind = shape.replace('?', '').replace(' or null', '')
  if (value === null && shape.includes(' or null')) return []
  return tests[kind]?.(value) === true ? [] : [`${type}.${name} is not of the kind '${kind}'`]
}

/**
 * A codec for commands from the kinds of their fields: what a record or a list holds is looked at when the events that come
 * of it meet their own codec, before anything is stored. Fields that no command has are dropped.
 */
export const shapedCommands = <Command extends Tagged>(shapes: Shapes<Command>): EventCodec<Command> => {
  const byType = new Map<string, ReadonlyMap<string, string>>(
    Object.entries<Readonly<Record<string, string>>>(shapes).map(([type, shape]) => [type, new Map(Object.entries(shape))]),
  )
  const types = [...byType.keys()]
  const unreadable = (reasons: ReadonlyArray<string>): Undecodable => ({ type: 'Undecodable', expected: types.join(' | '), reasons })
  const isCommand = (value: Fields): value is Fields & Command => byType.has(textOf(value, 'type') ?? '')
  const decode = (value: unknown): Either<Undecodable, Command> => {
    const type = isFields(value) ? textOf(value, 'type') : undefined
    const shape = type === undefined ? undefined : byType.get(type)
    if (!isFields(value) || type === undefined || shape === undefined) return E.left(unreadable([`unknown command type '${type}'`]))
    const faults = [...shape].flatMap(([name, kind]) => faultOf(type, name, kind, value[name]))
    if (faults.length > 0) return E.left(unreadable(faults))
    const known = Object.fromEntries(Object.entries(value).filter(([name, field]) => name === 'type' || (shape.has(name) && field !== undefined)))
    return isCommand(known) ? E.right(known) : E.left(unreadable([`unknown command type '${type}'`]))
  }
  return { types, decode }
}
