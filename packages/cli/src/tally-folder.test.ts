import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { city, isegoria, spawned, start, temporaryFolder, town } from './command-line.fixture.ts'
import { refusedFile } from './tally-file.ts'
import type { FileAnswer } from './tally-file.ts'
import { tallyFiles } from './tally-folder.ts'

const folder = temporaryFolder()
afterEach(folder.empty)
afterAll(folder.remove)

/** Files in good order and files that are refused or noted, more than threads. */
const mixedFolder = (): void => {
  for (let place = 10; place < 34; place++) folder.file(`${place}.pb`, place % 5 === 0 ? town.replace('trees;60.5', 'trees;-1') : city(place))
  folder.file('40.pb', town.replace('v3;paths', 'v3;paths,paths'))
  folder.file('41.soi', 'none')
  folder.folder('42.pb')
}

const ownRule = (count: string): string => `export const own = {
  id: 'own', version: '1', title: 'A rule of one’s own', family: 'voting', source: 'none',
  ballots: ['approval'], parameters: [], claims: [], violates: [],
  count: ({ options }) => { ${count} },
}
`
const inOrder = `const ids = options.map(({ id }) => id)
  return { _tag: 'Right', right: { type: 'ranking', ranking: ids.map((id) => [id]), winners: [ids[0]], ties: [], rounds: [] } }`

describe('isegoria tally of a folder', () => {
  it('says the same in the same order, however many files are counted at once', async () => {
    mixedFolder()
    const alone = await isegoria('tally', folder.path('.'), '--rule', 'greedy', '--jobs', '1')
    expect(alone.code).toBe(1)
    expect(alone.out.trim().split('\n')).toHaveLength(27)
    expect(alone.out.split('\n').filter((line) => line.includes('"error":'))).toHaveLength(7)
    expect(alone.error).toMatch(/10\.pb:14: cost: -1 is below zero\n(.*\n)*note: .*40\.pb:21: .*\n(.*\n)*.*42\.pb: .*\n7 of 27 files were refused\n$/)
    for (const jobs of ['2', '5', '1000']) expect(await isegoria('tally', folder.path('.'), '--rule', 'greedy', '--jobs', jobs)).toStrictEqual(alone)
    expect(await spawned('tally', folder.path('.'), '--rule', 'greedy', '--json')).toStrictEqual(alone)
  })
  it('counts by a rule of one’s own in every thread, and names the file on which it fails', async () => {
    mixedFolder()
    const module = folder.file('own.mjs', ownRule(`if (options.length === 2) throw new Error('two are too few'); ${inOrder}`))
    folder.file('15.pb', town.replace('num_projects;3', 'num_projects;2').replace('paths;40;Paths\n', '').replace('v3;paths', 'v3;'))
    const flags = ['tally', folder.path('.'), '--rules', module, '--rule', 'own']
    const alone = await isegoria(...flags, '--jobs', '1')
    expect(alone.error).toContain('15.pb: the rule own fails: two are too few\n')
    expect(await isegoria(...flags, '--jobs', '3')).toStrictEqual(alone)
  })
  it.each(['0', '-1', 'all', '1.5'])('takes %s for no number of jobs', async (jobs) => {
    folder.file('a.pb', town)
    expect((await isegoria('tally', folder.path('.'), '--rule', 'greedy', '--jobs', jobs)).code).toBe(2)
  })
  it('refuses a rule that there is not once, before any thread is started', async () => {
    mixedFolder()
    expect(await isegoria('tally', folder.path('.'), '--rule', 'nobody', '--jobs', '4')).toMatchObject({
      code: 1,
      out: '',
      error: /^[^\n]*'nobody'[^\n]*\n$/,
    })
  })
  it('ends at once when it is interrupted', async () => {
    for (let place = 0; place < 4; place++) folder.file(`${place}.pb`, town)
    const module = folder.file('own.mjs', ownRule('for (;;) if (options.length === 0) return'))
    const child = start('tally', folder.path('.'), '--rules', module, '--rule', 'own', '--jobs', '2')
    const ended = new Promise((resolve) => child.on('close', (_code, signal) => resolve(signal)))
    await pause(800)
    child.kill('SIGINT')
    expect(await Promise.race([ended, pause(10_000)])).toBe('SIGINT')
  })
})

