import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { strongestPaths } from './strongest-paths.ts'
import { strongestPathByWalking } from './strongest-paths.oracle.ts'

const matrix = fc
  .integer({ min: 1, max: 6 })
  .chain((size) => fc.tuple(fc.constant(size), fc.array(fc.nat(5), { minLength: size * size, maxLength: size * size })))

describe('the strongest paths', () => {
  it('are those that one finds by walking every path', () => {
    fc.assert(
      fc.property(matrix, ([size, all]) => {
        const ranks = all.map((rank, pair) => (Math.floor(pair / size) === pair % size ? 0 : rank))
        const walked = ranks.map((_, pair) => {
          const [from, to] = [Math.floor(pair / size), pair % size]
          return from === to ? 0 : strongestPathByWalking(ranks, size, from, to)
        })
        expect([...strongestPaths(Int32Array.from(ranks), size)]).toStrictEqual(walked)
      }),
    )
  })
})
