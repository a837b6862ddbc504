import { describe, expect, it } from 'vitest'
import type { Commit, EventStore, Expected } from '@isegoria/engine'
import { E } from '@isegoria/kernel'
import type { Recorded } from '@isegoria/kernel'

/** Makes an empty store for one test; `close` of the store is called by the contract. */
export type MakeStore = () => EventStore | Promise<EventStore>

const recordedAt = '2026-01-01T00:00:00.000Z'
let commands = 0
const commit = (stream: string, expected: Expected, ...types: ReadonlyArray<string>): Commit => ({
  stream,
  expected,
  events: types.map((type) => ({ type })),
  commandId: `command-${commands++}`,
  recordedAt,
})
const typesOf = (events: Iterable<Recorded>): ReadonlyArray<string> => [...events].map(({ event }) => event.type)

const withStore = (makeStore: MakeStore, body: (store: EventStore) => Promise<void>) => async (): Promise<void> => {
  const store = await makeStore()
  try {
    await body(store)
  } finally {
    store.close()
  }
}

const streamTypes = async (store: EventStore, stream: string): Promise<ReadonlyArray<string>> => {
  const read = await store.readStream(stream)()
  if (E.isLeft(read)) throw new Error(read.left.reason)
  return typesOf(read.right)
}

const expectations = (makeStore: MakeStore): void => {
  const cases: ReadonlyArray<readonly [string, Expected, boolean, boolean]> = [
    ['any', 'any', true, true],
    ['no-stream', 'no-stream', true, false],
    ['exists', 'exists', false, true],
    ['at 0', { at: 0 }, true, false],
    ['at 2', { at: 2 }, false, true],
    ['at 1', { at: 1 }, false, false],
    ['at 3', { at: 3 }, false, false],
  ]
  for (const [name, expected, onMissing, onTwo] of cases) {
    it(
      `expected ${name}: ${onMissing ? 'starts' : 'refuses to start'} a missing stream`,
      withStore(makeStore, async (store) => {
        const answer = await store.append(commit('s-1', expected, 'A'))()
        if (onMissing) expect(answer).toMatchObject(E.right({ version: 1, repeated: false }))
        else expect(answer).toStrictEqual(E.left({ type: 'Conflict', stream: 's-1', expected, actual: 0 }))
        expect(await streamTypes(store, 's-1')).toStrictEqual(onMissing ? ['A'] : [])
      }),
    )
    it(
      `expected ${name}: ${onTwo ? 'adds' : 'refuses to add'} to a stream of two events`,
      withStore(makeStore, async (store) => {
        await store.append(commit('s-1', 'no-stream', 'A', 'B'))()
        const answer = await store.append(commit('s-1', expected, 'C', 'D'))()
        if (onTwo) expect(answer).toMatchObject(E.right({ version: 4, repeated: false }))
        else expect(answer).toStrictEqual(E.left({ type: 'Conflict', stream: 's-1', expected, actual: 2 }))
        expect(await streamTypes(store, 's-1')).toStrictEqual(onTwo ? ['A', 'B', 'C', 'D'] : ['A', 'B'])
      }),
    )
  }
}