/** JavaScript that waits in its thread until there is a file of that path. */
const waitFor = (path: string): string =>
  `for (let wait = 0; !existsSync(${JSON.stringify(path)}) && wait < 2000; wait++) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)`

/**
 * Three files, of which the first is counted here for as long as it takes another thread to write the file `mark`: what that
 * thread imports is `module`.
 */
const answersWith = async (module: (mark: string) => string): Promise<ReadonlyArray<FileAnswer>> => {
  const told: Array<FileAnswer> = []
  const mark = folder.path('mark')
  const url = `data:text/javascript,${encodeURIComponent(`import { writeFileSync } from 'node:fs'\n${module(`writeFileSync(${JSON.stringify(mark)}, '')`)}`)}`
  const here = (path: string): FileAnswer => {
    const lock = new Int32Array(new SharedArrayBuffer(4))
    const answer = { out: `${path} here\n`, error: '', isRefused: false }
    if (path !== 'a') return answer
    for (let wait = 0; !existsSync(mark) && wait < 2000; wait++) Atomics.wait(lock, 0, 0, 10)
    // What the thread does after the mark.
    Atomics.wait(lock, 0, 0, 200)
    return answer
  }
  await tallyFiles({ files: ['a', 'b', 'c'], answerOf: here, options: { rule: 'greedy' }, url }, 2, (answer) => told.push(answer))
  return told
}

describe('a thread', () => {
  it('of this package counts beside this one', async () => {
    const mark = folder.path('mark')
    const own = ownRule(`if (options[0].id === 'trees') { ${waitFor(mark)} } else writeFileSync(${JSON.stringify(mark)}, '')
      const rounds = [{ round: 1, option: options[0].id, decision: 'thread ' + threadId, figures: {} }]
      return { _tag: 'Right', right: { type: 'ranking', ranking: options.map(({ id }) => [id]), winners: [options[0].id], ties: [], rounds } }`)
    const module = folder.file(
      'own.mjs',
      `import { existsSync, writeFileSync } from 'node:fs'\nimport { threadId } from 'node:worker_threads'\n${own}`,
    )
    folder.file('a.pb', town)
    folder.file('b.pb', town.replaceAll('trees', 'oaks'))
    const { code, out } = await isegoria('tally', folder.path('.'), '--rules', module, '--rule', 'own', '--jobs', '2')
    expect(code).toBe(0)
    const lines = out.trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).outcome.winners)).toStrictEqual([['trees'], ['oaks']])
    expect(new Set(lines.map((line) => JSON.parse(line).outcome.rounds[0].decision)).size).toBe(2)
  })
  it('counts files, which are told in their order', async () => {
    const told = await answersWith(
      (mark) => `export const fileTally = () => (path) => {
        if (path === 'c') ${mark}
        return { out: path + ' there\\n', error: '', isRefused: false }
      }`,
    )
    expect(told.map(({ out }) => out)).toStrictEqual(['a here\n', 'b there\n', 'c there\n'])
  })
  it.each([
    ['throws', `throw new Error('lost')`, 'lost'],
    ['ends', 'process.exit(3)', 'it ended'],
  ])('that %s leaves the others all files but the one it was at', async (_, end, reason) => {
    expect(await answersWith((mark) => `export const fileTally = () => () => { ${mark}; ${end} }`)).toStrictEqual([
      { out: 'a here\n', error: '', isRefused: false },
      refusedFile('b', `b: the thread that counted it failed: ${reason}`),
      { out: 'c here\n', error: '', isRefused: false },
    ])
  })
  it('that does not start leaves the others all files, and this is noted', async () => {
    const told = await answersWith((mark) => `${mark}; throw new Error('no threads today')`)
    expect(told.map(({ out, error }) => out + error)).toStrictEqual([
      'a here\n',
      'b here\n',
      'c here\n',
      'note: a thread did not start, and others counted its files: no threads today\n',
    ])
  })
})
