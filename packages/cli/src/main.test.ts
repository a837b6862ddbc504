import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { temporaryFolder, town } from './command-line.fixture.ts'

const folder = temporaryFolder()
afterEach(folder.empty)
afterAll(folder.remove)

interface Ended {
  readonly out: string
  readonly error: string
}

const isegoria = `'${process.execPath}' --conditions=@isegoria/source '${join(import.meta.dirname, 'main.ts')}'`

/** A line of shell in which `isegoria` is the command; the command's own exit code goes to stderr where the line puts it. */
const shell = (line: string): Ended => {
  const { stdout, stderr } = spawnSync('sh', ['-c', line.replace('isegoria', isegoria)], { encoding: 'utf8', cwd: folder.path('.') })
  return { out: stdout, error: stderr }
}

describe('an answer that nobody reads to its end', () => {
  it('ends the command quietly, with the code it has anyway', () => {
    expect(shell('{ isegoria rules --json; echo "code $?" >&2; } | true')).toStrictEqual({ out: '', error: 'code 0\n' })
    const { out, error } = shell('{ isegoria rules; echo "code $?" >&2; } | head -1')
    expect(out).toMatch(/^rule [^\n]+\n$/)
    expect(error).toBe('code 0\n')
  })
})

describe.skipIf(!existsSync('/dev/full'))('an answer that does not fit on the disk', () => {
  it('is told in one sentence and by the exit code', () => {
    for (const line of ['rules --json', 'tally . --rule greedy', '--help']) {
      for (const name of ['a.pb', 'b.pb']) folder.file(name, town)
      expect(shell(`isegoria ${line} > /dev/full; echo "code $?" >&2`).error).toMatch(/^the answer cannot be written: ENOSPC[^\n]*\ncode 1\n$/)
    }
  })
})

describe('a report that does not fit on the disk', () => {
  it('leaves nothing, or the page that was there', () => {
    folder.file('town.pb', town)
    const line = 'ulimit -f 1; isegoria replay town.pb --report out.html; echo "code $?" >&2'
    expect(shell(line)).toStrictEqual({ out: '', error: 'out.html: the page cannot be written: EFBIG: file too large, write\ncode 1\n' })
    expect(folder.names()).toStrictEqual(['town.pb'])
    folder.file('out.html', 'before')
    shell(line)
    expect(folder.contents()['out.html']).toBe(Buffer.from('before').toString('base64'))
    expect(folder.names()).toStrictEqual(['out.html', 'town.pb'])
  })
})
