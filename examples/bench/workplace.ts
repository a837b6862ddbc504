import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '@isegoria/cli'

/** A folder of its own for the files of one bench. */
export interface Workplace {
  readonly path: (name: string) => string
  /** Removes a log with its side files. */
  readonly removeLog: (name: string) => void
  readonly clear: () => void
}

export const workplace = (): Workplace => {
  const folder = mkdtempSync(join(tmpdir(), 'isegoria-bench-'))
  const path = (name: string): string => join(folder, name)
  return {
    path,
    removeLog: (name) => {
      for (const end of ['', '-wal', '-shm']) rmSync(`${path(name)}${end}`, { force: true })
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Runs one command line of `isegoria` in this process and gives what it printed. Errors: throws what it says when it refuses. */
export const isegoria = async (...args: ReadonlyArray<string>): Promise<string> => {
  const written = { out: '', error: '' }
  const code = await run(args, { out: (text) => (written.out += text), error: (text) => (written.error += text), isTerminal: false })
  if (code !== 0) throw new Error(`isegoria ${args.join(' ')}: ${written.error}`)
  return written.out
}
