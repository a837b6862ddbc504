import type * as t from 'io-ts'
import { PathReporter } from 'io-ts/lib/PathReporter.js'
import { E } from './fp.ts'
import type { Either } from './fp.ts'

/** A value from outside had not the shape it must have; `reasons` name the path of each fault. */
export interface Undecodable {
  readonly type: 'Undecodable'
  readonly expected: string
  readonly reasons: ReadonlyArray<string>
}

/** The same rejection, its reasons led by where the value stands. */
export const placed = (place: string, rejection: Undecodable): Undecodable => ({
  ...rejection,
  reasons: rejection.reasons.map((reason) => `${place}: ${reason}`),
})

/**
 * Decodes with an io-ts codec into a typed rejection instead of io-ts's own list.
 *
 * @example
 * decode(Instant, '2026-03-01T08:00:00Z') // => E.right('2026-03-01T08:00:00Z')
 * E.isLeft(decode(Instant, 'tomorrow')) // => true
 */
export const decode = <Value>(codec: t.Type<Value, unknown>, value: unknown): Either<Undecodable, Value> => {
  const decoded = codec.decode(value)
  return E.isRight(decoded) ? decoded : E.left({ type: 'Undecodable', expected: codec.name, reasons: PathReporter.report(decoded) })
}
