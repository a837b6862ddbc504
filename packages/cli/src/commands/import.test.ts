import { existsSync, utimesSync } from 'node:fs'
import { byCodeUnit } from '@isegoria/kernel'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { city, isegoria, start, temporaryFolder, town } from '../command-line.fixture.ts'

const folder = temporaryFolder()
afterEach(folder.empty)
afterAll(folder.remove)

const importTown = (...more: ReadonlyArray<string>): ReturnType<typeof isegoria> =>
  isegoria('import', folder.file('town.pb', town), '--store', folder.path('log.db'), '--json', ...more)
const replay = async (): Promise<unknown> => {
  const { code, out } = await isegoria('replay', folder.path('log.db'), '--json')
  return { code, ...JSON.parse(out) }
}

describe('import', () => {
  it('leaves the log and nothing else beside it', async () => {
    const answer = await importTown()
    expect(answer).toMatchObject({ code: 0, error: '' })
    expect(JSON.parse(answer.out)).toStrictEqual({
      events: 20,
      ballots: 4,
      consultation: expect.stringMatching(/^[0-9a-f]{16}$/),
      store: folder.path('log.db'),
    })
    expect(folder.names()).toStrictEqual(['log.db', 'town.pb'])
  })
  it('fills a file that is empty', async () => {
    folder.file('log.db', '')
    expect(await importTown()).toMatchObject({ code: 0 })
    expect(await replay()).toMatchObject({ code: 0, events: 20 })
    expect(folder.names()).toStrictEqual(['log.db', 'town.pb'])
  })
  it('leaves an empty file empty when the election is refused', async () => {
    folder.file('log.db', '')
    const path = folder.file('town.pb', town.replace('budget;100.5', 'budget;-1'))
    expect(await isegoria('import', path, '--store', folder.path('log.db'))).toMatchObject({ code: 1 })
    expect(folder.contents()['log.db']).toBe('')
  })
  it('is refused a second time into the same log, and nothing is lost', async () => {
    await importTown()
    const before = await replay()
    const again = await importTown()
    expect(again).toMatchObject({ code: 1, out: '' })
    expect(again.error).toMatch(/^[^\n]*town\.pb: consultation '[0-9a-f]{16}' is already in this log[^\n]*; nothing was changed\n$/)
    expect(await replay()).toStrictEqual(before)
    expect(folder.names()).toStrictEqual(['log.db', 'town.pb'])
  })
  it('is refused for another file under an id that the log knows, and nothing is lost', async () => {
    await importTown('--consultation', 'c-1')
    const before = await replay()
    const other = folder.file('other.pb', city(50))
    const again = await isegoria('import', other, '--store', folder.path('log.db'), '--consultation', 'c-1')
    expect(again).toMatchObject({ code: 1, out: '' })
    expect(again.error).toMatch(/consultation 'c-1' is already in this log/)
    expect(await replay()).toStrictEqual(before)
  })
  it('takes the same file again under another id', async () => {
    await importTown('--consultation', 'c-1')
    expect(await importTown('--consultation', 'c-2')).toMatchObject({ code: 0 })
    expect(await replay()).toMatchObject({ code: 0, events: 40, stored: [{ same: true }, { same: true }] })
  })
  it('gives the same hash from two imports of one file', async () => {
    await importTown()
    const first = await replay()
    folder.empty()
    await importTown()
    expect(await replay()).toStrictEqual(first)
  })
})

/** Kills an import once `midway` says that it is writing; gives the signal that ended it. */
const killed = async (path: string, midway: () => boolean): Promise<string | null> => {
  const child = start('import', path, '--store', folder.path('log.db'))
  const ended = new Promise<string | null>((resolve) => {
    child.on('exit', (_, signal) => {
      resolve(signal)
    })
  })
  const watch = setInterval(() => {
    if (midway()) child.kill('SIGKILL')
  }, 1)
  try {
    return await ended
  } finally {
    clearInterval(watch)
  }
}

describe('an import that is killed midway', () => {
  it('leaves no log under the final name, and can be done again, which removes what it left once that is a day old', async () => {
    const path = folder.file('city.pb', city(60_000))
    expect(await killed(path, () => folder.names().length > 1)).toBe('SIGKILL')
    expect(existsSync(folder.path('log.db'))).toBe(false)
    const left = folder.names().filter((name) => name.startsWith('log.db.importing-'))
    expect(left).not.toStrictEqual([])
    const old = new Date(Date.now() - 25 * 60 * 60 * 1000)
    for (const name of left) utimesSync(folder.path(name), old, old)
    const younger = `log.db.importing-${process.pid}-00000000-0000-4000-8000-000000000000`
    for (const name of [younger, 'log.db.importing-me']) folder.file(name, '')
    utimesSync(folder.path('log.db.importing-me'), old, old)
    expect(await isegoria('import', path, '--store', folder.path('log.db'))).toMatchObject({ code: 0 })
    expect(folder.names()).toStrictEqual(['city.pb', 'log.db', younger, 'log.db.importing-me'].toSorted(byCodeUnit))
    expect(await replay()).toMatchObject({ code: 0, stored: [{ same: true }] })
  })
  it('leaves a log that was there before as it was', async () => {
    await importTown('--consultation', 'c-1')
    const before = await replay()
    const path = folder.file('city.pb', city(60_000))
    expect(await killed(path, () => existsSync(folder.path('log.db-wal')))).toBe('SIGKILL')
    expect(await replay()).toStrictEqual(before)
    expect(await isegoria('import', path, '--store', folder.path('log.db'))).toMatchObject({ code: 0 })
    expect(await replay()).toMatchObject({ stored: [{ same: true }, { same: true }] })
  })
})
