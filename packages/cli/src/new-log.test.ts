import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from './command-line.fixture.ts'
import { newLog } from './new-log.ts'

const folder = temporaryFolder()
afterEach(folder.empty)
afterAll(folder.remove)

describe('a new log', () => {
  it('never grows under the name of another, though the process has the same id', () => {
    expect(newLog(folder.path('log.db')).path).not.toBe(newLog(folder.path('log.db')).path)
  })
  it('is put in its place by the first of two, and the second is refused', () => {
    const [first, second] = [newLog(folder.path('log.db')), newLog(folder.path('log.db'))]
    writeFileSync(first.path, 'first')
    writeFileSync(second.path, 'second')
    first.finish()
    expect(second.finish).toThrow(/log\.db was made by somebody else meanwhile; nothing was changed/)
    second.discard()
    expect(readFileSync(folder.path('log.db'), 'utf8')).toBe('first')
    expect(folder.names()).toStrictEqual(['log.db'])
  })
  it('takes the place of an empty file', () => {
    const log = newLog(folder.path('log.db'))
    writeFileSync(log.path, 'log')
    folder.file('log.db', '')
    log.finish()
    expect(readFileSync(folder.path('log.db'), 'utf8')).toBe('log')
    expect(folder.names()).toStrictEqual(['log.db'])
  })
})
