import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { Commit, EventStore, Expected } from '@isegoria/engine'
import { E } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import { eventStoreContract } from '@isegoria/testing'
import { NotAnEventLog, openSqliteStore } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'isegoria-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const nextFile = (): string => join(folder, `${files++}.db`)

eventStoreContract('openSqliteStore', () => openSqliteStore(nextFile()))

const noted = (stream: string, expected: Expected, commandId: string): Commit => ({
  stream,
  expected,
  events: [{ type: 'Noted' }],
  commandId,
  recordedAt: '2026-01-01T00:00:00Z',
})

describe('a log in a file', () => {
  it('is there when it is opened again, and can be read by one who may not write', async () => {
    const path = nextFile()
    const store = openSqliteStore(path)
    await store.append(noted('s-1', 'no-stream', 'a'))()
    store.close()
    const reader = openSqliteStore(path, { readOnly: true })
    expect([...reader.readAll()]).toHaveLength(1)
    expect(await reader.append(noted('s-1', 'any', 'b'))()).toMatchObject(E.left({ type: 'StoreFailure' }))
    reader.close()
  })
  it('is one file once the last who wrote to it has closed it', async () => {
    const path = nextFile()
    const [first, second] = [openSqliteStore(path), openSqliteStore(path)]
    await first.append(noted('s-1', 'no-stream', 'a'))()
    first.close()
    await second.append(noted('s-1', 'any', 'b'))()
    expect(existsSync(`${path}-wal`)).toBe(true)
    second.close()
    const reader = openSqliteStore(path, { readOnly: true })
    expect([...reader.readAll()]).toHaveLength(2)
    reader.close()
    for (const end of ['-wal', '-shm', '-journal']) expect(existsSync(`${path}${end}`)).toBe(false)
  })
  it('has the name it is given, not the one that its driver makes of it', () => {
    expect(() => openSqliteStore('')).toThrow(NotAnEventLog)
    expect(() => openSqliteStore(`${nextFile()} `)).toThrow('ends in a space')
  })
  it('leaves files of others alone', () => {
    const [text, other, later, missing] = [nextFile(), nextFile(), nextFile(), nextFile()]
    writeFileSync(text, 'this is a letter, and not a short one\n'.repeat(100))
    const database = new Database(other)
    database.exec('CREATE TABLE cooking (recipe TEXT)')
    database.close()
    openSqliteStore(later).close()
    const newer = new Database(later)
    newer.pragma('user_version = 99')
    newer.close()
    const before = readFileSync(other)
    expect(() => openSqliteStore(text)).toThrow(NotAnEventLog)
    expect(() => openSqliteStore(other)).toThrow(`${other} is an SQLite file, but no Isegoria log`)
    expect(() => openSqliteStore(later)).toThrow('is a log of schema 99; this version reads schema 1')
    expect(() => openSqliteStore(missing, { readOnly: true })).toThrow(NotAnEventLog)
    expect(readFileSync(other).equals(before)).toBe(true)
  })
  it('loses nothing that was acknowledged when its writer is killed', { timeout: 60_000 }, async () => {
    const path = nextFile()
    const fixture = fileURLToPath(new URL('crashing-writer.fixture.ts', import.meta.url))
    for (let kill = 0; kill < 5; kill++) {
      rmSync(path, { force: true })
      const writer = spawn(process.execPath, ['--conditions=@isegoria/source', fixture, path], { stdio: ['ignore', 'pipe', 'inherit'] })
      let told = ''
      writer.stdout.on('data', (chunk: Buffer) => {
        told += chunk.toString()
        if (told.length > 2000 + 3000 * kill) writer.kill('SIGKILL')
      })
      await once(writer, 'close')
      const acknowledged = told.split('\n').slice(0, -1)
      const store = openSqliteStore(path)
      const stored = [...store.readAll()].map(({ stream, version }) => `${stream}@${version}`)
      store.close()
      expect(acknowledged.length).toBeGreaterThan(100)
      expect(new Set(stored).size).toBe(stored.length)
      expect(acknowledged.filter((one) => !new Set(stored).has(one))).toStrictEqual([])
    }
  })
})

