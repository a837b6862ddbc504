import { chmodSync } from 'node:fs'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { isegoria, temporaryFolder, town } from './command-line.fixture.ts'
import { readPastElection } from './read-election.ts'

const folder = temporaryFolder()
afterEach(folder.empty)
afterAll(folder.remove)

const isOneSentence = /^[^\n]+\n$/

const bad: ReadonlyArray<readonly [string, string | Uint8Array, string]> = [
  ['an empty file', '', 'bad.pb:0: META: the file is empty'],
  [
    'a file cut off between votes',
    town.slice(0, town.indexOf('v4')),
    'bad.pb:7: num_votes: 4 announced, 3 found: the file is truncated or was changed',
  ],
  ['a file cut off within a line', town.slice(0, town.indexOf(';71')), 'bad.pb:22: age: 2 fields where the header names 3'],
  ['a file cut off before its votes', town.slice(0, town.indexOf('VOTES')), 'bad.pb:12: VOTES: the section is missing'],
  ['a ballot for an unknown project', town.replace('v3;paths', 'v3;pool'), "bad.pb:21: vote: no project 'pool' in PROJECTS"],
  [
    'a ballot for a project that steers the terminal',
    town.replace('v3;paths', 'v3;\u001B[2Jpool\u0085'),
    "bad.pb:21: vote: no project ' [2Jpool ' in PROJECTS",
  ],
  ['a negative cost', town.replace('paths;40', 'paths;-40'), 'bad.pb:15: cost: -40 is below zero'],
  ['a budget of text', town.replace('100.5', 'plenty'), "bad.pb:8: budget: 'plenty' is no amount of money"],
  ['a line of 10 MB', town.replace('Paths', 'P'.repeat(10 * 1024 * 1024)), 'bad.pb:15: line: 10485769 characters; a line has at most 1048576'],
  [
    'a wrong vote_type',
    town.replace(';approval', ';applause'),
    "bad.pb:9: vote_type: 'applause' is none of approval, choose-1, cumulative, ordinal, scoring",
  ],
  ['a voter who stands twice', town.replace('v4;', 'v1;'), "bad.pb:22: voter_id: voter 'v1' has already voted on line 19"],
  ['a binary file', new Uint8Array([0x53, 0x51, 0x4c, 0x00, 0xff, 0xfe, 0x0a, 0x80]), 'bad.pb:1: line: not valid UTF-8'],
  ['a text with NUL in it', town.replace('Trees', 'T\0'), 'bad.pb:14: line: a NUL character: this is no text file'],
]

describe('bad input is refused by every command, in one sentence with file, line and field', () => {
  it.each(bad)('%s', async (_, content, reason) => {
    const path = folder.file('bad.pb', content)
    const sentence = `${path.slice(0, -'bad.pb'.length)}${reason}\n`
    expect(await isegoria('import', path, '--store', folder.path('log.db'), '--json')).toStrictEqual({ code: 1, out: '', error: sentence })
    expect(await isegoria('replay', path, '--json', '--report', folder.path('out.html'))).toStrictEqual({ code: 1, out: '', error: sentence })
    expect(await isegoria('tally', path, '--rule', 'greedy', '--json')).toStrictEqual({ code: 1, out: '', error: sentence })
    expect(folder.names()).toStrictEqual(['bad.pb'])
  })
  it.each([
    ['a file that does not exist', 'nowhere.pb', (): string => '', /nowhere\.pb/],
    ['a folder where a file is expected', 'folder.pb', (): string => folder.folder('folder.pb'), /folder\.pb: cannot be read: .*directory/],
  ] as const)('%s', async (_, name, make, reason) => {
    make()
    const before = folder.names()
    for (const command of [
      ['import', folder.path(name), '--store', folder.path('log.db')],
      ['replay', folder.path(name)],
    ]) {
      const answer = await isegoria(...command)
      expect(answer).toMatchObject({ code: 1, out: '' })
      expect(answer.error).toMatch(isOneSentence)
      expect(answer.error).toMatch(reason)
    }
    expect(folder.names()).toStrictEqual(before)
  })
  it('a folder without a .pb file, or a file that does not exist, where a tally is asked for', async () => {
    expect(await isegoria('tally', folder.folder('empty'), '--rule', 'greedy')).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringMatching(/no file of ballots/),
    })
    expect(await isegoria('tally', folder.path('nowhere.pb'), '--rule', 'greedy')).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringMatching(/cannot be read/),
    })
  })
  it('one bad file of a folder: the others are tallied, and the exit code says so', async () => {
    const many = folder.folder('many')
    folder.file('many/a.pb', town)
    folder.file('many/b.pb', '')
    const answer = await isegoria('tally', many, '--rule', 'greedy', '--json')
    expect(answer.code).toBe(1)
    expect(
      answer.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { file: `${many}/a.pb`, outcome: { selected: ['trees', 'lamps'] } },
      { file: `${many}/b.pb`, error: `${many}/b.pb:0: META: the file is empty` },
    ])
    expect(answer.error).toBe(`${many}/b.pb:0: META: the file is empty\n1 of 2 files were refused\n`)
  })
})

