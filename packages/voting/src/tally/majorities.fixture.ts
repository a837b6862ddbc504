import * as fc from 'fast-check'
import { majoritiesOf } from './majorities.ts'
import type { Majorities } from './majorities.ts'

/** The pairs of a matrix written row by row: voters who prefer the option of the row to that of the column. */
export const majoritiesFrom = (rows: ReadonlyArray<ReadonlyArray<number>>): Majorities =>
  majoritiesOf(
    rows.map((_, option) => String.fromCharCode(97 + option)),
    Float64Array.from(rows.flat()),
  )

/** Any pairs of a few options, with few voters and so with many ties and cycles. */
export const anyMajorities = (most: number, voters = 4): fc.Arbitrary<Majorities> =>
  fc
    .integer({ min: 1, max: most })
    .chain((size) => fc.array(fc.array(fc.nat(voters), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }))
    .map((rows) => majoritiesFrom(rows.map((row, one) => row.map((votes, other) => (one === other ? 0 : votes)))))
