import { readFileSync, readlinkSync, statSync, symlinkSync } from 'node:fs'
import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteStore } from '@isegoria/store-sqlite'
import { isegoria, temporaryFolder, town } from '../command-line.fixture.ts'

const folder = temporaryFolder()
const log = folder.path('log.db')
let good = Buffer.alloc(0)

beforeAll(async () => {
  await isegoria('import', folder.file('town.pb', town), '--store', log)
  good = readFileSync(log)
})
beforeEach(() => {
  folder.empty()
  folder.file('log.db', good)
})
afterAll(folder.remove)

/** The log with each place of one text replaced by another of the same length. */
const forged = (from: string, to: string): Buffer => {
  const text = good.toString('latin1')
  if (!text.includes(from) || to.length !== from.length) throw new Error(`${from} is not in the log, or ${to} is not as long`)
  return Buffer.from(text.replaceAll(from, to), 'latin1')
}

describe('replay', () => {
  it('changes nothing in the log and leaves nothing beside it', async () => {
    expect(await isegoria('replay', log, '--rule', 'equal-shares', '--json')).toMatchObject({ code: 0, error: '' })
    expect(readFileSync(log).equals(good)).toBe(true)
    expect(folder.names()).toStrictEqual(['log.db'])
  })
  it('says of a poll that goes on that no outcome is stored', async () => {
    const whole = openSqliteStore(log, { readOnly: true })
    const events = [...whole.readAll()]
    whole.close()
    const begun = openSqliteStore(folder.path('begun.db'))
    for (const { stream, event, commandId, recordedAt } of events.slice(
      0,
      events.findIndex(({ event: { type } }) => type === 'PollClosed'),
    ))
      await begun.append({ stream, expected: 'any', events: [event], commandId, recordedAt })()
    begun.close()
    const { code, out, error } = await isegoria('replay', folder.path('begun.db'))
    expect({ code, error }).toStrictEqual({ code: 0, error: '' })
    expect(out).toMatch(/^poll [0-9a-f]+: no outcome is stored$/m)
  })
  it('gives the same document for a file and for the log of that file', async () => {
    const path = folder.file('town.pb', town)
    const [fromLog, fromFile] = [
      await isegoria('replay', log, '--rule', 'greedy', '--json'),
      await isegoria('replay', path, '--rule', 'greedy', '--json'),
    ]
    expect({ ...JSON.parse(fromLog.out), source: path }).toStrictEqual(JSON.parse(fromFile.out))
  })
})

describe('a table on a terminal', () => {
  it('keeps its lines, whatever a project or an election is called', async () => {
    const plain = await isegoria('replay', folder.file('town.pb', town))
    const steering = town.replace('Trees', '"Tr\u001B[2J\nes"').replace('A town', '"A\ntown"').replace('instance;2025', 'instance;"2025\r\n2"')
    const { code, out } = await isegoria('replay', folder.file('town.pb', steering))
    expect(code).toBe(0)
    expect(out.split('\n')).toHaveLength(plain.out.split('\n').length)
    expect(out).not.toContain('\u001B')
  })
})

describe('the log of an outcome that was tampered with', () => {
  it('is told in the document, in a sentence and by the exit code', async () => {
    folder.file('log.db', forged('"selected":["trees","lamps"]', '"selected":["lamps","trees"]'))
    const answer = await isegoria('replay', log, '--json')
    expect(answer.code).toBe(1)
    expect(answer.error).toMatch(/^[^\n]+: 1 stored outcome could not be recomputed; no decider could have written this log: envelope-[^\n]+\n$/)
    expect(JSON.parse(answer.out)).toMatchObject({
      stored: [{ same: false, difference: 'the rule gives another outcome today' }],
      problems: [expect.stringMatching(/^envelope-[0-9a-f]+@2: AllocationComputed is not the outcome of the poll [0-9a-f]+$/)],
    })
  })
  it('is told of a ballot as well', async () => {
    folder.file('log.db', forged('"approved":["paths"]', '"approved":["trees"]'))
    const answer = await isegoria('replay', log)
    expect(answer.code).toBe(1)
    expect(answer.out).toContain('DIFFERS: the ballots, options or budget hash to another value')
  })
})

