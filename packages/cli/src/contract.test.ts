import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { city, spawned, temporaryFolder, town } from './command-line.fixture.ts'

const folder = temporaryFolder()
afterEach(folder.empty)
afterAll(folder.remove)

const named = (arg: string): string => (/\.(pb|db|html)$/.test(arg) ? folder.path(arg) : arg)

describe('a command as a process of its own', () => {
  it('that is done ends with 0; with --json its output is one document and nothing else', async () => {
    folder.file('town.pb', town)
    const commands = [
      ['rules', '--json'],
      ['import', 'town.pb', '--store', 'log.db', '--json'],
      ['replay', 'log.db', '--rule', 'equal-shares:completion=add1', '--rule', 'greedy', '--report', 'out.html', '--json'],
      ['tally', 'town.pb', '--rule', 'greedy:satisfaction=cardinality', '--json'],
    ]
    for (const command of commands) {
      const answer = await spawned(...command.map(named))
      expect({ command, code: answer.code, error: answer.error }).toStrictEqual({ command, code: 0, error: '' })
      expect(answer.out).toBe(`${JSON.stringify(JSON.parse(answer.out))}\n`)
    }
    expect(folder.names()).toStrictEqual(['log.db', 'out.html', 'town.pb'])
  })
  it('gives the documents that the contract names', async () => {
    folder.file('town.pb', town)
    const json = async (...command: ReadonlyArray<string>): Promise<unknown> => JSON.parse((await spawned(...command.map(named), '--json')).out)
    expect(await json('rules', '--family', 'budget')).toMatchObject({
      rules: expect.arrayContaining(
        ['equal-shares', 'greedy', 'phragmen', 'maximin-support'].map((id) => expect.objectContaining({ id, family: 'budget' })),
      ),
    })
    expect(await json('import', 'town.pb', '--store', 'log.db', '--consultation', 'c-1')).toStrictEqual({
      events: 20,
      ballots: 4,
      consultation: 'c-1',
      store: folder.path('log.db'),
    })
    const outcome = { type: 'allocation', selected: ['trees', 'lamps'], cost: '100', budget: '100.5', ties: [] }
    expect(await json('replay', 'log.db', '--rule', 'greedy:satisfaction=cost')).toMatchObject({
      source: folder.path('log.db'),
      consultation: 'c-1',
      events: 20,
      stored: [{ rule: { id: 'greedy' }, outcome, same: true }],
      outcomes: [
        { rule: { id: 'greedy', version: '2', parameters: { satisfaction: 'cost', dialect: 'greedy' } }, outcome, input: expect.any(String) },
      ],
    })
    expect(await json('tally', 'town.pb', '--rule', 'greedy')).toMatchObject({ file: folder.path('town.pb'), rule: { id: 'greedy' }, outcome })
  })
  it('writes a whole document of megabytes into a pipe', async () => {
    folder.file('city.pb', city(2000))
    const answer = await spawned('replay', folder.path('city.pb'), '--json', ...Array.from({ length: 2000 }, () => ['--rule', 'greedy']).flat())
    expect(answer).toMatchObject({ code: 0, error: '' })
    expect(answer.out.length).toBeGreaterThan(1_000_000)
    expect(JSON.parse(answer.out)).toMatchObject({ stored: [{ same: true }] })
  })
  it.each([
    [1, ['import', 'nowhere.pb', '--store', 'log.db', '--json'], /nowhere\.pb: cannot be read/],
    [1, ['replay', 'nowhere.db', '--json'], /nowhere\.db: no such file/],
    [1, ['tally', 'town.pb', '--rule', 'greediest', '--json'], /no rule 'greediest'/],
    [2, ['tally', 'town.pb', '--rule', 'greedy', '--jsn'], /unknown option '--jsn'/],
    [2, ['elect'], /unknown command 'elect'/],
    [2, ['import', 'town.pb', '--json'], /required option '--store <log\.db>' not specified/],
  ] as const)('that is refused ends with %d and says why on stderr only: %j', async (code, command, reason) => {
    folder.file('town.pb', town)
    const answer = await spawned(...command.map(named))
    expect(answer).toMatchObject({ code, out: '' })
    expect(answer.error).toMatch(reason)
    expect(answer.error.trim().split('\n').length).toBeLessThan(3)
    expect(folder.names()).toStrictEqual(['town.pb'])
  })
})
