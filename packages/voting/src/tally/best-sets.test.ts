import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { schwartzSetBySubsets, smithSetBySubsets } from './best-sets.oracle.ts'
import { anyMajorities } from './majorities.fixture.ts'
import { schwartzSet } from './schwartz-set.ts'
import { smithComponents } from './smith-components.ts'

describe('sets of best options', () => {
  it('are the smallest of all subsets: the Smith set', () => {
    fc.assert(
      fc.property(anyMajorities(6), (majorities) => {
        expect(smithComponents(majorities)[0]).toStrictEqual(smithSetBySubsets(majorities))
      }),
    )
  })
  it('are all minimal ones of all subsets: the Schwartz set', () => {
    fc.assert(
      fc.property(anyMajorities(6), (majorities) => {
        expect(schwartzSet([...majorities.options.keys()], majorities.margin)).toStrictEqual(schwartzSetBySubsets(majorities))
      }),
    )
  })
})
