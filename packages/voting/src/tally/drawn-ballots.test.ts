import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { profileBuilder } from '@isegoria/election'
import type { Profile } from '@isegoria/election'
import { E, seededPrng } from '@isegoria/kernel'
import { drawnBallots } from './drawn-ballots.ts'

const profileWith = (weights: ReadonlyArray<number>): Profile => {
  const builder = profileBuilder()
  for (const [place, weight] of weights.entries()) builder.add({ type: 'choose-one', choice: `${place}` }, weight)
  return builder.build()
}

const drawn = (profile: Profile, seed: string): ReadonlyArray<number> => {
  const draws = drawnBallots('any', profile, seed)
  return E.isRight(draws) ? [...draws.right] : []
}

it('draws voters as from a list of all of them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 20 }), fc.string(), (weights, seed) => {
      const profile = profileWith(weights)
      const voters = profile.ballots.flatMap(({ weight }, place) => Array.from({ length: weight }, () => place))
      const draw = seededPrng(`${seed}\nballots`)
      const listed = Array.from({ length: voters.length }, () => voters.splice(draw.below(voters.length), 1)[0])
      expect(drawn(profile, seed)).toStrictEqual(listed)
    }),
  )
})

it('needs a seed, and refuses more voters than a number is drawn for', () => {
  const without = drawnBallots('any', profileWith([1]), undefined)
  expect(without).toStrictEqual(E.left({ type: 'LotNotDrawn', rule: 'any' }))
  const many = drawnBallots('any', profileWith([0x1_0000_0001]), 'seed')
  expect(many).toStrictEqual(E.left({ type: 'ElectionTooLarge', rule: 'any', what: 'voters', size: 0x1_0000_0001, most: 0x1_0000_0000 }))
})