const reading = (makeStore: MakeStore): void => {
  it(
    'reads an unknown stream as empty',
    withStore(makeStore, async (store) => {
      expect(await store.readStream('s-none')()).toStrictEqual(E.right([]))
      expect([...store.readAll()]).toStrictEqual([])
      expect(store.head()).toBe(0)
    }),
  )
  it(
    'records who, when and where beside each event, with dense versions and ascending positions',
    withStore(makeStore, async (store) => {
      const [first, second] = [commit('s-1', 'any', 'A', 'B'), commit('s-2', 'any', 'C')]
      await store.append(first)()
      await store.append(second)()
      const all = [...store.readAll()]
      expect(all.map(({ stream, version, commandId, recordedAt: at }) => [stream, version, commandId, at])).toStrictEqual([
        ['s-1', 1, first.commandId, recordedAt],
        ['s-1', 2, first.commandId, recordedAt],
        ['s-2', 1, second.commandId, recordedAt],
      ])
      expect(new Set(all.map(({ id }) => id)).size).toBe(3)
      expect(all.every(({ position }, place) => position > (all[place - 1]?.position ?? 0))).toBe(true)
      expect(store.head()).toBe(all.at(-1)?.position)
    }),
  )
  it(
    'goes on after any position or version, by category and by type',
    withStore(makeStore, async (store) => {
      for (const [stream, type] of [
        ['a-1', 'X'],
        ['b-1', 'Y'],
        ['a-2', 'Y'],
        ['a', 'X'],
        ['a-1', 'Z'],
      ] as const)
        await store.append(commit(stream, 'any', type))()
      const all = [...store.readAll()]
      for (const [place, { position }] of all.entries()) expect([...store.readAll({ after: position })]).toStrictEqual(all.slice(place + 1))
      expect([...store.readAll({ types: ['Y', 'Z'] })]).toMatchObject([...store.readOccurrences({ types: ['Y', 'Z'] })])
      const streams = (query: Parameters<EventStore['readAll']>[0]): ReadonlyArray<string> => [...store.readAll(query)].map(({ stream }) => stream)
      expect(streams({ category: 'a' })).toStrictEqual(['a-1', 'a-2', 'a', 'a-1'])
      expect(streams({ types: ['Y', 'Z'] })).toStrictEqual(['b-1', 'a-2', 'a-1'])
      expect(streams({ category: 'a', types: ['Y'], after: all[0]?.position ?? 0 })).toStrictEqual(['a-2'])
      expect(streams({ types: [] })).toStrictEqual([])
      expect(await store.readStream('a-1', 1)()).toStrictEqual(E.right(all.slice(4)))
    }),
  )
  it(
    'gives back every payload as it was, and keeps it when the writer changes theirs',
    withStore(makeStore, async (store) => {
      const payload: unknown = JSON.parse(
        '{"type":"Odd","__proto__":{"a":1},"text":"\\u0000 é 𝄞 \\" ; \'","deep":[[[{"n":-0.5e-7}]]],"big":9007199254740991,"none":null}',
      )
      const event = payload as { type: string; text: string }
      const text = JSON.stringify(event)
      await store.append({ ...commit('s-1', 'any'), events: [event] })()
      event.text = 'changed afterwards'
      const [stored] = [...store.readAll()]
      expect(JSON.stringify(stored?.event)).toBe(text)
      expect(stored?.text).toBe(text)
    }),
  )
}

const retrying = (makeStore: MakeStore): void => {
  it(
    'answers a repeated command id with the first answer and writes nothing',
    withStore(makeStore, async (store) => {
      const first = commit('s-1', 'no-stream', 'A', 'B')
      const answer = await store.append(first)()
      await store.append(commit('s-1', 'any', 'C'))()
      expect(await store.append(first)()).toStrictEqual(E.map((appended: object) => ({ ...appended, repeated: true }))(answer))
      expect(await streamTypes(store, 's-1')).toStrictEqual(['A', 'B', 'C'])
      expect(await store.append({ ...first, stream: 's-2' })()).toMatchObject(E.right({ repeated: false }))
    }),
  )
  it(
    'lets one of many racing writers win each version',
    withStore(makeStore, async (store) => {
      for (let version = 0; version < 5; version++) {
        const racing = Array.from({ length: 16 }, (_, writer) => store.append(commit('s-1', { at: version }, `W${writer}`))())
        const answers = await Promise.all(racing)
        expect(answers.filter(E.isRight)).toHaveLength(1)
        expect(answers.filter(E.isLeft).every(({ left }) => left.type === 'Conflict' && left.actual === version + 1)).toBe(true)
      }
      const read = await store.readStream('s-1')()
      expect(E.isRight(read) && read.right.map(({ version }) => version)).toStrictEqual([1, 2, 3, 4, 5])
    }),
  )
  it(
    'takes many appends to different streams at once, none lost',
    withStore(makeStore, async (store) => {
      const answers = await Promise.all(Array.from({ length: 64 }, (_, writer) => store.append(commit(`s-${writer}`, 'no-stream', 'A'))()))
      expect(answers.every(E.isRight)).toBe(true)
      expect([...store.readAll()]).toHaveLength(64)
    }),
  )
}

