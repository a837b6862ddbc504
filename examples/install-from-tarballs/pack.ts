import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { mustRun } from './run.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder outside the repository. */
    readonly scratch: string
    /** Paths of what `pnpm publish` would upload. */
    readonly tarballs: ReadonlyArray<string>
  }
}

const repository = join(import.meta.dirname, '..', '..')

/** Packs every package once for all checks; gives what cleans up after them. */
export const setup = async ({ provide }: TestProject): Promise<() => void> => {
  const scratch = mkdtempSync(join(tmpdir(), 'isegoria-tarballs-'))
  const folder = join(scratch, 'tarballs')
  mkdirSync(folder)
  await mustRun(repository, process.env, 'pnpm', '-r', '--filter=./packages/*', 'pack', '--pack-destination', folder)
  provide('scratch', scratch)
  provide(
    'tarballs',
    readdirSync(folder).map((name) => join(folder, name)),
  )
  return () => rmSync(scratch, { recursive: true, force: true })
}
