import { describe, expect, it } from 'vitest'
import { decode, E } from '@isegoria/kernel'
import { faultOfPlace, Place } from './place.ts'
import type { Position } from './place.ts'

const [a, b, c]: readonly [Position, Position, Position] = [
  [5.8, 50.7],
  [5.9, 50.7],
  [5.9, 50.8],
]

describe('a place on the map', () => {
  it('is a point, a line of two positions or more, or an area whose rings come back to where they start', () => {
    expect(faultOfPlace({ type: 'Point', coordinates: a })).toBeUndefined()
    expect(faultOfPlace({ type: 'LineString', coordinates: [a, b] })).toBeUndefined()
    expect(faultOfPlace({ type: 'Polygon', coordinates: [[a, b, c, a]] })).toBeUndefined()
  })
  it('says what is wrong with it', () => {
    expect(faultOfPlace({ type: 'LineString', coordinates: [a] })).toStrictEqual({ type: 'PlaceTooShort', of: 'LineString', count: 1, fewest: 2 })
    expect(faultOfPlace({ type: 'Polygon', coordinates: [] })).toStrictEqual({ type: 'PlaceTooShort', of: 'Polygon', count: 0, fewest: 1 })
    expect(
      faultOfPlace({
        type: 'Polygon',
        coordinates: [
          [a, b, c, a],
          [a, b, a],
        ],
      }),
    ).toStrictEqual({ type: 'RingNotClosed', ring: 1, count: 3 })
    expect(faultOfPlace({ type: 'Polygon', coordinates: [[a, b, c, b]] })).toStrictEqual({ type: 'RingNotClosed', ring: 0, count: 4 })
  })
  it('is on the globe: no degree is too large, infinite or no number', () => {
    for (const position of [
      [180.1, 0],
      [0, -90.1],
      [Infinity, 0],
      [0, NaN],
    ] as const)
      expect(faultOfPlace({ type: 'LineString', coordinates: [a, position] })).toStrictEqual({ type: 'PositionOffTheGlobe', position })
  })
  it('is read without its heights', () => {
    expect(decode(Place, { type: 'Point', coordinates: [5.8, 50.7, 120] })).toStrictEqual(E.right({ type: 'Point', coordinates: a }))
    expect(E.isLeft(decode(Place, { type: 'Point', coordinates: [5.8] }))).toBe(true)
  })
})
