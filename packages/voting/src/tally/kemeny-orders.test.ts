import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kemenyByAllOrders } from './kemeny-orders.oracle.ts'
import { kemenyOrders } from './kemeny-orders.ts'
import { anyMajorities } from './majorities.fixture.ts'
import { smithComponents } from './smith-components.ts'

describe('the orders of Kemeny', () => {
  it('are the best of all permutations, in tiers of those that come first in any of them', () => {
    fc.assert(
      fc.property(anyMajorities(6), (majorities) => {
        expect(kemenyOrders([...majorities.options.keys()], majorities.support)).toStrictEqual(kemenyByAllOrders(majorities))
      }),
    )
  })
  it('are found one Smith set after another', () => {
    fc.assert(
      fc.property(anyMajorities(6), (majorities) => {
        const tiers = smithComponents(majorities).flatMap((members) => kemenyOrders(members, majorities.support).tiers)
        expect(tiers).toStrictEqual(kemenyByAllOrders(majorities).tiers)
      }),
    )
  })
})
