import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { batchStream, BatchRefused, handle, project } from '@isegoria/engine'
import type { EventStore } from '@isegoria/engine'
import { E, eventCodec } from '@isegoria/kernel'
import type { Decider } from '@isegoria/kernel'
import { memoryStore } from './index.ts'

interface Raised {
  readonly type: 'Raised'
  readonly by: number
}
interface Raise {
  readonly by: number
}
interface TooHigh {
  readonly type: 'TooHigh'
  readonly height: number
}
const codec = eventCodec<Raised>({ Raised: t.strict({ type: t.literal('Raised'), by: t.number }, 'Raised') })
const tower: Decider<Raise, number, Raised, TooHigh> = {
  initialState: 0,
  decide: ({ by }, height) => (height + by > 10 ? E.left({ type: 'TooHigh', height }) : E.right(by === 0 ? [] : [{ type: 'Raised', by }])),
  evolve: (height, { by }) => height + by,
}
const context = (commandId: string): { commandId: string; recordedAt: string } => ({ commandId, recordedAt: '2026-01-01T00:00:00Z' })

/** A store in which another writer appends just before each of the first `times` appends. */
const contended = (store: EventStore, times: number): EventStore => {
  let left = times
  return {
    ...store,
    append: (commit) => async () => {
      if (left-- > 0)
        await store.append({ ...commit, expected: 'any', events: [{ type: 'Raised', by: 1 } as { type: string }], commandId: `rival-${left}` })()
      return store.append(commit)()
    },
  }
}

describe('handle', () => {
  it('decides on what the stream holds', async () => {
    const send = handle(tower, codec, memoryStore())
    await send('tower-1', { by: 8 }, context('a'))()
    expect(await send('tower-1', { by: 3 }, context('b'))()).toStrictEqual(E.left({ type: 'TooHigh', height: 8 }))
    expect(await send('tower-1', { by: 2 }, context('c'))()).toStrictEqual(
      E.right({ events: [{ type: 'Raised', by: 2 }], version: 2, repeated: false }),
    )
  })
  it('has one effect for one command id, even when deciding again would refuse', async () => {
    const send = handle(tower, codec, memoryStore())
    await send('tower-1', { by: 8 }, context('a'))()
    expect(await send('tower-1', { by: 8 }, context('a'))()).toStrictEqual(E.right({ events: [], version: 1, repeated: true }))
  })
  it('decides again after a conflict', async () => {
    const store = memoryStore()
    const result = await handle(tower, codec, contended(store, 3))('tower-1', { by: 2 }, context('a'))()
    expect(result).toStrictEqual(E.right({ events: [{ type: 'Raised', by: 2 }], version: 4, repeated: false }))
  })
  it('gives up after five attempts, with the last conflict', async () => {
    const result = await handle(tower, codec, contended(memoryStore(), 99))('tower-1', { by: 2 }, context('a'))()
    expect(result).toMatchObject(E.left({ type: 'TooMuchContention', stream: 'tower-1', attempts: 5, last: { type: 'Conflict', actual: 5 } }))
  })
  it('writes nothing when there is nothing to do', async () => {
    const store = memoryStore()
    expect(await handle(tower, codec, store)('tower-1', { by: 0 }, context('a'))()).toStrictEqual(
      E.right({ events: [], version: 0, repeated: false }),
    )
    expect([...store.readAll()]).toStrictEqual([])
  })
  it('stores no event that its codec could not read back', async () => {
    const store = memoryStore()
    const careless: Decider<Raise, number, Raised, TooHigh> = {
      ...tower,
      decide: () => E.right([{ type: 'Raised', by: 'much' as unknown as number }]),
    }
    expect(await handle(careless, codec, store)('tower-1', { by: 1 }, context('a'))()).toMatchObject(E.left({ type: 'Undecodable' }))
    expect(() => batchStream(careless, codec, 'tower-1', context('').recordedAt).execute({ by: 1 }, 'a')).toThrow(BatchRefused)
    expect([...store.readAll()]).toStrictEqual([])
  })
  it('answers a repeated command with the version of its own event', async () => {
    const send = handle(tower, codec, memoryStore())
    for (const [id, by] of [
      ['a', 1],
      ['b', 2],
    ] as const)
      await send('tower-1', { by }, context(id))()
    expect(await send('tower-1', { by: 1 }, context('a'))()).toStrictEqual(E.right({ events: [], version: 1, repeated: true }))
  })
  it('refuses to decide on an event it cannot read, and names it', async () => {
    const store = memoryStore()
    await store.append({ stream: 'tower-1', expected: 'any', events: [{ type: 'Raised' }], ...context('x') })()
    const result = await handle(tower, codec, store)('tower-1', { by: 1 }, context('a'))()
    expect(result).toMatchObject(E.left({ type: 'Undecodable', reasons: ['tower-1@1: Invalid value undefined supplied to : Raised/by: number'] }))
  })
})

describe('a batch', () => {
  it('writes the same events as handling one command after another', async () => {
    const [one, many] = [memoryStore(), memoryStore()]
    for (const [place, by] of [1, 2, 3].entries()) await handle(tower, codec, one)('tower-1', { by }, context(`c${place}`))()
    const stream = batchStream(tower, codec, 'tower-1', context('').recordedAt)
    await many.appendMany([1, 2, 3].map((by, place) => stream.execute({ by }, `c${place}`)))()
    const without = (store: EventStore): ReadonlyArray<unknown> => [...store.readAll()].map(({ id: _, ...rest }) => rest)
    expect(without(many)).toStrictEqual(without(one))
    expect(stream.state()).toBe(6)
  })
  it('keeps nothing when one command is refused', async () => {
    const store = memoryStore()
    const stream = batchStream(tower, codec, 'tower-1', context('').recordedAt)
    const commits = function* () {
      for (const by of [5, 5, 5]) yield stream.execute({ by }, `c${by}`)
    }
    await expect(store.appendMany(commits())()).rejects.toThrow(BatchRefused)
    expect([...store.readAll()]).toStrictEqual([])
  })
})

describe('a projection', () => {
  it('goes on from its checkpoint, wherever it stopped', async () => {
    const store = memoryStore()
    for (const by of [1, 2, 3]) await handle(tower, codec, store)(`tower-${by}`, { by }, context('a'))()
    const whole = project(store, codec, tower)
    if (E.isLeft(whole)) throw new Error('unreachable')
    expect(whole.right).toMatchObject({ state: 6, events: 3 })
    await handle(tower, codec, store)('tower-4', { by: 4 }, context('a'))()
    expect(project(store, codec, tower, whole.right)).toMatchObject(E.right({ state: 10, events: 4 }))
  })
})
