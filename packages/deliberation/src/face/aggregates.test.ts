import { describe, expect, it } from 'vitest'
import { deliberationEvents } from '../deliberation-events.ts'
import { aggregates, secretCodecs } from './aggregates.ts'

const twice = (names: ReadonlyArray<string>): ReadonlyArray<string> => names.filter((name, place) => names.indexOf(name) !== place)

describe('the registry of aggregates', () => {
  const all = Object.values(aggregates)
  it('has each event type once', () => {
    const types = [...all.flatMap(({ events }) => events.types), ...secretCodecs.flatMap((codec) => codec.types)]
    expect(twice(types)).toStrictEqual([])
    expect(deliberationEvents.types.toSorted()).toStrictEqual(types.toSorted())
  })
  it('has each command type once', () => {
    expect(twice(all.flatMap(({ commands }) => commands.types))).toStrictEqual([])
  })
  it('gives no two aggregates the same stream', () => {
    expect(twice(all.map(({ stream }) => stream('a', 'b', 'c')))).toStrictEqual([])
  })
})