const withPoints = town
  .replace(';approval', ';cumulative')
  .replace('max_length;2', 'max_length;2\nmin_length;1\nmax_points;6\nmax_sum_points;9')
  .replace('vote;age', 'vote;points')
  .replace('v1;trees,lamps;33', 'v1;trees,lamps;4,5')
  .replace('v2;trees;50', 'v2;trees;6')
  .replace('v3;paths;18', 'v3;paths;0')
  .replace('v4;lamps,trees;71', 'v4;lamps,trees;3,6')

describe('an election that ends before it begins', () => {
  it('is refused by line and field, and nothing is left behind', async () => {
    const path = folder.file('bad.pb', town.replace('max_length;2', 'date_begin;02.03.2025\ndate_end;01.03.2025'))
    const reason = 'date_end: the vote would end (2025-03-01T23:59:59Z) before it begins (2025-03-02T00:00:00Z)'
    const refusal = { code: 1, out: '', error: `${path}:12: ${reason}; nothing was changed\n` }
    expect(await isegoria('import', path, '--store', folder.path('log.db'), '--json')).toStrictEqual(refusal)
    expect(await isegoria('replay', path, '--json')).toStrictEqual(refusal)
    expect(folder.names()).toStrictEqual(['bad.pb'])
    folder.file('log.db', '')
    expect(await isegoria('import', path, '--store', folder.path('log.db'), '--json')).toStrictEqual(refusal)
    expect(folder.contents()).toMatchObject({ 'log.db': '' })
    expect(folder.names()).toStrictEqual(['bad.pb', 'log.db'])
  })
})

describe('a limit of META', () => {
  it.each([
    ['a ballot for too many', town.replace('v3;paths', 'v3;paths,trees,lamps'), ':21: 3 where max_length is 2'],
    ['a ballot for too few', town.replace('max_length;2', 'min_length;1').replace('v3;paths', 'v3;'), ':21: 0 where min_length is 1'],
    ['too many points', withPoints.replace('4,5', '4,6'), ':22: 10 where max_sum_points is 9'],
    ['too many points for one', withPoints.replace('3,6', '0,7'), ':25: 7 where max_points is 6'],
    ['no project, of points', withPoints.replace('v3;paths;0', 'v3;;'), ':24: 0 where min_length is 1'],
  ])('that a ballot disobeys is left out and noted: %s', async (_, content, note) => {
    const path = folder.file('odd.pb', content)
    const answer = await isegoria('replay', path, '--json')
    expect(answer).toMatchObject({ code: 0, error: `note: ${path}${note}: the limit is left out\n` })
    expect(JSON.parse(answer.out)).toMatchObject({ stored: [{ same: true }] })
  })
  it('that all ballots obey binds the poll', async () => {
    const read = readPastElection(folder.file('good.pb', withPoints))
    expect(read.past.form).toStrictEqual({ type: 'cumulative', fewest: 1, most: 2, mostPerOption: 6, mostPoints: 9 })
    expect(read.notes).toStrictEqual([])
  })
  it('that is no number does not bind, and needs no note', async () => {
    for (const content of [town, withPoints.replaceAll('max_points;6', 'max_points;'), town.replace('max_length;2', 'max_length;few')])
      expect(await isegoria('replay', folder.file('good.pb', content), '--json')).toMatchObject({ code: 0, error: '' })
  })
})

describe('a project that ballots name twice', () => {
  it('counts once, which is noted once', async () => {
    const path = folder.file('odd.pb', town.replace('v1;trees,lamps', 'v1;trees,trees').replace('v2;trees', 'v2;trees,trees'))
    const answer = await isegoria('import', path, '--store', folder.path('log.db'))
    expect(answer.error).toBe(`note: ${path}:19: a project is named more than once; it counts once, as on 1 more lines\n`)
  })
})