const atOnce = (makeStore: MakeStore): void => {
  it(
    'appends to several streams at once, and to one stream twice',
    withStore(makeStore, async (store) => {
      const written = await store.appendMany([commit('s-1', 'no-stream', 'A'), commit('s-2', 'no-stream', 'B'), commit('s-1', { at: 1 }, 'C', 'D')])()
      expect(written).toMatchObject(E.right({ events: 4 }))
      expect(typesOf(store.readAll())).toStrictEqual(['A', 'B', 'C', 'D'])
    }),
  )
  it(
    'keeps nothing of many when one is refused, wherever it stands',
    withStore(makeStore, async (store) => {
      await store.append(commit('s-9', 'any', 'Z'))()
      const good = [commit('s-1', 'no-stream', 'A'), commit('s-2', 'no-stream', 'B')]
      for (const place of [0, 1, 2]) {
        const refused = await store.appendMany(good.toSpliced(place, 0, commit('s-9', 'no-stream', 'X', 'Y')))()
        expect(refused).toStrictEqual(E.left({ type: 'Conflict', stream: 's-9', expected: 'no-stream', actual: 1 }))
        expect(typesOf(store.readAll())).toStrictEqual(['Z'])
      }
      expect(await store.appendMany(good)()).toMatchObject(E.right({ events: 2 }))
    }),
  )
  it(
    'keeps nothing of many when making them fails half way',
    withStore(makeStore, async (store) => {
      const failing = function* (): Generator<Commit> {
        yield commit('s-1', 'no-stream', 'A')
        throw new Error('half way')
      }
      await expect(store.appendMany(failing())()).rejects.toThrow('half way')
      expect([...store.readAll()]).toStrictEqual([])
      expect(await store.append(commit('s-1', 'no-stream', 'A'))()).toMatchObject(E.right({ version: 1 }))
    }),
  )
}

/** Events that JSON cannot write, or would write as something else than an object. */
const unwritable: ReadonlyArray<readonly [string, Readonly<Record<string, unknown>>]> = [
  ['a bigint', { amount: 1n }],
  ['a toJSON that gives nothing', { toJSON: () => undefined }],
  ['a toJSON that gives a text', { toJSON: () => 'Odd' }],
]

const refusing = (makeStore: MakeStore): void => {
  for (const [name, fields] of unwritable)
    it(
      `answers an event with ${name} as a StoreFailure, and keeps nothing of its commit or of its neighbours`,
      withStore(makeStore, async (store) => {
        const odd: Commit = { ...commit('s-1', 'any'), events: [{ type: 'A' }, { type: 'Odd', ...fields }] }
        expect(await store.append(odd)()).toMatchObject(E.left({ type: 'StoreFailure' }))
        expect(await store.appendMany([commit('s-2', 'any', 'B'), odd])()).toMatchObject(E.left({ type: 'StoreFailure' }))
        expect([...store.readAll()]).toStrictEqual([])
        expect(await store.append(commit('s-1', 'no-stream', 'C'))()).toMatchObject(E.right({ version: 1 }))
      }),
    )
  it(
    'writes nothing for a commit without events, and says where the stream is',
    withStore(makeStore, async (store) => {
      await store.append(commit('s-1', 'any', 'A', 'B'))()
      expect(await store.append(commit('s-1', { at: 2 }))()).toStrictEqual(E.right({ version: 2, position: 0, repeated: false }))
      expect(await store.append(commit('s-1', 'no-stream'))()).toMatchObject(E.left({ type: 'Conflict', actual: 2 }))
      expect(await store.appendMany([commit('s-2', 'no-stream'), commit('s-2', 'no-stream', 'C')])()).toMatchObject(E.right({ events: 1 }))
    }),
  )
}

/**
 * What every event store must do: an adapter's test is one call.
 *
 * @example
 * import { memoryStore } from '@isegoria/store-memory'
 *
 * eventStoreContract('memoryStore', () => memoryStore())
 */
export const eventStoreContract = (name: string, makeStore: MakeStore): void => {
  describe(`${name} is an EventStore`, () => {
    expectations(makeStore)
    reading(makeStore)
    retrying(makeStore)
    atOnce(makeStore)
    refusing(makeStore)
  })
}
