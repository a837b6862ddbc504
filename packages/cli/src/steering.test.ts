import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { isegoria, temporaryFolder, town } from './command-line.fixture.ts'

const folder = temporaryFolder()
afterEach(folder.empty)
afterAll(folder.remove)

describe('a name from outside that steers the terminal', () => {
  const steers = /[^\P{Cc}\n]|\u202E/u
  const steering = '\u001B[2J\n\u202Ec'
  it('is shown on its line, without what steers', async () => {
    const path = folder.file('town.pb', town)
    const made = await isegoria('import', path, '--store', folder.path('log.db'), '--consultation', steering)
    expect(made).toMatchObject({ code: 0, out: `20 events, 4 ballots of consultation  [2J c are in ${folder.path('log.db')}\n` })
    const refused = await isegoria('import', path, '--store', folder.path('log.db'), '--consultation', steering)
    expect(refused.error).toBe(`${path}: consultation ' [2J c' is already in this log; nothing was changed\n`)
    expect((await isegoria(steering)).error).not.toMatch(steers)
  })
  it('is so in a tie as well', async () => {
    const tied = town
      .replace('trees;60.5', 't\u001B\u202E;40')
      .replace('lamps;39.5', 'lamps;40')
      .replaceAll(/\btrees\b/g, 't\u001B\u202E')
    const path = folder.file('tied.pb', tied.replace('v1;t\u001B\u202E,lamps', 'v1;paths'))
    for (const command of [
      ['tally', path, '--rule', 'greedy'],
      ['replay', path],
    ]) {
      const { code, out } = await isegoria(...command)
      expect(code).toBe(0)
      expect(out).toContain('tie between')
      expect(out).not.toMatch(steers)
    }
  })
})
