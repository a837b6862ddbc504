import * as t from 'io-ts'

/** Longitude and latitude in degrees, WGS 84, in that order. */
const Position = t.readonly(t.tuple([t.number, t.number]), 'Position')
export type Position = t.TypeOf<typeof Position>

const Point = t.strict({ type: t.literal('Point'), coordinates: Position }, 'Point')
const LineString = t.strict({ type: t.literal('LineString'), coordinates: t.readonlyArray(Position) }, 'LineString')
const Polygon = t.strict({ type: t.literal('Polygon'), coordinates: t.readonlyArray(t.readonlyArray(Position)) }, 'Polygon')

/** A point, a line or an area on the map, in the words of GeoJSON (RFC 7946), without heights. */
export const Place = t.union([Point, LineString, Polygon], 'Place')
export type Place = Readonly<t.TypeOf<typeof Point>> | Readonly<t.TypeOf<typeof LineString>> | Readonly<t.TypeOf<typeof Polygon>>

/** Why a place is on no map. */
export type PlaceFault =
  | { readonly type: 'PositionOffTheGlobe'; readonly position: Position }
  /** A line has at least two positions, an area at least one ring. */
  | { readonly type: 'PlaceTooShort'; readonly of: 'LineString' | 'Polygon'; readonly count: number; readonly fewest: number }
  /** A ring has at least four positions, of which the last repeats the first. */
  | { readonly type: 'RingNotClosed'; readonly ring: number; readonly count: number }

const isWithin = (value: number, most: number): boolean => value >= -most && value <= most

const faultOfPositions = (positions: ReadonlyArray<Position>): PlaceFault | undefined => {
  const position = positions.find(([longitude, latitude]) => !isWithin(longitude, 180) || !isWithin(latitude, 90))
  return position === undefined ? undefined : { type: 'PositionOffTheGlobe', position }
}

const isClosed = (ring: ReadonlyArray<Position>): boolean => {
  const [first, last] = [ring.at(0), ring.at(-1)]
  return ring.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
}

/**
 * The first fault of a place, or `undefined` for a good one. It is not asked whether rings cross.
 *
 * Source: RFC 7946, section 3.1.
 * @example
 * faultOfPlace({ type: 'Point', coordinates: [5.85, 50.7] }) // => undefined
 * faultOfPlace({ type: 'Point', coordinates: [50.7, 95.85] }) // => { type: 'PositionOffTheGlobe', position: [50.7, 95.85] }
 */
export const faultOfPlace = (place: Place): PlaceFault | undefined => {
  switch (place.type) {
    case 'Point':
      return faultOfPositions([place.coordinates])
    case 'LineString': {
      const { length: count } = place.coordinates
      return count < 2 ? { type: 'PlaceTooShort', of: place.type, count, fewest: 2 } : faultOfPositions(place.coordinates)
    }
    case 'Polygon': {
      if (place.coordinates.length === 0) return { type: 'PlaceTooShort', of: place.type, count: 0, fewest: 1 }
      const ring = place.coordinates.findIndex((positions) => !isClosed(positions))
      if (ring >= 0) return { type: 'RingNotClosed', ring, count: place.coordinates[ring]?.length ?? 0 }
      return faultOfPositions(place.coordinates.flat())
    }
  }
}
