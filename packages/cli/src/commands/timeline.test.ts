import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteStore } from '@isegoria/store-sqlite'
import { city, isegoria, spawned, temporaryFolder, town } from '../command-line.fixture.ts'

const folder = temporaryFolder()
const log = folder.path('log.db')
let good = Buffer.alloc(0)

beforeAll(async () => {
  await isegoria('import', folder.file('town.pb', town), '--store', log, '--consultation', 'c-1')
  good = readFileSync(log)
})
beforeEach(() => {
  folder.empty()
  folder.file('log.db', good)
})
afterAll(folder.remove)

describe('timeline', () => {
  it('tells the story in English unless French is asked for, a line for each day or step', async () => {
    const english = await isegoria('timeline', log)
    expect(english).toMatchObject({ code: 0, error: '' })
    expect(english.out).toMatch(/^A town\n\n {12}Consultation drafted: “A town”/)
    expect(english.out).toContain('\n            4 ballots cast')
    const french = await isegoria('timeline', log, '--language', 'fr')
    expect(french).toMatchObject({ code: 0, error: '' })
    expect(french.out).toContain('\n            4 bulletins déposés')
    expect(french.out.split('\n')).toHaveLength(english.out.split('\n').length)
  })
  it('gives one document with --json, also as a process of its own', async () => {
    const { code, out, error } = await spawned('timeline', log, '--language', 'fr', '--json')
    expect({ code, error }).toStrictEqual({ code: 0, error: '' })
    expect(out).toBe(`${JSON.stringify(JSON.parse(out))}\n`)
    expect(JSON.parse(out)).toMatchObject({
      source: log,
      consultation: 'c-1',
      title: 'A town',
      language: 'fr',
      lines: expect.arrayContaining([{ text: 'Urne scellée\u00A0: 4 bulletins', events: [14] }]),
    })
  })
  it('changes nothing in the log and leaves nothing beside it', async () => {
    expect(await isegoria('timeline', log)).toMatchObject({ code: 0 })
    expect(readFileSync(log).equals(good)).toBe(true)
    expect(folder.names()).toStrictEqual(['log.db'])
  })
  it('names no voter', async () => {
    const path = folder.path('city.db')
    await isegoria('import', folder.file('city.pb', city(2000)), '--store', path)
    const { out } = await isegoria('timeline', path, '--json')
    const store = openSqliteStore(path, { readOnly: true })
    const keys = [...store.readOccurrences({ types: ['BallotCast'] })].map(({ stream }) => stream.split('/')[1] ?? '')
    store.close()
    expect(keys).toHaveLength(2000)
    expect(keys.filter((key) => key.length > 3 && out.includes(key))).toStrictEqual([])
    expect(JSON.parse(out).lines.length).toBeLessThan(30)
  })
  it('asks which consultation is meant where there are several', async () => {
    await isegoria('import', folder.file('city.pb', city(5)), '--store', log, '--consultation', 'c-2')
    expect(await isegoria('timeline', log)).toStrictEqual({
      code: 1,
      out: '',
      error: `${log}: several consultations in this log; --consultation names one of c-1, c-2\n`,
    })
    expect((await isegoria('timeline', log, '--consultation', 'c-1')).out).toContain('4 ballots cast')
    expect((await isegoria('timeline', log, '--consultation', 'c-2')).out).toContain('5 ballots cast')
  })
  it('keeps its lines, whatever an election is called', async () => {
    const path = folder.path('steering.db')
    await isegoria('import', folder.file('town.pb', town.replace('A town', '"A\u001B[2J\ntown"').replace('Trees', '"Tr\u202Ees"')), '--store', path)
    const { code, out } = await isegoria('timeline', path)
    expect(code).toBe(0)
    expect(['\u001B', '\u202E'].filter((character) => out.includes(character))).toStrictEqual([])
    expect(out.split('\n')).toHaveLength((await isegoria('timeline', log)).out.split('\n').length)
  })
})

describe('a timeline that is refused', () => {
  it.each([
    [1, () => ['timeline', folder.path('nowhere.db')], /nowhere\.db: no such file\n$/],
    [1, () => ['timeline', folder.file('town.pb', town)], /town\.pb cannot be opened as a log/],
    [1, () => ['timeline', log, '--consultation', 'c-9'], /no consultation 'c-9' in this log; there is c-1\n$/],
    [2, () => ['timeline', log, '--language', 'de'], /argument 'de' is invalid/],
    [2, () => ['timeline'], /missing required argument 'log\.db'/],
  ] as const)('ends with %d and one sentence', async (code, command, reason) => {
    const answer = await isegoria(...command(), '--json')
    expect(answer).toMatchObject({ code, out: '' })
    expect(answer.error).toMatch(reason)
    expect(answer.error.trim().split('\n')).toHaveLength(1)
  })
  it('says where an event is of no known type', async () => {
    const store = openSqliteStore(log)
    await store.append({ stream: 'x-1', expected: 'any', events: [{ type: 'Nonsense' }], commandId: 'x', recordedAt: '2026-01-01T00:00:00Z' })()
    store.close()
    expect(await isegoria('timeline', log)).toStrictEqual({ code: 1, out: '', error: `${log}: x-1@1: unknown event type 'Nonsense'\n` })
  })
})
