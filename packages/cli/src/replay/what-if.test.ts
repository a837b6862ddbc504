import { createHash } from 'node:crypto'
import { chmodSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqliteStore } from '@isegoria/store-sqlite'
import { city, isegoria, temporaryFolder, town } from '../command-line.fixture.ts'

const folder = temporaryFolder()
const log = folder.path('log.db')
const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
const json = async (...args: ReadonlyArray<string>): Promise<Record<string, unknown>> => {
  const { code, out, error } = await isegoria('replay', ...args, '--json')
  expect({ code, error }).toStrictEqual({ code: 0, error: '' })
  return JSON.parse(out)
}

const dated = town.replace('max_length;2', 'max_length;2\ndate_begin;01.03.2026\ndate_end;31.03.2026')

beforeAll(async () => {
  await isegoria('import', folder.file('town.pb', dated), '--store', log)
})
afterAll(folder.remove)

/** The log as it would be had each ballot been recorded when it was cast: one a day from 2 March on. */
const liveLog = async (): Promise<string> => {
  const [from, to] = [openSqliteStore(log, { readOnly: true }), openSqliteStore(folder.path('live.db'))]
  let [events, ballots] = [0, 0]
  for (const { stream, event } of from.readAll()) {
    const recordedAt = stream.startsWith('ballot-') ? `2026-03-0${2 + ballots++}T18:00:00Z` : '2026-03-01T00:00:00Z'
    await to.append({ stream, expected: 'any', events: [event], commandId: `${events++}`, recordedAt })()
  }
  for (const store of [from, to]) store.close()
  return folder.path('live.db')
}

describe('a what-if', () => {
  it('leaves the log and its folder as they were, also where the log cannot be written', async () => {
    const before = [hashOf(log), folder.names()]
    chmodSync(log, 0o444)
    for (const flags of [
      ['--voters', 'age=18..40'],
      ['--budget', '40'],
      ['--cost', 'trees=1'],
      ['--without', 'trees'],
    ])
      expect(await json(log, ...flags)).toMatchObject({ outcomes: [{ rule: { id: 'greedy' } }] })
    chmodSync(log, 0o644)
    expect([hashOf(log), folder.names()]).toStrictEqual(before)
  })
  it('keeps what a replay gives, and adds what was changed and what differs', async () => {
    const plain = await json(log, '--rule', 'equal-shares')
    const changed = await json(log, '--rule', 'equal-shares', '--rule', 'greedy', '--budget', '40', '--voters', 'age=18..50')
    expect({ ...changed, outcomes: [] }).toStrictEqual({ ...plain, outcomes: [] })
    expect(plain['outcomes']).toMatchObject([{ whatIf: {}, difference: { voters: { all: 4 } } }])
    expect(changed['outcomes']).toMatchObject([
      { rule: { id: 'equal-shares' }, whatIf: { voters: [{ attribute: 'age', from: 18, to: 50 }], budget: '40' } },
      {
        rule: { id: 'greedy' },
        outcome: { selected: ['lamps'] },
        difference: { in: [], out: ['trees'], money: { before: '100', after: '39.5', in: '0', out: '60.5' }, counted: { all: 3 } },
      },
    ])
  })
  it('that keeps everybody gives the stored outcome and its input, for a file and for its log', async () => {
    const { stored, outcomes } = await json(log, '--voters', 'age=..71')
    const [was] = stored as ReadonlyArray<Record<string, unknown>>
    expect(outcomes).toMatchObject([{ outcome: was?.['outcome'], input: was?.['input'] }])
    expect((await json(folder.path('town.pb'), '--voters', 'age=..71'))['outcomes']).toStrictEqual(outcomes)
  })
  it('ends the poll earlier where the log knows when ballots were cast', async () => {
    const live = await liveLog()
    const voters = async (until: string): Promise<unknown> => (await json(live, '--until', until))['outcomes']
    expect(await voters('2026-03-03')).toMatchObject([{ whatIf: { until: '2026-03-04T00:00:00Z' }, difference: { counted: { all: 2 } } }])
    expect(await voters('2026-03-03T18:00:00Z')).toMatchObject([{ difference: { counted: { all: 1 } } }])
  })
  it('is a table of what comes in and goes out', async () => {
    const { out } = await isegoria('replay', log, '--cost', 'trees=200')
    expect(out).toContain('What if: trees costs 200.')
    expect(out).toMatch(/^in {3}paths {3}Paths/m)
    expect(out).toMatch(/^out {2}trees {3}Trees/m)
    expect(await isegoria('replay', log, '--without', 'paths')).toMatchObject({ out: expect.stringContaining('the same is chosen') })
  })
  it('is a picture on the page, with the command that makes it again', async () => {
    const page = folder.path('out.html')
    const path = folder.file('city.pb', city(60))
    const flags = ['--voters', 'age=20..39', '--budget', '60']
    expect(await isegoria('replay', path, '--rule', 'greedy', ...flags, '--report', page)).toMatchObject({ code: 0 })
    const html = readFileSync(page, 'utf8')
    expect(html).toContain('<h2>What if</h2>')
    expect(html).toContain('--rule greedy --voters age=20..39 --budget 60 --report out.html')
    await isegoria('replay', path, '--rule', 'greedy', ...flags, '--report', page)
    expect(readFileSync(page, 'utf8')).toBe(html)
  })
})

describe('what cannot be asked', () => {
  it.each([
    [['--voters', 'sex=F'], /^--voters: no voter declared 'sex'; there is age, channel/],
    [['--voters', 'age=19'], /^--voters: no voter declared age=19; there is 18, 33, 50, 71$/],
    [['--voters', 'channel=1..2'], /^--voters: channel is no number; there is unknown$/],
    [['--voters', 'age=40..30'], /^--voters: the range of age holds nothing$/],
    [['--voters', 'age=100..'], /^no ballot is left to count$/],
    [['--until', '2026-03-10'], /^--until: the log does not say when its ballots were cast: .*2026-03-31T23:59:59Z$/],
    [['--until', '2026-02-01'], /^--until: 2026-02-02T00:00:00Z is not after the poll's opening at 2026-03-01T00:00:00Z$/],
    [['--budget', '-1'], /^--budget: -1 is below zero$/],
    [['--cost', 'trees=-1'], /^--cost trees: -1 is below zero$/],
    [['--cost', 'pool=1'], /^no project 'pool'; there is trees, paths, lamps$/],
    [['--without', 'trees', '--without', 'paths', '--without', 'lamps'], /^--without: no option is left$/],
    [['--rule', 'schulze', '--budget', '5'], /^--rule schulze: schulze does not read approval ballots/],
  ] as const)('%j is refused in one sentence', async (flags, reason) => {
    const { code, out, error } = await isegoria('replay', log, ...flags, '--json')
    expect({ code, out, lines: error.split('\n').length }).toStrictEqual({ code: 1, out: '', lines: 2 })
    expect(error.trimEnd()).toMatch(reason)
  })
  it.each([
    [['--voters', 'age']],
    [['--voters', '=18']],
    [['--until', 'soon']],
    [['--until', '2026-02-30']],
    [['--until', '9999-12-31']],
    [['--budget', 'much']],
    [['--cost', 'trees']],
    [['--cost', 'trees=1', '--cost', 'trees=2']],
  ])('%j is wrong usage', async (flags) => {
    const { code, out } = await isegoria('replay', log, ...flags)
    expect({ code, out }).toStrictEqual({ code: 2, out: '' })
  })
})