describe('many commits at once', () => {
  const hundred = (): Array<Commit> => Array.from({ length: 100 }, (_, place) => noted(`s-${place}`, 'no-stream', `c-${place}`))

  it.each([0, 31, 32, 63, 70, 99])('names the stream that was there before, wherever it stands among them (%i)', async (place) => {
    const store = openSqliteStore(nextFile())
    await store.append(noted(`s-${place}`, 'any', 'earlier'))()
    expect(await store.appendMany(hundred())()).toStrictEqual(E.left({ type: 'Conflict', stream: `s-${place}`, expected: 'no-stream', actual: 1 }))
    expect([...store.readAll()]).toHaveLength(1)
    store.close()
  })
  it('names a stream that two of them begin', async () => {
    const store = openSqliteStore(nextFile())
    const twice = hundred().toSpliced(50, 0, noted('s-45', 'no-stream', 'another'))
    expect(await store.appendMany(twice)()).toMatchObject(E.left({ type: 'Conflict', stream: 's-45', actual: 1 }))
    expect([...store.readAll()]).toStrictEqual([])
    store.close()
  })
  it('writes nothing more when all of them were written before', async () => {
    const store = openSqliteStore(nextFile())
    expect(await store.appendMany(hundred())()).toStrictEqual(E.right({ events: 100, position: 100 }))
    expect(await store.appendMany(hundred())()).toStrictEqual(E.right({ events: 0, position: 100 }))
    expect(await store.appendMany([...hundred(), noted('s-new', 'no-stream', 'new')])()).toMatchObject(E.right({ events: 1 }))
    expect([...store.readAll()]).toHaveLength(101)
    store.close()
  })
  it('are all there or none, even when making them writes to the same store', async () => {
    const store = openSqliteStore(nextFile())
    const answers: Array<unknown> = []
    const nested = async function (fails: boolean): Promise<unknown> {
      const commits = function* (): Generator<Commit> {
        for (const [place, one] of hundred().entries()) {
          yield one
          if (place === 36)
            void store
              .appendMany([noted('s-nested', 'any', 'nested')])()
              .then((answer) => answers.push(answer))
        }
        if (fails) throw new Error('half way')
      }
      return store.appendMany(commits())()
    }
    await expect(nested(true)).rejects.toThrow('half way')
    expect([...store.readAll()]).toStrictEqual([])
    expect(await nested(false)).toMatchObject(E.right({ events: 100 }))
    expect([...store.readAll()]).toHaveLength(100)
    expect(answers).toStrictEqual([1, 2].map(() => E.left({ type: 'StoreFailure', reason: 'another batch is being written' })))
    store.close()
  })
  it('are refused by a store that is closed', async () => {
    const store = openSqliteStore(nextFile())
    store.close()
    expect(await store.appendMany(hundred())()).toStrictEqual(E.left({ type: 'StoreFailure', reason: 'the store is closed' }))
  })
  it('keeps their order', async () => {
    const store = openSqliteStore(nextFile())
    const mixed = hundred()
      .toSpliced(10, 0, noted('s-3', { at: 1 }, 'second'))
      .toSpliced(60, 0, noted('s-20', 'exists', 'second'))
    await store.appendMany(mixed)()
    expect([...store.readAll()].map(({ stream }) => stream)).toStrictEqual(mixed.map(({ stream }) => stream))
    store.close()
  })
})

const expected: fc.Arbitrary<Expected> = fc.oneof(
  fc.constantFrom<Expected>('any', 'no-stream', 'exists'),
  fc.nat(3).map((at) => ({ at })),
)
const commits = fc.array(
  fc.tuple(fc.nat(2), expected, fc.nat(9)).map(([stream, expectation, command]) => noted(`s-${stream}`, expectation, `c-${command}`)),
  { maxLength: 12 },
)

describe('the log in a file and the one in memory', () => {
  it('give the same answers to the same appends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), commits), { maxLength: 4 }), async (batches) => {
        const stores: readonly [EventStore, EventStore] = [memoryStore(), openSqliteStore(nextFile())]
        for (const [together, batch] of batches) {
          const answers = (store: EventStore): Promise<unknown> =>
            together ? store.appendMany(batch)() : Promise.all(batch.map((commit) => store.append(commit)()))
          expect(withoutPositions(await answers(stores[1]))).toStrictEqual(withoutPositions(await answers(stores[0])))
        }
        const [inMemory, inFile] = stores.map((store) => [...store.readAll()].map(({ stream, version, commandId }) => [stream, version, commandId]))
        expect(inFile).toStrictEqual(inMemory)
        for (const store of stores) store.close()
      }),
      { numRuns: 60 },
    )
  })
})

/** Positions may have gaps in one store and none in another. */
const withoutPositions = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer, (key, value: unknown) => (key === 'position' ? 0 : value)))
