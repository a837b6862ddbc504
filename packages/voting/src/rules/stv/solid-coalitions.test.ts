import { describe, expect, it } from 'vitest'
import type { Parameters } from '@isegoria/election'
import { electionOf, findCounterexample, lawOf } from '@isegoria/testing'
import { stv } from './stv.ts'

const storyBy = (parameters: Parameters, text: string): string | undefined =>
  lawOf('psc', 'committee')?.check(stv, parameters, electionOf(text))?.story

describe('solid coalitions', () => {
  it.each(['scottish', 'wig', 'meek', 'warren'])('get their seats by variant=%s where few are counted', (variant) => {
    expect(findCounterexample(stv, 'psc', { tries: 500, parameters: { variant } })).toBeUndefined()
  })
  it('do not by another quota than Droop’s', () => {
    const text = 'seats: 2; 8: a > b; 3: c'
    expect([storyBy({ variant: 'wig' }, text), storyBy({ variant: 'wig', quota: 'hare' }, text)]).toStrictEqual([
      undefined,
      '8 of 11 voters put a and b above all others, which is enough for 2 of 2 seats, but a and c are elected',
    ])
  })
  it('can lose a seat to what is rounded down, with five digits long before nine', () => {
    const large = 'seats: 3; 300000: a > b > c; 99999: d'
    expect(storyBy({ variant: 'scottish' }, large)).toContain('enough for 3 of 3 seats, but a and b and d are elected')
    expect(storyBy({ variant: 'wig' }, large)).toBeUndefined()
    expect(storyBy({ variant: 'wig' }, 'seats: 3; 3000000000: a > b > c; 999999999: d')).toContain('a and b and d')
  })
})