describe('a log that cannot be read is refused in one sentence', () => {
  const header = Buffer.from('SQLite format 3\0')
  it.each([
    ['a header of another program', () => Buffer.concat([Buffer.from('NotSQL'), good.subarray(6)]), /file is not a database/],
    ['nothing but a header', () => header, /log\.db/],
    ['no bytes at all', () => new Uint8Array(), /no Isegoria log/],
    ['half of its bytes', () => good.subarray(0, good.length / 2), /log\.db/],
    ['a text', () => Buffer.from('my notes\n'.repeat(1000)), /file is not a database/],
    ['another application id', () => Buffer.concat([good.subarray(0, 68), Buffer.from('ISEG'), good.subarray(72)]), /no Isegoria log/],
    ['a schema of the future', () => Buffer.concat([good.subarray(0, 60), Buffer.from([0, 0, 0, 9]), good.subarray(64)]), /schema 9/],
    ['a table of another name', () => forged('CREATE TABLE events', 'CREATE TABLE evento'), /log\.db/],
    ['an event that is no JSON', () => forged('{"type":"PollClosed"', '{"type";"PollClosed"'), /JSON/],
    [
      'an event of no known type',
      () => forged('{"type":"PollClosed"', '{"type":"PollClosex"'),
      /poll-[0-9a-f]{16}@4: unknown event type 'PollClosex'/,
    ],
    ['an instant that is none', () => forged('"closedAt":"9999', '"closedAt":"999X'), /@[45]: .*closedAt/],
  ] as const)('%s', async (_, bytes, reason) => {
    folder.file('log.db', bytes())
    const answer = await isegoria('replay', log, '--json')
    expect(answer).toMatchObject({ code: 1, out: '' })
    expect(answer.error).toMatch(/^[^\n]*log\.db[^\n]*\n$/)
    expect(answer.error).toMatch(reason)
    expect(answer.error).not.toContain('unexpected')
    expect(folder.names()).toStrictEqual(['log.db'])
  })
  it('whatever bytes are garbled', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.uint8Array({ minLength: 1, maxLength: 400 }), async (at, bytes) => {
        const garbled = Buffer.from(good)
        garbled.set(bytes.subarray(0, good.length - at), at)
        folder.file('log.db', garbled)
        const { code, error } = await isegoria('replay', log, '--json')
        expect(code === 0 || code === 1).toBe(true)
        expect(error).not.toContain('unexpected')
        expect(error.split('\n').length).toBeLessThan(3)
        expect(readFileSync(log).equals(garbled)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a report', () => {
  it.each([
    ['in no folder', () => folder.path('nowhere/out.html'), /the page cannot be written/],
    ['where a folder is', () => folder.folder('out.html'), /the page cannot be written/],
    ['in place of the log itself', () => log, /it is what is replayed/],
    ['in place of the log by another name', () => `${folder.folder('deep')}/../log.db`, /it is what is replayed/],
  ] as const)('%s is refused, and nothing is written', async (_, place, reason) => {
    const page = place()
    const before = folder.names()
    const answer = await isegoria('replay', log, '--report', page, '--json')
    expect(answer).toMatchObject({ code: 1, out: '' })
    expect(answer.error).toMatch(/^[^\n]+\n$/)
    expect(answer.error).toMatch(reason)
    expect(folder.names()).toStrictEqual(before)
    expect(readFileSync(log).equals(good)).toBe(true)
  })
  it('is written where a link leads, and the link stays', async () => {
    symlinkSync('there.html', folder.path('out.html'))
    for (const _ of ['made', 'replaced']) {
      expect(await isegoria('replay', log, '--report', folder.path('out.html'), '--json')).toMatchObject({ code: 0, error: '' })
      expect(readlinkSync(folder.path('out.html'))).toBe('there.html')
    }
    expect(folder.names()).toStrictEqual(['log.db', 'out.html', 'there.html'])
  })
  it('is written beside the document', async () => {
    const answer = await isegoria('replay', log, '--rule', 'equal-shares', '--report', folder.path('out.html'), '--json')
    expect(answer).toMatchObject({ code: 0, error: '' })
    expect(JSON.parse(answer.out)).toMatchObject({ outcomes: [{ rule: { id: 'equal-shares' } }] })
    expect(statSync(folder.path('out.html')).size).toBeGreaterThan(1000)
  })
})
