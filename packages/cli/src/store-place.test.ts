import { execFileSync } from 'node:child_process'
import { lstatSync, readlinkSync, symlinkSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { isegoria, temporaryFolder, town } from './command-line.fixture.ts'
import { storePlace } from './store-place.ts'

const folder = temporaryFolder()
afterEach(folder.empty)
afterAll(folder.remove)

const importTo = (store: string, ...more: ReadonlyArray<string>): ReturnType<typeof isegoria> =>
  isegoria('import', folder.file('town.pb', town), '--store', store, ...more)

describe('the place of a log', () => {
  it('is a path, whatever the name says to the database', () => {
    expect(storePlace(':memory:')).toBe(resolve(':memory:'))
    expect(storePlace(' log.db')).toBe(resolve(' log.db'))
  })
  it('does not end in a space', async () => {
    const answer = await importTo(folder.path('log.db '), '--json')
    expect(answer).toStrictEqual({ code: 1, out: '', error: `${folder.path('log.db ')}: the name of a log cannot end in a space\n` })
    expect(folder.names()).toStrictEqual(['town.pb'])
  })
  it('is where a link leads, and the link stays', async () => {
    folder.folder('deep')
    symlinkSync('deep/there.db', folder.path('log.db'))
    expect(await importTo(folder.path('log.db'))).toMatchObject({ code: 0, error: '' })
    expect(readlinkSync(folder.path('log.db'))).toBe('deep/there.db')
    expect(lstatSync(folder.path('deep/there.db')).isFile()).toBe(true)
    expect(await isegoria('replay', folder.path('log.db'))).toMatchObject({ code: 0 })
    folder.file('empty.db', '')
    symlinkSync(folder.path('empty.db'), folder.path('other.db'))
    expect(await importTo(folder.path('other.db'))).toMatchObject({ code: 0 })
    expect(readlinkSync(folder.path('other.db'))).toBe(folder.path('empty.db'))
    expect(lstatSync(folder.path('empty.db')).size).toBeGreaterThan(0)
  })
  it('is no link to itself', async () => {
    symlinkSync('log.db', folder.path('log.db'))
    const answer = await importTo(folder.path('log.db'))
    expect(answer).toMatchObject({ code: 1, out: '', error: `${folder.path('log.db')}: the link cannot be followed\n` })
    expect(folder.names()).toStrictEqual(['log.db', 'town.pb'])
  })
  it.each([['--store'], ['--consultation']])('needs a name, as %s needs a value', async (flag) => {
    const answer = await importTo(folder.path('log.db'), flag, '')
    expect(answer).toMatchObject({ code: 2, out: '', error: expect.stringContaining(flag) })
    expect(folder.names()).toStrictEqual(['town.pb'])
  })
})

describe('a pipe', () => {
  it('is refused wherever a file is expected, and nothing waits for it', async () => {
    const pipe = folder.path('pipe.pb')
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe])
    const refusal = { code: 1, out: '', error: `${pipe}: no regular file\n` }
    expect(await isegoria('import', pipe, '--store', folder.path('log.db'))).toStrictEqual(refusal)
    expect(await isegoria('replay', pipe)).toStrictEqual(refusal)
    expect(await isegoria('tally', pipe, '--rule', 'greedy')).toStrictEqual(refusal)
    expect(await importTo(pipe)).toStrictEqual(refusal)
    expect(folder.names()).toStrictEqual(['pipe.pb', 'town.pb'])
  })
})
