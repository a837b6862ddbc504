import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

const deepest = 64

const assertPlain = (value: unknown, depth: number): void => {
  if (depth > deepest) throw new RangeError(`canonical JSON is at most ${deepest} levels deep`)
  if (typeof value === 'bigint' || typeof value === 'function' || typeof value === 'symbol')
    throw new TypeError(`canonical JSON has no ${typeof value}: write it as text`)
  if (value === null || typeof value !== 'object') return
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null)
    throw new TypeError('canonical JSON takes plain objects and arrays only')
  for (const inner of Object.values(value)) assertPlain(inner, depth + 1)
}

/**
 * The one text of a plain JSON value: keys sorted, no spaces, numbers as ECMAScript writes them.
 *
 * Errors: throws for what is no plain JSON (a `Map`, a bigint, a lone surrogate, `NaN`) and beyond 64 levels.
 * Source: RFC 8785, JSON Canonicalization Scheme.
 * @example canonicalText({ b: 1, a: [true] }) // => '{"a":[true],"b":1}'
 */
export const canonicalText = (value: unknown): string => {
  assertPlain(value, 0)
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('canonical JSON has no undefined')
  return text
}

/** SHA-256 of a value's canonical text in UTF-8, as 64 lower-case hexadecimal digits. */
export const canonicalHash = (value: unknown): string => createHash('sha256').update(canonicalText(value), 'utf8').digest('hex')
