import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * A package of others to be measured beside ours. It is installed on demand into a folder of the bench, and never by the
 * project's own install. Errors: throws what npm says where it cannot be had.
 */
export const peer = async <Exports>(name: string, version: string, entry: string): Promise<Exports> => {
  const folder = join(tmpdir(), `isegoria-bench-peer-${name}-${version}`)
  const path = join(folder, 'node_modules', name, entry)
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', folder, `${name}@${version}`], { stdio: 'pipe' })
  }
  return import(pathToFileURL(path).href)
}
