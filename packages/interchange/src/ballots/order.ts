import type { OrdinalBallot, WeakOrderBallot } from '@isegoria/election'

/** One ballot while its line is read: options by their place in the file, tier after tier. */
export interface Order {
  /** Begins a new ballot. */
  readonly start: () => void
  /** Puts an option into the tier that is open. False where the ballot names it already. */
  readonly add: (place: number) => boolean
  /** Closes the tier, which may be empty. */
  readonly endTier: () => void
  /** How many options the ballot names. */
  readonly size: () => number
  /** How many tiers are closed. */
  readonly tiers: () => number
  /** The ids of a tier, from 0. */
  readonly tier: (tier: number) => ReadonlyArray<string>
  /** Whether no tier holds two options. */
  readonly isStrict: () => boolean
  /** All options in one line, whatever their tiers. */
  readonly ordinal: () => OrdinalBallot
  /** The tiers that hold an option. */
  readonly weakOrder: () => WeakOrderBallot
}

/** Reads any number of ballots, one after another, over options whose ids are `ids`, which may grow meanwhile. */
export const orderOver = (ids: ReadonlyArray<string>): Order => {
  let ballot = 0
  /** The last ballot that names each option. */
  const named: Array<number> = []
  const places: Array<number> = []
  const ends: Array<number> = []
  /** Tiers of one option, which most tiers are: each is made once and shared by all ballots. */
  const alone: Array<ReadonlyArray<string>> = []
  const idsBetween = (from: number, to: number): ReadonlyArray<string> => places.slice(from, to).map((place) => ids[place] ?? '')
  const startOf = (number: number): number => ends[number - 1] ?? 0
  const tier = (number: number): ReadonlyArray<string> => {
    const [start, end] = [startOf(number), ends[number] ?? 0]
    if (end - start !== 1) return idsBetween(start, end)
    const place = places[start] ?? 0
    const known = alone[place] ?? [ids[place] ?? '']
    alone[place] = known
    return known
  }
  return {
    start: () => {
      ballot++
      places.length = 0
      ends.length = 0
    },
    add: (place) => {
      if (named[place] === ballot) return false
      named[place] = ballot
      places.push(place)
      return true
    },
    endTier: () => void ends.push(places.length),
    size: () => places.length,
    tiers: () => ends.length,
    tier,
    isStrict: () => ends.every((end, number) => end - startOf(number) <= 1),
    ordinal: () => ({ type: 'ordinal', ranking: idsBetween(0, places.length) }),
    weakOrder: () => {
      const tiers = ends.map((_, number) => tier(number))
      return { type: 'weak-order', tiers: tiers.some(({ length }) => length === 0) ? tiers.filter(({ length }) => length > 0) : tiers }
    },
  }
}