describe('a rule that cannot be applied is refused', () => {
  it.each([
    ['an unknown rule', 'greediest', /no rule 'greediest'; is it greedy-monroe or greedy\? .isegoria rules. lists all/],
    ['an unknown parameter', 'greedy:speed=high', /greedy has no parameter 'speed'; it has satisfaction, dialect, longest, ties/],
    ['an unknown value', 'greedy:ties=coin', /ties=coin is none of a chain of lowest-cost, /],
    ['a text that is no rule', 'greedy:ties', /'ties' is not name=value/],
    ['a parameter given twice', 'greedy:ties=id,ties=id', /'ties=id' is not name=value/],
    ['nothing', '', /no rule ''/],
  ])('%s', async (_, rule, reason) => {
    const path = folder.file('town.pb', town)
    for (const command of ['replay', 'tally']) {
      const answer = await isegoria(command, path, '--rule', rule, '--json')
      expect(answer).toMatchObject({ code: 1, out: '' })
      expect(answer.error).toMatch(isOneSentence)
      expect(answer.error).toMatch(reason)
    }
    expect(folder.names()).toStrictEqual(['town.pb'])
  })
})

describe('wrong usage', () => {
  it.each([
    [['frobnicate']],
    [[]],
    [['import']],
    [['import', 'town.pb']],
    [['import', 'town.pb', '--store']],
    [['import', 'a.pb', 'b.pb', '--store', 'log.db']],
    [['import', 'town.pb', '--store', 'log.db', '--force']],
    [['replay']],
    [['replay', 'town.pb', '--ruel', 'greedy']],
    [['tally', 'town.pb']],
    [['tally', 'town.pb', '--rule', 'greedy', '--seats', 'many']],
    [['tally', 'town.pb', '--rule', 'greedy', '--seed', '']],
    [['tally', 'town.pb', '--rule', 'greedy', '--seed', ' ']],
    [['rules', '--family', 'sports']],
    [['rules', 'greedy', 'pav']],
  ])('%j ends with exit code 2, on stderr only', async (args) => {
    folder.file('town.pb', town)
    const answer = await isegoria(...args.map((arg) => (/\.(pb|db)$/.test(arg) ? folder.path(arg) : arg)))
    expect(answer).toMatchObject({ code: 2, out: '' })
    expect(answer.error).not.toBe('')
    expect(answer.error).not.toMatch(/\n +at |unexpected/)
    expect(folder.names()).toStrictEqual(['town.pb'])
  })
})

describe('a store that cannot be written to', () => {
  const notALog = Buffer.from('SQLite format 3\0 but nothing else')
  it.each([
    ['a text file', () => folder.file('log.db', 'my notes')],
    ['the election itself', () => folder.path('town.pb')],
    ['a file with the name of SQLite and nothing else', () => folder.file('log.db', notALog)],
    ['a folder', () => folder.folder('log.db')],
    ['a path in no folder', () => folder.path('nowhere/log.db')],
    ['a path below a file', () => folder.path('town.pb/log.db')],
  ] as const)('%s is refused in one sentence and left as it was', async (_, make) => {
    const path = folder.file('town.pb', town)
    const store = make()
    const before = folder.contents()
    const answer = await isegoria('import', path, '--store', store, '--json')
    expect(answer).toMatchObject({ code: 1, out: '' })
    expect(answer.error).toMatch(isOneSentence)
    expect(answer.error).toContain(store)
    expect(answer.error).not.toContain('unexpected')
    expect(folder.contents()).toStrictEqual(before)
  })
  it.skipIf(process.getuid?.() === 0)(
    'because its folder is read-only: the log and the report are refused in one sentence (root may write anywhere)',
    async () => {
      const path = folder.file('town.pb', town)
      const closed = folder.folder('closed')
      chmodSync(closed, 0o500)
      const stored = await isegoria('import', path, '--store', `${closed}/log.db`, '--json')
      const reported = await isegoria('replay', path, '--report', `${closed}/out.html`, '--json')
      chmodSync(closed, 0o700)
      for (const answer of [stored, reported]) {
        expect(answer).toMatchObject({ code: 1, out: '', error: expect.stringMatching(isOneSentence) })
        expect(answer.error).not.toContain('unexpected')
      }
    },
  )
})
